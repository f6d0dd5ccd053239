import type { Kysely } from 'kysely';

import type { Role } from '#core/workflow';
import type { Tables } from '#store/tables';

/** An invitation to a workspace. */
export interface Invitation {
  readonly workspaceId: string;
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Name of whoever invited. */
  readonly by: string | null;
}

/** What a new invitation is stored with. */
interface NewInvitation {
  readonly workspaceId: string;
  readonly id: string;
  readonly hash: Uint8Array;
  readonly email: string | null;
  readonly role: Role;
  readonly createdBy: string | null;
  readonly at: string;
  readonly expiresAt: string;
}

/** Stores an invitation, and forgets those of the workspace that are over. */
export async function insertInvitation(db: Kysely<Tables>, invitation: NewInvitation): Promise<void> {
  const { workspaceId, id, hash, email, role, createdBy, at, expiresAt } = invitation;
  await db.deleteFrom('invitations').where('workspace_id', '=', workspaceId).where('expires_at', '<=', at).execute();
  await db
    .insertInto('invitations')
    .values({
      workspace_id: workspaceId,
      id,
      hash,
      email,
      role,
      created_by: createdBy,
      created_at: at,
      expires_at: expiresAt,
    })
    .execute();
}

/** Invitations that can still be accepted, newest first. */
export async function listInvitations(db: Kysely<Tables>, workspaceId: string, now: string): Promise<Invitation[]> {
  return selectInvitations(db, now)
    .where('i.workspace_id', '=', workspaceId)
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute();
}

/** The invitation with that hash, if it can still be accepted. */
export async function findInvitation(
  db: Kysely<Tables>,
  hash: Uint8Array,
  now: string,
): Promise<Invitation | undefined> {
  return selectInvitations(db, now).where('i.hash', '=', hash).executeTakeFirst();
}

/** Takes an invitation away, used or withdrawn; false where there is none: of two who try, one succeeds. */
export async function deleteInvitation(db: Kysely<Tables>, workspaceId: string, id: string): Promise<boolean> {
  const done = await db
    .deleteFrom('invitations')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}

function selectInvitations(db: Kysely<Tables>, now: string) {
  return db
    .selectFrom('invitations as i')
    .leftJoin('users as u', 'u.id', 'i.created_by')
    .where('i.expires_at', '>', now)
    .select([
      'i.workspace_id as workspaceId',
      'i.id',
      'i.email',
      'i.role',
      'i.created_at as createdAt',
      'i.expires_at as expiresAt',
      'u.name as by',
    ]);
}
