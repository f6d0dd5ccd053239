import { type Permission, PERMISSIONS, type Role, ROLES, type Scope, SCOPES } from './permissions.data.ts';

/** Who does something, as far as permission is concerned. */
export interface Actor {
  readonly workspaceId: string;
  /** Null for the system itself. */
  readonly userId: string | null;
  readonly name: string;
  readonly role: Role;
  /** Scopes of the token in use; absent for a signed-in person, who has all. */
  readonly scopes?: readonly Scope[];
  readonly via: 'web' | 'api' | 'system';
}

/** What of one post-mortem decides who may see it. */
export interface Confidentiality {
  readonly private: boolean;
  readonly createdBy: string | null;
  /** Ids of the people who may see it while it is private. */
  readonly people: readonly string[];
}

/** True if the actor's role, and the token in use, allow it. */
export function mayDo(actor: Actor, permission: Permission): boolean {
  const byRole = ROLES.indexOf(actor.role) >= ROLES.indexOf(PERMISSIONS[permission]);
  const covers = (scope: Scope): boolean => (SCOPES[scope] as readonly Permission[]).includes(permission);
  return byRole && (actor.scopes === undefined || actor.scopes.some(covers));
}

/** What the actor may do with one post-mortem. Private ones exist only for admins, their author and those named. */
export function accessTo(actor: Actor, postmortem: Confidentiality): 'none' | 'read' | 'write' {
  if (!mayDo(actor, 'postmortem.read')) return 'none';
  const { createdBy, people } = postmortem;
  const named = actor.userId !== null && (createdBy === actor.userId || people.includes(actor.userId));
  if (postmortem.private && !named && actor.role !== 'admin') return 'none';
  return mayDo(actor, 'postmortem.edit') ? 'write' : 'read';
}

/** Everything the actor may do, in the order of the table. */
export function permissionsOf(actor: Actor): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(actor, permission));
}
