import type { Kysely } from 'kysely';

import type { Tables } from '#store/tables';

/** What is remembered of failed attempts to sign in under one key. */
interface AttemptRecord {
  readonly failures: number;
  readonly lastAt: string;
  readonly blockedUntil: string;
}

/** What is remembered under the keys, in their order; the rows stay locked until the transaction ends. */
export async function lockAttempts(
  db: Kysely<Tables>,
  keys: readonly string[],
  now: string,
): Promise<(AttemptRecord | undefined)[]> {
  const blank = (key: string) => ({ key, failures: 0, last_at: now, blocked_until: now });
  // In one order everywhere, so that two who lock the same rows wait instead of blocking each other for good.
  const ordered = keys.toSorted();
  await db
    .insertInto('sign_in_attempts')
    .values(ordered.map(blank))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await db
    .selectFrom('sign_in_attempts')
    .where('key', 'in', ordered)
    .orderBy('key')
    .select(['key', 'failures', 'last_at as lastAt', 'blocked_until as blockedUntil'])
    .forUpdate()
    .execute();
  return keys.map((key) => rows.find((row) => row.key === key));
}

/** Remembers that under the key. */
export async function writeAttempt(db: Kysely<Tables>, key: string, record: AttemptRecord): Promise<void> {
  await db
    .updateTable('sign_in_attempts')
    .set({ failures: record.failures, last_at: record.lastAt, blocked_until: record.blockedUntil })
    .where('key', '=', key)
    .execute();
}

/** True where something is remembered under the key since then. */
export async function hasAttempt(db: Kysely<Tables>, key: string, since: string): Promise<boolean> {
  const found = await db
    .selectFrom('sign_in_attempts')
    .select('key')
    .where('key', '=', key)
    .where('last_at', '>', since)
    .executeTakeFirst();
  return found !== undefined;
}

/** Forgets a key, if one is given, and what is older than each kind is remembered: attempts, and places that are known. */
export async function forgetAttempts(
  db: Kysely<Tables>,
  key: string | undefined,
  old: { readonly attempt: string; readonly known: string },
): Promise<void> {
  await db
    .deleteFrom('sign_in_attempts')
    .where((is) =>
      is.or([
        ...(key === undefined ? [] : [is('key', '=', key)]),
        is('last_at', '<', old.known),
        is.and([is('last_at', '<', old.attempt), is('key', 'not like', 'known:%')]),
      ]),
    )
    .execute();
}
