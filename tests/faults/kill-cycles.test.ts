import { setTimeout as wait } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { textAt } from '#core/shared-doc';
import { openDatabase } from '#store/connection';

import { until } from '../live/live-server.ts';
import { workDirectory } from '../support/work-directory.ts';
import { ApiWriters } from './api-writers.ts';
import { FaultyServer } from './faulty-server.ts';
import { openAsAdministrator, Typist } from './typist.ts';

const CYCLES = 30;
/** Longest time until writing goes on after a kill, in milliseconds. */
const PATIENCE = 30_000;

const server = new FaultyServer(`${workDirectory()}/data`);

beforeAll(async () => {
  await server.start();
  await server.signIn();
}, 60_000);

// After a failure the database may just be coming back, and the server waits for what it has not stored.
afterAll(() => server.end('SIGTERM'), 120_000);

/** In turns what can be lost. A server takes longer to start than its database, so the database is lost more often. */
const VICTIMS = ['server', 'database', 'database', 'both', 'database', 'database'] as const;

/** Kills, and starts again what does not start by itself. What is typed meanwhile stays in the editor. */
async function killOne(cycle: number, typist: Typist): Promise<void> {
  const victim = VICTIMS[cycle % VICTIMS.length];
  const database = await server.databasePid();
  if (victim !== 'server') process.kill(database, 'SIGKILL');
  if (victim === 'database') return;
  const { told } = typist;
  await server.end('SIGKILL');
  typist.editor.disconnect();
  await server.start();
  // Before the editor, which has everything, is back.
  await until(async () => (await server.call('GET', '/session')).status === 200, PATIENCE);
  expect(await storedWords()).toBeGreaterThanOrEqual(told);
  typist.editor.connect().catch(() => undefined);
}

let open = '';

async function storedWords(): Promise<number> {
  const { body } = await server.call('GET', `/postmortems/${open}`);
  return Number(/w(\d+)$/u.exec(body.record.summary?.text ?? 'w0')?.[1]);
}

async function newPostmortem(): Promise<string> {
  return (await server.create('/postmortems', { title: 'Outage', date: '2026-03-01' })).body.id;
}

/** What the database holds, read without the server. */
async function readDatabase() {
  const database = await openDatabase({ dataDirectory: server.directory });
  const { db } = database;
  const titles = await sql<{ id: string; title: string }>`select id, title from postmortems`.execute(db);
  const events = await sql<{ text: string }>`select text from timeline_events`.execute(db);
  await database.close();
  return {
    titles: new Map(titles.rows.map(({ id, title }) => [id, title])),
    events: events.rows.map(({ text }) => text),
  };
}

it(
  `keeps every acknowledged write and goes on without help, ${String(CYCLES)} times killed`,
  { timeout: 240_000 },
  async () => {
    open = await newPostmortem();
    const typist = new Typist(await openAsAdministrator(server, open));
    const writers = new ApiWriters(server, { open, closed: await newPostmortem() });
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const before = writers.acknowledged;
      await until(() => writers.acknowledged > before + 3, PATIENCE);
      await wait(Math.random() * 300);
      await killOne(cycle, typist);
    }
    await typist.stop();
    await until(() => typist.editor.isSaved(), PATIENCE);
    await writers.stop();
    // The last kill may have been the database's, a moment ago.
    await until(async () => (await server.call('GET', `/postmortems/${open}`)).status === 200, PATIENCE);
    await until(() => typist.editor.isSaved(), PATIENCE);
    const { body } = await server.call('GET', `/postmortems/${open}`);
    expect(body.record.summary?.text).toBe(textAt(typist.editor.doc, 'summary.text').toJSON());
    typist.editor.close();
    await server.end('SIGKILL');

    const { events, titles } = await readDatabase();
    expect([...writers.created].filter(([id, title]) => titles.get(id) !== title)).toEqual([]);
    expect([...writers.counted].filter(([id, number]) => Number(titles.get(id)?.split(' ')[1] ?? -1) < number)).toEqual(
      [],
    );
    const kept = new Set(events);
    expect(writers.events.filter((text) => !kept.has(text))).toEqual([]);
    // What is written once is there once.
    expect(events).toHaveLength(kept.size);
    expect(writers.complaints).toEqual([]);
    expect(typist.told).toBeGreaterThan(CYCLES);
    expect(writers.acknowledged).toBeGreaterThan(4 * CYCLES);
  },
);
