import { type Kysely, sql } from 'kysely';

import type { Role, Scope } from '#core/workflow';
import type { Tables } from '#store/tables';

/** An API token as its owner sees it. */
interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

/** A token in use, and who it belongs to. */
interface FoundToken {
  readonly id: string;
  readonly userId: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: Scope[];
  readonly usedAt: string | null;
  readonly expiresAt: string | null;
}

/** What a new token is stored with. */
interface NewToken {
  readonly workspaceId: string;
  readonly id: string;
  readonly hash: Uint8Array;
  readonly userId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly at: string;
  readonly expiresAt: string | null;
}

/** Stores a token. */
export async function insertToken(db: Kysely<Tables>, token: NewToken): Promise<void> {
  await db
    .insertInto('tokens')
    .values({
      workspace_id: token.workspaceId,
      id: token.id,
      hash: token.hash,
      user_id: token.userId,
      name: token.name,
      scopes: [...token.scopes],
      created_at: token.at,
      used_at: null,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Tokens of a person, newest first. */
export async function listTokens(
  db: Kysely<Tables>,
  owner: { readonly workspaceId: string; readonly userId: string },
): Promise<StoredToken[]> {
  return db
    .selectFrom('tokens')
    .where('workspace_id', '=', owner.workspaceId)
    .where('user_id', '=', owner.userId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'used_at as lastUsedAt', 'expires_at as expiresAt'])
    .execute();
}

/** The token with that hash, unless it is over or its owner may not enter the workspace any more. */
export async function findToken(db: Kysely<Tables>, hash: Uint8Array, now: string): Promise<FoundToken | undefined> {
  return db
    .selectFrom('tokens as t')
    .innerJoin('users as u', 'u.id', 't.user_id')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.workspace_id', '=', 't.workspace_id').onRef('m.user_id', '=', 't.user_id'),
    )
    .where('t.hash', '=', hash)
    .where((either) => either.or([either('t.expires_at', 'is', null), either('t.expires_at', '>', now)]))
    .where('m.disabled_at', 'is', null)
    .select([
      't.id',
      't.user_id as userId',
      't.workspace_id as workspaceId',
      'u.name',
      'm.role',
      't.scopes',
      't.used_at as usedAt',
      't.expires_at as expiresAt',
    ])
    .executeTakeFirst();
}

/** Notes that the token was used. */
export async function touchToken(
  db: Kysely<Tables>,
  token: { readonly workspaceId: string; readonly id: string; readonly userId: string },
  now: string,
): Promise<void> {
  await sql`
    with used as (
      update tokens set used_at = ${now} where workspace_id = ${token.workspaceId} and id = ${token.id}
    )
    update users set last_seen_at = ${now} where id = ${token.userId}`.execute(db);
}

/** Takes a token away; false where there is none. */
export async function deleteToken(
  db: Kysely<Tables>,
  token: { readonly workspaceId: string; readonly id: string; readonly userId: string },
): Promise<boolean> {
  const done = await db
    .deleteFrom('tokens')
    .where('workspace_id', '=', token.workspaceId)
    .where('id', '=', token.id)
    .where('user_id', '=', token.userId)
    .executeTakeFirst();
  return done.numDeletedRows === 1n;
}
