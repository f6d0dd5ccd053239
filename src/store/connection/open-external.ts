import type { Pool } from 'pg';

import { refuse } from '#core/errors';

import { createPool } from './create-pool.ts';
import { SESSION_SETTINGS } from './embedded/server-settings.data.ts';

/** The oldest server that our queries run on, as `server_version_num`. */
const OLDEST = 150_000;

interface ServerFacts {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
}

/** Connections to a server of somebody else, which is asked first whether it will do. */
export async function openExternal(url: string, size: number): Promise<Pool> {
  const shown = showUrl(url);
  const pool = createPool({ url, size, session: SESSION_SETTINGS });
  try {
    checkServer(await readFacts(pool, shown), shown);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** The address without its password and without its parameters, which may hold another. */
export function showUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null) return refuse('database-url-invalid', { reason: 'it is not an address' });
  if (!/^postgres(?:ql)?:$/u.test(url.protocol)) {
    return refuse('database-url-invalid', { reason: `it starts with "${url.protocol}"` });
  }
  const user = url.username === '' ? '' : `${url.username}@`;
  return `${url.protocol}//${user}${url.host}${url.pathname}`;
}

async function readFacts(pool: Pool, shown: string): Promise<ServerFacts> {
  try {
    const { rows } = await pool.query<ServerFacts>(`
      select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
             current_setting('server_version_num')::int as number`);
    return rows[0] ?? refuse('database-unreachable', { url: shown, reason: 'it gave an empty answer' });
  } catch (error) {
    return refuse('database-unreachable', { url: shown, reason: reasonOf(error) });
  }
}

/** Refuses a server that our queries do not run on. */
export function checkServer(facts: ServerFacts, url: string): void {
  if (facts.number < OLDEST) {
    refuse('database-unsuitable', {
      url,
      reason: `it is PostgreSQL ${facts.version}, and 15 is the oldest that will do`,
    });
  }
  if (facts.encoding !== 'UTF8') {
    refuse('database-unsuitable', { url, reason: `it keeps its text in ${facts.encoding}, not in UTF8` });
  }
}

/** A host with several addresses fails once for each of them. */
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message.replace(/\.$/u, '') : String(first);
}
