import pg from 'pg';

import { refuse } from '#core/errors';
import type { LivePorts, LiveTarget, StoredPostmortem } from '#server/live';
import type { Database } from '#store/connection';

/** A table in PostgreSQL that stores post-mortems as live editing wants it; and who asks is in a header. */
export interface LiveStore {
  readonly ports: LivePorts;
  readonly pool: pg.Pool;
  /** Lines of the log. */
  readonly log: { readonly level: string; readonly facts: object; readonly message: string }[];
  /** People that are signed in, by name. */
  readonly signedIn: Set<string>;
  /** Rights that differ from `write`, by name. */
  readonly access: Map<string, 'none' | 'read' | 'write'>;
  put(postmortemId: string, stored: Pick<StoredPostmortem, 'record' | 'rows'>): Promise<void>;
  get(postmortemId: string): Promise<StoredPostmortem & { readonly authors: readonly string[]; readonly via: string }>;
}

/** The workspace of everybody in these tests. */
export const WORKSPACE = 'w1';

/** Makes the tables. */
export async function liveTables(database: Pick<Database, 'pool'>): Promise<void> {
  await database.pool.query(`
    create table postmortems (id text primary key, revision int not null, record jsonb not null, rows jsonb not null, state bytea);
    create table revisions (id text, revision int, record jsonb, authors jsonb, via text, primary key (id, revision));
  `);
}

/** Ports over these tables. */
export function liveStore(pool: pg.Pool): LiveStore {
  const log: LiveStore['log'] = [];
  const signedIn = new Set(['ada', 'ben', 'cleo']);
  const access: LiveStore['access'] = new Map();
  const writer = (level: string) => (facts: object, message: string) => log.push({ level, facts, message });
  const load = (target: LiveTarget): Promise<StoredPostmortem> => read(pool, target.postmortemId);
  return {
    pool,
    log,
    signedIn,
    access,
    ports: {
      authenticate: (headers) => {
        const name = String(headers['x-user']);
        const isIn = signedIn.has(name) || name.startsWith('typist');
        return Promise.resolve(
          isIn ? { user: { id: `u-${name}`, name }, workspaceId: WORKSPACE, session: name } : null,
        );
      },
      access: async ({ user }, { postmortemId }) => {
        const found = await pool.query('select 1 from postmortems where id = $1', [postmortemId]);
        return found.rowCount === 0 ? 'none' : (access.get(user.name) ?? 'write');
      },
      load,
      save: (target, save) => write(pool, target.postmortemId, save),
      keepState: async ({ postmortemId }, { state, revision }) => {
        const kept = await pool.query('update postmortems set state = $1 where id = $2 and revision = $3', [
          state,
          postmortemId,
          revision,
        ]);
        if (kept.rowCount === 0) await refuseWrite(pool, postmortemId);
      },
      log: { info: writer('info'), warn: writer('warn'), error: writer('error') },
      metrics: { saved: () => undefined, refused: () => undefined },
    },
    put: async (id, { record, rows }) => {
      await pool.query(
        `insert into postmortems values ($1, 1, $2, $3, null)
         on conflict (id) do update set revision = postmortems.revision + 1, record = $2, rows = $3`,
        [id, JSON.stringify(record), JSON.stringify(rows)],
      );
    },
    get: async (id) => {
      const stored = await read(pool, id);
      const last = await pool.query<{ authors: string[]; via: string }>(
        'select authors, via from revisions where id = $1 and revision = $2',
        [id, stored.revision],
      );
      return { ...stored, authors: last.rows[0]?.authors ?? [], via: last.rows[0]?.via ?? '' };
    },
  };
}

async function read(pool: pg.Pool, id: string): Promise<StoredPostmortem> {
  const found = await pool.query<StoredPostmortem & { state: Buffer | null }>(
    'select * from postmortems where id = $1',
    [id],
  );
  const [row] = found.rows;
  if (row === undefined) return refuse('path-missing', { path: id });
  const { record, rows, revision, state } = row;
  return { record, rows, revision, ...(state === null ? {} : { state: new Uint8Array(state) }) };
}

async function write(
  pool: pg.Pool,
  id: string,
  { record, rows, state, expectedRevision, authors, via }: Parameters<LivePorts['save']>[1],
): Promise<{ revision: number }> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const done = await client.query<{ revision: number }>(
      'update postmortems set revision = revision + 1, record = $2, rows = $3, state = $4 where id = $1 and revision = $5 returning revision',
      [id, JSON.stringify(record), JSON.stringify(rows), state, expectedRevision],
    );
    const revision = done.rows[0]?.revision;
    if (revision === undefined) return await refuseWrite(client, id);
    await client.query('insert into revisions values ($1, $2, $3, $4, $5)', [
      id,
      revision,
      JSON.stringify(record),
      JSON.stringify(authors),
      via,
    ]);
    await client.query('commit');
    return { revision };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function refuseWrite(client: pg.PoolClient | pg.Pool, id: string): Promise<never> {
  const found = await client.query('select 1 from postmortems where id = $1', [id]);
  return found.rowCount === 0 ? refuse('path-missing', { path: id }) : refuse('output-exists', { path: id });
}
