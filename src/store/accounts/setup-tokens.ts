import { type Kysely, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** Links that are kept at a time; each start of a server makes one. */
const KEPT = 5;

/** Stores what opens the first run, and forgets all but the newest few. */
export async function insertSetupToken(db: Kysely<Tables>, hash: Uint8Array, at: string): Promise<void> {
  await db.insertInto('setup_tokens').values({ hash, created_at: at }).execute();
  await sql`
    delete from setup_tokens where hash not in (
      select hash from setup_tokens order by created_at desc limit ${KEPT}
    )`.execute(db);
}

/** True if that opens the first run. */
export async function isSetupToken(db: Kysely<Tables>, hash: Uint8Array): Promise<boolean> {
  const row = await db.selectFrom('setup_tokens').where('hash', '=', hash).select('hash').executeTakeFirst();
  return row !== undefined;
}

/** Closes the first run for good. */
export async function deleteSetupTokens(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('setup_tokens').execute();
}

/** Lets one first run at a time go on, until the transaction ends. */
export async function lockSetup(db: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('nevertwice setup'))`.execute(db);
}
