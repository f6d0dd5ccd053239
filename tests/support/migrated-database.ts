import type { Kysely } from 'kysely';

import type { Database } from '#store/connection';
import { migrate } from '#store/migrations';
import type { Tables } from '#store/tables';

import { testDatabase } from './test-database.ts';

/** A new database with every table and nothing in them. */
export interface MigratedDatabase extends Omit<Database, 'db'> {
  readonly db: Kysely<Tables>;
}

/** Opens a new database with every table; gone after `close()`. */
export async function migratedDatabase(): Promise<MigratedDatabase> {
  const database = await testDatabase(migrated);
  return { ...database, db: database.db };
}

async function migrated(database: Database): Promise<void> {
  await migrate(database.db);
}
