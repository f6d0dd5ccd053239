import { type Kysely, sql } from 'kysely';

import { refuse } from '#core/errors';

import { fingerprint } from './fingerprint.ts';
import type { Migration } from './migration.ts';

/** Key of the advisory lock; any number that nothing else in the database uses. */
const LOCK = 7_283_001;

/**
 * Runs the migrations that the database does not have yet, each in a transaction, while other processes wait. Refuses a
 * database with a migration that is not in the list, or not the one it was.
 */
export async function runMigrations(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK}::bigint)`.execute(connection);
    try {
      await bringForward(connection, migrations);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}::bigint)`.execute(connection);
    }
  });
}

async function bringForward(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  const done = await doneMigrations(db);
  const names = new Set(migrations.map(({ name }) => name));
  for (const name of done.keys()) if (!names.has(name)) refuse('database-newer', { migration: name });
  for (const migration of migrations) {
    const print = await fingerprint(migration);
    const known = done.get(migration.name);
    if (known === undefined) await runOne(db, migration, print);
    else if (known !== print) refuse('database-altered', { migration: migration.name });
  }
}

async function doneMigrations(db: Kysely<unknown>): Promise<Map<string, string>> {
  await sql`
    create table if not exists migrations (
      name text primary key,
      fingerprint text not null,
      at timestamptz not null default now()
    )`.execute(db);
  const { rows } = await sql<{ name: string; fingerprint: string }>`
    select name, fingerprint from migrations order by name`.execute(db);
  return new Map(rows.map((row) => [row.name, row.fingerprint]));
}

async function runOne(db: Kysely<unknown>, migration: Migration, print: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await migration.up(transaction);
    await sql`insert into migrations (name, fingerprint) values (${migration.name}, ${print})`.execute(transaction);
  });
}
