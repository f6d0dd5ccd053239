import pg from 'pg';

import { valueParsers } from './value-parsers.ts';

/** What a pool needs to know. */
export interface PoolSettings {
  readonly url: string;
  readonly size: number;
  /** Set once on every new connection, as `set_config(name, value)`. */
  readonly session: Readonly<Record<string, string>>;
}

/** Longest wait for a connection, new or from the pool, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Connections that survive the loss of their server: lost ones fail their query and are replaced by new ones. */
export function createPool(settings: PoolSettings): pg.Pool {
  // The pool waits for the promise, which its type does not say.
  const onConnect = ((client: pg.ClientBase) => prepareSession(client, settings.session)) as (
    client: pg.ClientBase,
  ) => void;
  const pool = new pg.Pool({
    connectionString: settings.url,
    max: settings.size,
    types: valueParsers,
    application_name: 'nevertwice',
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    onConnect,
  });
  // An idle connection that is lost has been taken out of the pool by then; the next query opens another.
  pool.on('error', () => {});
  // One that is lost between two queries of a transaction says so on its next query; unheard, the event would end us.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function prepareSession(client: pg.ClientBase, session: PoolSettings['session']): Promise<void> {
  const pairs = Object.entries(session);
  if (pairs.length === 0) return;
  const calls = pairs.map((_pair, index) => `set_config($${String(index * 2 + 1)}, $${String(index * 2 + 2)}, false)`);
  await client.query(`select ${calls.join(', ')}`, pairs.flat());
}
