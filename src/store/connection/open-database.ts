import { setTimeout as wait } from 'node:timers/promises';

import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

import { createPool } from './create-pool.ts';
import type { Database, OpenDatabaseOptions } from './database.ts';
import { findRunning } from './embedded/find-running.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { openExternal } from './open-external.ts';

const DEFAULT_POOL_SIZE = 10;

/** Longest wait for running queries when closing, in milliseconds. */
const CLOSE_TIMEOUT = 10_000;

/**
 * Opens the database that the options name: the server at `databaseUrl`, or the embedded one in `dataDirectory`, which is
 * made on the first start. Refuses with a sentence where that cannot be done.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const size = options.poolSize ?? DEFAULT_POOL_SIZE;
  const { databaseUrl: url, dataDirectory, log = (): void => {} } = options;
  if (url !== undefined) {
    const pool = await openExternal(url, size);
    return assemble({ pool, url, embedded: false }, async () => {});
  }
  const server = await openEmbedded(dataDirectory, log);
  const pool = createPool({ url: server.url, size, session: {} });
  return assemble({ pool, url: server.url, embedded: true }, server.stop);
}

/**
 * Opens the database for a moment beside whoever uses it: a running embedded server is shared and left running, one that
 * is not is started and stopped again.
 */
export async function openBeside(options: OpenDatabaseOptions): Promise<Database> {
  const running = options.databaseUrl === undefined ? await findRunning(options.dataDirectory) : undefined;
  if (running === undefined) return openDatabase(options);
  const pool = createPool({ url: running, size: options.poolSize ?? DEFAULT_POOL_SIZE, session: {} });
  return assemble({ pool, url: running, embedded: true }, async () => {});
}

function assemble(facts: Pick<Database, 'pool' | 'url' | 'embedded'>, stop: () => Promise<void>): Database {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: facts.pool }) });
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    await endPool(facts.pool);
    await stop();
  };
  const close = async (): Promise<void> => {
    closing ??= closeAll();
    await closing;
  };
  return { ...facts, db, close };
}

/** Whatever is still running after the wait fails with the server, or with our end. */
async function endPool(pool: Pool): Promise<void> {
  const timer = new AbortController();
  const late = wait(CLOSE_TIMEOUT, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([pool.end(), late]);
  timer.abort();
}
