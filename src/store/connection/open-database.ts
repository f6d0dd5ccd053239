import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

import { createPool } from './create-pool.ts';
import type { Database, OpenDatabaseOptions } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { SESSION_SETTINGS } from './embedded/server-settings.data.ts';

const DEFAULT_POOL_SIZE = 10;

/**
 * Opens the database that the options name: the server at `databaseUrl`, or the embedded one in `dataDirectory`, which is
 * made on the first start. Refuses with a sentence where that cannot be done.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const size = options.poolSize ?? DEFAULT_POOL_SIZE;
  const log = options.log ?? (() => {});
  if (options.databaseUrl !== undefined) {
    const pool = createPool({ url: options.databaseUrl, size, session: SESSION_SETTINGS });
    return assemble({ pool, url: options.databaseUrl, embedded: false }, async () => {});
  }
  const server = await openEmbedded(options.dataDirectory, log);
  const pool = createPool({ url: server.url, size, session: {} });
  return assemble({ pool, url: server.url, embedded: true }, server.stop);
}

function assemble(facts: Pick<Database, 'pool' | 'url' | 'embedded'>, stop: () => Promise<void>): Database {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: facts.pool }) });
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await endPool(facts.pool);
    await stop();
  };
  return {
    ...facts,
    db,
    async close() {
      closing ??= close();
      await closing;
    },
  };
}

async function endPool(pool: Pool): Promise<void> {
  await pool.end();
}
