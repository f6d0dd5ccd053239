import { createServer, type Server } from 'node:http';

import type { Pool } from 'pg';

import { call, type Latency, load } from './load.ts';

/** What the same machine does with nothing of ours in between. */
export interface Peers {
  readonly bareHttp: Latency;
  readonly bareList: Latency;
  readonly bareOpen: Latency;
  readonly bareInsert: Record<1 | 8, Latency>;
}

/** Answers of a bare Node server, and bare SQL over one connection each: the floor below the figures. */
export async function measurePeers(
  pool: Pool,
  facts: { workspaceId: string; ids: readonly string[]; answer: string },
): Promise<Peers> {
  const { workspaceId, ids, answer } = facts;
  const { url, server } = await bareServer(answer);
  const bareHttp = await load(() => call(url, { headers: {} }), { clients: 1, calls: 500 });
  server.close();
  const list = `select id, title, status, severity_label, incident_at from postmortems
    where workspace_id = $1 and deleted_at is null order by sorted_at desc, id desc limit 50`;
  const bareList = await load(() => pool.query(list, [workspaceId]), { clients: 1, calls: 500 });
  const bareOpen = await load(
    (n) =>
      pool.query(
        `select p.*, (select json_agg(item) from timeline_events e where e.workspace_id = p.workspace_id and e.postmortem_id = p.id) as events
     from postmortems p where p.workspace_id = $1 and p.id = $2`,
        [workspaceId, ids[n % ids.length]],
      ),
    { clients: 1, calls: 500 },
  );
  const bareInsert = { 1: await inserts(pool, 1), 8: await inserts(pool, 8) };
  return { bareHttp, bareList, bareOpen, bareInsert };
}

/** A transaction that inserts the same rows as creating a post-mortem does, as text only. */
async function inserts(pool: Pool, clients: 1 | 8): Promise<Latency> {
  await pool.query(`create table if not exists bench_head (id bigserial primary key, text text);
    create table if not exists bench_row (head bigint, position int, text text, primary key (head, position))`);
  const text = 'x'.repeat(4000);
  const latency = await load(
    async () => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<{ id: number }>('insert into bench_head (text) values ($1) returning id', [
          text,
        ]);
        await client.query('insert into bench_row select $1, n, $2 from generate_series(1, 12) n', [
          rows[0]!.id,
          text.slice(0, 120),
        ]);
        await client.query('commit');
      } finally {
        client.release();
      }
    },
    { clients, calls: 1000 },
  );
  await pool.query('drop table bench_head, bench_row');
  return latency;
}

async function bareServer(answer: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bare server has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, server };
}
