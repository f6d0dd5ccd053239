import { type Kysely, sql } from 'kysely';

import type { Role } from '#core/workflow';
import type { Tables } from '#store/tables';

/** A person of one workspace. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly disabled: boolean;
  readonly lastSeenAt: string | null;
}

/** Names one person of one workspace. */
export interface MemberKey {
  readonly workspaceId: string;
  readonly userId: string;
}

/** Makes a person part of a workspace; false where that is so already, enabled or not. */
export async function insertMember(
  db: Kysely<Tables>,
  key: MemberKey,
  facts: { readonly role: Role; readonly at: string },
): Promise<boolean> {
  const done = await db
    .insertInto('memberships')
    .values({
      workspace_id: key.workspaceId,
      user_id: key.userId,
      role: facts.role,
      created_at: facts.at,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Everybody of the workspace, by name. */
export async function listMembers(db: Kysely<Tables>, workspaceId: string): Promise<Member[]> {
  return selectMembers(db)
    .where('memberships.workspace_id', '=', workspaceId)
    .orderBy(sql`lower(users.name)`)
    .orderBy('users.id')
    .execute();
}

/** One person of the workspace. */
export async function findMember(db: Kysely<Tables>, key: MemberKey): Promise<Member | undefined> {
  return selectMembers(db)
    .where('memberships.workspace_id', '=', key.workspaceId)
    .where('memberships.user_id', '=', key.userId)
    .executeTakeFirst();
}

/** The workspace that a person works in: the first they joined and may still enter. */
export async function findHomeWorkspace(db: Kysely<Tables>, userId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('memberships')
    .where('user_id', '=', userId)
    .where('disabled_at', 'is', null)
    .orderBy('created_at')
    .select('workspace_id')
    .executeTakeFirst();
  return row?.workspace_id;
}

/** Ids of the administrators who may sign in; their memberships stay locked until the transaction ends. */
export async function lockAdmins(db: Kysely<Tables>, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .where('workspace_id', '=', workspaceId)
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('user_id')
    .select('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

/** True if anybody on this installation is an administrator who may sign in. */
export async function hasAdmin(db: Kysely<Tables>): Promise<boolean> {
  const row = await db
    .selectFrom('memberships')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .select('user_id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes the role of a person, or whether they may enter. */
export async function updateMember(
  db: Kysely<Tables>,
  key: MemberKey,
  change: { readonly role?: Role | undefined; readonly disabledAt?: string | null | undefined },
): Promise<void> {
  const { role, disabledAt } = change;
  if (role === undefined && disabledAt === undefined) return;
  await db
    .updateTable('memberships')
    .set({ ...(role !== undefined && { role }), ...(disabledAt !== undefined && { disabled_at: disabledAt }) })
    .where('workspace_id', '=', key.workspaceId)
    .where('user_id', '=', key.userId)
    .execute();
}

function selectMembers(db: Kysely<Tables>) {
  return db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .select([
      'users.id',
      'users.name',
      'users.email',
      'memberships.role',
      sql<boolean>`memberships.disabled_at is not null`.as('disabled'),
      'users.last_seen_at as lastSeenAt',
    ]);
}
