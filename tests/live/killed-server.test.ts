import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { textAt } from '#core/shared-doc';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import { type Editor, openedEditor, until } from './live-server.ts';
import { liveStore, type LiveStore, liveTables } from './live-store.ts';

const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const SERVER = fileURLToPath(new URL('live-process.ts', import.meta.url));
const CYCLES = 6;

let database: Database;
let store: LiveStore;
let server: ChildProcess;

beforeAll(async () => {
  database = await testDatabase(liveTables);
  store = liveStore(database.pool);
}, 60_000);

afterAll(async () => {
  server.kill('SIGKILL');
  await database.close();
});

async function startServer(port: number): Promise<number> {
  server = spawn(NODE, ['--conditions=nevertwice-source', SERVER, database.url, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(server.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return Number(line.toString());
}

/** Types words, with pauses to think, until it is stopped; knows which of them the server told as stored. */
class Typist {
  typed = 0;
  told = 0;
  private isTyping = true;
  private readonly done: Promise<void>;

  constructor(editor: Editor) {
    this.done = this.type(editor);
  }

  async stop(): Promise<void> {
    this.isTyping = false;
    await this.done;
  }

  private async type(editor: Editor): Promise<void> {
    const text = textAt(editor.doc, 'summary.text');
    while (this.isTyping) {
      this.typed += 1;
      text.insert(text.length, 'word ');
      await wait(this.typed % 10 === 0 ? 70 : 3);
      if (editor.isSaved()) this.told = this.typed;
    }
  }
}

/** How many words there are. */
function wordsIn(text: string | undefined): number {
  return (text ?? '').split(' ').filter((word) => word !== '').length;
}

it(
  'a killed server loses nothing that it told as stored, and in the end nothing at all',
  { timeout: 120_000 },
  async () => {
    await store.put('pm', { record: { timeline: [], actions: [], summary: { text: 'word' } }, rows: {} });
    const port = await startServer(0);
    const ada = await openedEditor({ port }, 'pm', { user: 'ada' });
    textAt(ada.doc, 'summary.text').insert(4, ' ');
    let everTold = 0;
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const before = wordsIn(textAt(ada.doc, 'summary.text').toJSON());
      const typist = new Typist(ada);
      await until(() => typist.typed > 30 + 7 * cycle, 20_000);
      server.kill('SIGKILL');
      await typist.stop();
      expect(wordsIn((await store.get('pm')).record.summary?.text)).toBeGreaterThanOrEqual(before + typist.told);
      everTold += typist.told;
      await startServer(port);
      await until(() => ada.isSaved(), 20_000);
    }
    expect(everTold).toBeGreaterThan(CYCLES);
    const words = textAt(ada.doc, 'summary.text').toJSON().trim();
    expect((await store.get('pm')).record.summary?.text).toBe(words);
    expect((await store.get('pm')).record.timeline).toEqual([]);
    ada.close();
  },
);
