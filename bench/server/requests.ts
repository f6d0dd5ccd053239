import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Kysely } from 'kysely';

import { openDatabase } from '#store/connection';
import { migrate } from '#store/migrations';
import type { Tables } from '#store/tables';

import { figure, printTable } from '../print-table.ts';
import { call, type Latency, load } from './load.ts';
import { numbers } from './numbers.ts';
import { measurePeers, type Peers } from './peers.ts';
import { type BenchServer, measureStart, residentMegabytes, startBenchServer } from './running-server.ts';
import { makeRecord, seed } from './seed.ts';
import { QUERIES } from './words.data.ts';

/** How much is measured on. */
export interface RequestsSize {
  readonly postmortems: number;
  readonly eventsEach: number;
  /** Directory that keeps the seeded database for the next time; absent: a new one, gone afterwards. */
  readonly keep: string | undefined;
}

interface Seeded {
  readonly workspaceId: string;
  readonly ids: readonly string[];
  readonly peers: Peers;
}

/** Sets up, fills the database once, and measures what bare SQL does on it. */
async function prepare(directory: string, { eventsEach, postmortems }: RequestsSize): Promise<Seeded> {
  if (!existsSync(join(directory, 'seeded'))) await (await startBenchServer(directory)).stop();
  const database = await openDatabase({ dataDirectory: directory });
  const db = database.db as unknown as Kysely<Tables>;
  await migrate(database.db);
  const workspace = await db.selectFrom('workspaces').select('id').executeTakeFirstOrThrow();
  const user = await db.selectFrom('users').select('id').executeTakeFirstOrThrow();
  const seeding = { workspaceId: workspace.id, userId: user.id, postmortems, eventsEach };
  const { count } = await db
    .selectFrom('postmortems')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const started = performance.now();
  if (count < postmortems) await seed(db, seeding, (line) => console.log(line));
  console.log(`database ready after ${figure((performance.now() - started) / 1000)} s`);
  const rows = await db.selectFrom('postmortems').select('id').orderBy('id').limit(5000).execute();
  const ids = rows.map((row) => row.id);
  const peers = await measurePeers(database.pool, { workspaceId: workspace.id, ids, answer: 'x'.repeat(20_000) });
  await database.close();
  return { workspaceId: workspace.id, ids, peers };
}

interface Work {
  readonly name: string;
  readonly aim: string;
  readonly calls: number;
  readonly run: (index: number) => Promise<unknown>;
}

function works({ headers, url }: BenchServer, ids: readonly string[]): Work[] {
  const get = (path: string) => call(`${url}/api/v1${path}`, { headers });
  const pick = numbers(99);
  const searches = Object.entries(QUERIES).map(([name, query]): Work => ({
    name: `search, ${name}`,
    aim: '50 / 100',
    calls: 200,
    run: () => get(`/search?q=${encodeURIComponent(query)}`),
  }));
  return [
    { name: 'list', aim: '30 / 50', calls: 300, run: () => get('/postmortems') },
    {
      name: 'list, service and status',
      aim: '30 / 50',
      calls: 300,
      run: (n) => get(`/postmortems?service=service-${n % 60}&status=published`),
    },
    { name: 'facets', aim: '–', calls: 20, run: () => get('/postmortem-facets') },
    { name: 'home', aim: '–', calls: 200, run: () => get('/home') },
    ...searches,
    { name: 'open', aim: '4 / 8', calls: 1000, run: (n) => get(`/postmortems/${ids[(n * 37) % ids.length]}`) },
    {
      name: 'create, 10 events, 2 actions',
      aim: '8 / 20',
      calls: 400,
      run: (n) =>
        call(`${url}/api/v1/postmortems`, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
          body: {
            title: `Created ${n}`,
            record: makeRecord(pick, { start: Date.UTC(2026, 0, 1), eventsEach: 10, index: n }),
          },
        }),
    },
  ];
}

const cell = ({ median, p95 }: Latency): string => `${figure(median)} / ${figure(p95)}`;

async function measure(server: BenchServer, seeded: Seeded, size: RequestsSize): Promise<void> {
  const rows: string[][] = [['milliseconds, median / p95', 'one client', 'eight clients', 'per s, eight', 'aim, one']];
  let created: Latency | undefined;
  for (const work of works(server, seeded.ids)) {
    const one = await load(work.run, { clients: 1, calls: work.calls });
    const eight = await load(work.run, { clients: 8, calls: work.calls * 2 });
    if (work.name.startsWith('create')) created = eight;
    rows.push([work.name, cell(one), cell(eight), figure(eight.rate), work.aim]);
  }
  const { bareHttp, bareInsert, bareList, bareOpen } = seeded.peers;
  rows.push(
    ['peer: bare HTTP, 20 kB', cell(bareHttp), '', '', ''],
    ['peer: bare SQL, list of 50', cell(bareList), '', '', ''],
    ['peer: bare SQL, open', cell(bareOpen), '', '', ''],
    ['peer: bare INSERT transaction', cell(bareInsert[1]), cell(bareInsert[8]), figure(bareInsert[8].rate), ''],
  );
  const share = created === undefined ? 'unknown' : `${Math.round((created.rate / bareInsert[8].rate) * 100)} %`;
  printTable(
    `Server with ${size.postmortems.toLocaleString('en')} post-mortems and ${(size.postmortems * size.eventsEach).toLocaleString('en')} events, embedded PostgreSQL`,
    rows,
    `Creates reach ${share} of bare INSERT transactions of 13 rows (aim: 40 %). With eight clients at most four times the aim of one.`,
  );
}

/** The server with a full database beside bare SQL and bare HTTP. */
export async function benchRequests(size: RequestsSize): Promise<void> {
  const directory = size.keep ?? mkdtempSync(join(tmpdir(), 'nevertwice-bench-'));
  try {
    const seeded = await prepare(directory, size);
    const startMs = await measureStart(directory);
    const server = await startBenchServer(directory);
    try {
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      const idle = residentMegabytes(server.child);
      await measure(server, seeded, size);
      const busy = residentMegabytes(server.child);
      console.log(
        `\nstart to first page ${figure(startMs)} ms (aim 3,000); idle ${total(idle)} (aim 150); after the load ${total(busy)} (aim 400)`,
      );
    } finally {
      await server.stop();
    }
  } finally {
    if (size.keep === undefined) rmSync(directory, { recursive: true, force: true });
  }
}

function total({ database, node }: { readonly node: number; readonly database: number }): string {
  return `${figure(node + database)} MB (server ${figure(node)}, database ${figure(database)})`;
}
