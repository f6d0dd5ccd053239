import { createHash } from 'node:crypto';

import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';

import type { Migration } from './migration.ts';

/** Hash of everything a migration would execute, the same for sources and for what is built from them. */
export async function fingerprint(migration: Migration): Promise<string> {
  const hash = createHash('sha256');
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (own) => new PostgresIntrospector(own),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: (event) => {
      hash.update(`${event.query.sql}\u0000`);
    },
  });
  await migration.up(db);
  return hash.digest('hex');
}
