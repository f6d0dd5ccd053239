import type { RouteId } from '#contract/client';
import { ROUTES } from '#contract/routes';
import { refuse } from '#core/errors';
import { type Actor, mayDo, type Permission } from '#core/workflow';

/**
 * The one place that decides whether somebody may call a route at all; access to one post-mortem is decided by its use
 * case. Refuses unless the role, and the token in use, allow it.
 */
export function authorise(id: RouteId, actor: Actor | null, writes: boolean): Actor {
  const access: string = ROUTES[id].access;
  if (actor === null) return refuse('sign-in-required', {});
  if (access === 'signed-in') return authoriseOwn(actor, writes && id !== 'revokeToken');
  const permission = access as Permission;
  if (!mayDo(withoutScopes(actor), permission)) refuse('permission-missing', { permission, role: actor.role });
  if (!mayDo(actor, permission)) refuse('scope-missing', { needed: `"${permission}"` });
  if (writes && isReadOnly(actor)) refuse('scope-missing', { needed: 'changes' });
  return actor;
}

/**
 * What belongs to a person's own account is changed by the person, never by one of the tokens. But every token may be
 * used to end itself; its use case sees to what else it may end.
 */
function authoriseOwn(actor: Actor, writes: boolean): Actor {
  if (writes && actor.scopes !== undefined) refuse('scope-missing', { needed: 'changes of your own account' });
  return actor;
}

function isReadOnly(actor: Actor): boolean {
  return actor.scopes?.every((scope) => scope === 'read') ?? false;
}

function withoutScopes(actor: Actor): Actor {
  const { scopes: _scopes, ...person } = actor;
  return person;
}
