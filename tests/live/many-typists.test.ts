import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { textAt } from '#core/shared-doc';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import { type LiveServer, liveServer, openedEditor, until } from './live-server.ts';
import { liveStore, type LiveStore, liveTables } from './live-store.ts';

const PEOPLE = 50;
const WORDS = 10;

let database: Database;
let store: LiveStore;
let server: LiveServer;

beforeAll(async () => {
  database = await testDatabase(liveTables);
  store = liveStore(database.pool);
  server = await liveServer(store.ports);
}, 60_000);

afterAll(async () => {
  await server.stop();
  await database.close();
});

it('fifty people type into one text, and no character is lost', { timeout: 60_000 }, async () => {
  await store.put('pm', { record: { timeline: [], actions: [] }, rows: {} });
  const editors = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) => openedEditor(server, 'pm', { user: `typist${index}` })),
  );
  await Promise.all(
    editors.map(async ({ doc }, index) => {
      for (let word = 0; word < WORDS; word += 1) {
        textAt(doc, 'summary.text').insert(textAt(doc, 'summary.text').length, `<${index}:${word}>`);
        await wait(5 + ((index * 7 + word * 13) % 20));
      }
    }),
  );
  await until(() => editors.every((editor) => editor.isSaved()), 30_000);
  const texts = new Set(editors.map(({ doc }) => textAt(doc, 'summary.text').toJSON()));
  expect(texts.size).toBe(1);
  const [text = ''] = texts;
  expect((await store.get('pm')).record.summary?.text).toBe(text);
  const typed = editors.flatMap((_editor, index) =>
    Array.from({ length: WORDS }, (_word, word) => `<${index}:${word}>`),
  );
  expect(text.match(/<\d+:\d+>/gu)?.toSorted()).toEqual(typed.toSorted());
  expect(text).toHaveLength(typed.join('').length);
  expect(server.live.status()).toMatchObject({ documents: 1, connections: PEOPLE, failedSaves: 0 });
  for (const editor of editors) editor.close();
  await until(() => server.live.status().documents === 0);
});
