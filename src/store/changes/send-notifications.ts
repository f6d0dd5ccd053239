import { type Kysely, sql } from 'kysely';

/** Channel of PostgreSQL that changes travel through. */
export const CHANGE_CHANNEL = 'nevertwice_changes';

/** Tells every process that listens, in one statement. Each payload has at most 8,000 bytes. */
export async function sendNotifications(db: Kysely<unknown>, payloads: readonly string[]): Promise<void> {
  await sql`select pg_notify(${CHANGE_CHANNEL}, payload) from unnest(${payloads}::text[]) as payload`.execute(db);
}
