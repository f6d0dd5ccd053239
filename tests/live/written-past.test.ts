import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { readSharedDoc } from '#core/shared-doc';
import type { LivePorts } from '#server/live';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import { liveServer, openedEditor, until } from './live-server.ts';
import { liveStore, type LiveStore, liveTables, WORKSPACE } from './live-store.ts';

let database: Database;
let store: LiveStore;

beforeAll(async () => {
  database = await testDatabase(liveTables);
  store = liveStore(database.pool);
}, 60_000);

afterAll(() => database.close());

/** Adds an event without any document, as a program does while nobody has it open. */
async function addEvent(id: string, text: string): Promise<void> {
  const { record, rows } = await store.get(id);
  await store.put(id, {
    record: { ...record, timeline: [...record.timeline, { at: null, text }] },
    rows: { timeline: [...(rows['timeline'] ?? []), { id: text }] },
  });
}

/** Somebody else is always faster by one event: between reading what is stored and storing the document of it. */
function overtaken(ports: LivePorts, texts: string[]): LivePorts {
  return {
    ...ports,
    keepState: async (target, kept) => {
      const text = texts.shift();
      if (text !== undefined) await addEvent(target.postmortemId, text);
      await ports.keepState(target, kept);
    },
  };
}

const textsOf = (record: { readonly timeline: readonly { readonly text: string }[] }): string[] =>
  record.timeline.map(({ text }) => text);

it('an event that is written while the document opens is in it once', async () => {
  await store.put('opening', { record: { timeline: [], actions: [] }, rows: {} });
  await addEvent('opening', 'one');
  const server = await liveServer(overtaken(store.ports, ['two', 'three']));
  const editor = await openedEditor(server, 'opening', { user: 'ada' });
  await addEvent('opening', 'four');
  await server.live.noticeRevision({ workspaceId: WORKSPACE, postmortemId: 'opening' }, 5);
  await until(() => textsOf(readSharedDoc(editor.doc).record).length >= 4);
  expect(textsOf(readSharedDoc(editor.doc).record)).toEqual(['one', 'two', 'three', 'four']);
  editor.close();
  await server.stop();
});

it('an event that could not be stored in the document is seen by nobody, and comes once with the next server', async () => {
  await store.put('lost', { record: { timeline: [], actions: [] }, rows: {} });
  let isAway = false;
  const keepState: LivePorts['keepState'] = (target, kept) =>
    isAway ? Promise.reject(new Error('away')) : store.ports.keepState(target, kept);
  const server = await liveServer({ ...store.ports, keepState });
  const editor = await openedEditor(server, 'lost', { user: 'ada' });
  isAway = true;
  await addEvent('lost', 'one');
  const noticed = server.live.noticeRevision({ workspaceId: WORKSPACE, postmortemId: 'lost' }, 2);
  await expect(noticed).rejects.toThrow('away');
  await wait(50);
  editor.disconnect();
  await addEvent('lost', 'two');
  // Another server, which has nothing but the database.
  const next = await liveServer(store.ports);
  const back = await openedEditor(next, 'lost', { user: 'ada', document: editor.doc });
  await until(() => textsOf(readSharedDoc(back.doc).record).includes('two'));
  expect(textsOf(readSharedDoc(back.doc).record)).toEqual(['one', 'two']);
  back.close();
  editor.close();
  isAway = false;
  await Promise.all([server.stop(), next.stop()]);
});
