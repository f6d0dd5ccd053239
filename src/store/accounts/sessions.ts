import { type Kysely, sql } from 'kysely';

import type { Role } from '#core/workflow';
import type { Tables } from '#store/tables';

/** A session, and who it belongs to. */
interface FoundSession {
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly role: Role;
  readonly seenAt: string;
  readonly expiresAt: string;
  readonly endsAt: string;
}

/** What a new session is stored with. */
interface NewSession {
  readonly hash: Uint8Array;
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly endsAt: string;
}

/** Stores a session, and forgets all that are over. */
export async function insertSession(db: Kysely<Tables>, session: NewSession): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', session.at).execute();
  await db
    .insertInto('sessions')
    .values({
      hash: session.hash,
      id: session.id,
      user_id: session.userId,
      workspace_id: session.workspaceId,
      created_at: session.at,
      seen_at: session.at,
      expires_at: session.expiresAt,
      ends_at: session.endsAt,
    })
    .execute();
}

/** The session with that hash, unless it is over or its person may not enter the workspace any more. */
export async function findSession(
  db: Kysely<Tables>,
  hash: Uint8Array,
  now: string,
): Promise<FoundSession | undefined> {
  return db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.workspace_id', '=', 's.workspace_id').onRef('m.user_id', '=', 's.user_id'),
    )
    .where('s.hash', '=', hash)
    .where('s.expires_at', '>', now)
    .where('s.ends_at', '>', now)
    .where('m.disabled_at', 'is', null)
    .select([
      's.id',
      's.user_id as userId',
      's.workspace_id as workspaceId',
      'u.name',
      'm.role',
      's.seen_at as seenAt',
      's.expires_at as expiresAt',
      's.ends_at as endsAt',
    ])
    .executeTakeFirst();
}

/** Notes that the session was used: it and its person were seen, and it lasts until `expiresAt`. */
export async function touchSession(
  db: Kysely<Tables>,
  session: { readonly hash: Uint8Array; readonly userId: string },
  times: { readonly now: string; readonly expiresAt: string },
): Promise<void> {
  await sql`
    with seen as (
      update sessions set seen_at = ${times.now}, expires_at = ${times.expiresAt} where hash = ${session.hash}
    )
    update users set last_seen_at = ${times.now} where id = ${session.userId}`.execute(db);
}

/** Ends one session. */
export async function deleteSession(db: Kysely<Tables>, id: string, userId: string): Promise<void> {
  await db.deleteFrom('sessions').where('user_id', '=', userId).where('id', '=', id).execute();
}

/** Ends the sessions of a person: those of one workspace, or all; the one with the id `except` stays. */
export async function deleteSessions(
  db: Kysely<Tables>,
  userId: string,
  which: { readonly workspaceId?: string; readonly except?: string },
): Promise<void> {
  let query = db.deleteFrom('sessions').where('user_id', '=', userId);
  if (which.workspaceId !== undefined) query = query.where('workspace_id', '=', which.workspaceId);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  await query.execute();
}
