import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { figure, printTable } from '../print-table.ts';
import { call } from './load.ts';
import { numbers } from './numbers.ts';
import { type BenchServer, residentMegabytes, startBenchServer } from './running-server.ts';
import { makeRecord } from './seed.ts';
import { type Opening, type Typed, Typists } from './typists.ts';

const PEOPLE = 50;
const OPEN_DOCUMENTS = 500;
const SECONDS = 20;
const BARE = fileURLToPath(new URL('bare-live-process.ts', import.meta.url));

/** Fifty people in one document, and five hundred documents open, each beside the bare library of live editing. */
export async function benchLive(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'nevertwice-bench-live-'));
  const server = await startBenchServer(directory);
  const bare = await startBare();
  const typists = new Typists();
  try {
    const people = await invite(server, PEOPLE);
    const ids = await createDocuments(server, OPEN_DOCUMENTS + 1);
    const places: Places = { server, bare: bare.url, people, ids };
    await typing(typists, places);
    await manyDocuments(typists, places, bare.child);
  } finally {
    typists.end();
    bare.child.kill();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Places {
  readonly server: BenchServer;
  readonly bare: string;
  /** Cookies. */
  readonly people: readonly string[];
  readonly ids: readonly string[];
}

async function typing(typists: Typists, places: Places): Promise<void> {
  const [id = ''] = places.ids;
  const everybody = places.people.map((_, person) => ({ person, id, key: `typing ${person}` }));
  const ours = await measureTyping(typists, openingsOf(places, everybody));
  await new Promise((resolve) => setTimeout(resolve, 6000));
  const saved = await readPostmortem(places.server, id);
  const text = saved.record.summary?.text;
  const peer = await measureTyping(typists, bareOpenings(places, everybody, 'typing'));
  printTable(
    `${PEOPLE} people typing into one text for ${SECONDS} s, five keys a second each`,
    [
      ['propagation in ms', 'keys', 'p50', 'p95', 'p99', 'lost', 'stored is what is seen', 'aim p95'],
      ['the server', ...typedCells(ours), text === ours.texts[0] ? 'yes' : 'no', '100'],
      ['peer: bare Hocuspocus', ...typedCells(peer), '', ''],
    ],
    'From writing to arrival at another person; the people share the processors with the server. Nothing may be lost.',
  );
}

function typedCells(typed: Typed): string[] {
  const sorted = typed.delays.toSorted((a, b) => a - b);
  const part = (share: number): string => figure(sorted[Math.floor(sorted.length * share)] ?? 0);
  const keys = typed.stamps + Object.values(typed.letters).reduce((sum, count) => sum + count, 0);
  return [String(keys), part(0.5), part(0.95), part(0.99), String(lostOf(typed))];
}

async function measureTyping(typists: Typists, openings: readonly Opening[]): Promise<Typed> {
  await typists.open(openings);
  const parts = await typists.type(SECONDS);
  await typists.close(true);
  return {
    letters: Object.assign({}, ...parts.map(({ letters }) => letters)) as Typed['letters'],
    stamps: parts.reduce((sum, { stamps }) => sum + stamps, 0),
    texts: [...new Set(parts.flatMap(({ texts }) => texts))],
    delays: parts.flatMap(({ delays }) => delays),
  };
}

/** Characters that not everybody has at the end. */
function lostOf({ letters, stamps, texts }: Typed): number {
  const lost = texts.map((text) => {
    const kept = text.replaceAll(/\{\d+\}/gu, '');
    const missing = Object.entries(letters).map(([letter, count]) => count - (kept.split(letter).length - 1));
    const missingStamps = stamps - (text.match(/\{\d+\}/gu)?.length ?? 0);
    return [...missing, missingStamps].reduce((sum, count) => sum + Math.abs(count), 0);
  });
  return Math.max(...lost);
}

async function manyDocuments(typists: Typists, places: Places, bare: ChildProcess): Promise<void> {
  const [, ...ids] = places.ids;
  const wanted = ids.map((id, index) => ({ person: index % PEOPLE, id, key: id }));
  const [before, bareBefore] = [residentMegabytes(places.server.child), residentMegabytes(bare)];
  await typists.open(openingsOf(places, wanted));
  const open = residentMegabytes(places.server.child);
  await typists.close(false);
  await typists.open(bareOpenings(places, wanted, 'open'));
  const bareOpen = residentMegabytes(bare);
  await typists.close(true);
  printTable(
    `${ids.length} documents of 20 events open at once, one person each`,
    [
      ['resident MB', 'before', 'open', 'of that the database', 'aim'],
      ['the server', ...[before.node + before.database, open.node + open.database, open.database].map(figure), '500'],
      ['peer: bare Hocuspocus', ...[bareBefore.node, bareOpen.node].map(figure), '–', ''],
    ],
    'The peer holds the same documents and knows nothing of people, rights or storing.',
  );
}

interface Wanted {
  readonly person: number;
  readonly id: string;
  readonly key: string;
}

function openingsOf({ people, server }: Places, wanted: readonly Wanted[]): Opening[] {
  return wanted.map(({ id, key, person }) => ({
    url: `${server.url.replace('http', 'ws')}/api/v1/postmortems/${id}/live`,
    name: `${server.workspaceId}/${id}`,
    cookie: people[person]!,
    person,
    key,
  }));
}

function bareOpenings({ bare }: Places, wanted: readonly Wanted[], prefix: string): Opening[] {
  return wanted.map(({ id, key, person }) => ({ url: bare, name: `${prefix}/${id}`, cookie: '', person, key }));
}

async function startBare(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [BARE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `ws://127.0.0.1:${port.toString().trim()}/`, child };
}

/** New people with a session each. */
async function invite({ headers, url }: BenchServer, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const body = { role: 'contributor' };
    const invitation = JSON.parse(await call(`${url}/api/v1/invitations`, { method: 'POST', headers, body })) as {
      url: string;
    };
    const answer = await fetch(`${url}/api/v1/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        token: invitation.url.split('token=')[1],
        name: `Person ${index}`,
        email: `person-${index}@example.com`,
        password: 'a long enough password',
      }),
    });
    if (!answer.ok) throw new Error(`Accepting an invitation answered ${answer.status}: ${await answer.text()}`);
    cookies.push(answer.headers.get('set-cookie')!.split(';')[0]!);
  }
  return cookies;
}

/** Post-mortems with twenty events; the first one without a summary, to be written into. */
async function createDocuments({ headers, url }: BenchServer, count: number): Promise<string[]> {
  const pick = numbers(5);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { summary, ...record } = makeRecord(pick, { start: Date.UTC(2026, 0, 1), eventsEach: 20, index });
    const answer = await call(`${url}/api/v1/postmortems`, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
      body: { title: record.title, record: index === 0 ? record : { ...record, summary } },
    });
    ids.push((JSON.parse(answer) as { id: string }).id);
  }
  return ids;
}

async function readPostmortem(
  { headers, url }: BenchServer,
  id: string,
): Promise<{ record: { summary?: { text?: string } } }> {
  return JSON.parse(await call(`${url}/api/v1/postmortems/${id}`, { headers })) as {
    record: { summary?: { text?: string } };
  };
}
