import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

import { getValue, setValue, textAt } from '#core/shared-doc';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import { type LiveServer, liveServer, openedEditor, openEditor, until } from './live-server.ts';
import { liveStore, type LiveStore, liveTables, WORKSPACE } from './live-store.ts';

let database: Database;
let store: LiveStore;
let server: LiveServer;

const LIMITS = { maxMessageBytes: 100_000, maxDocumentBytes: 50_000, messagesPerTenSeconds: 200 };

beforeAll(async () => {
  database = await testDatabase(liveTables);
  store = liveStore(database.pool);
  server = await liveServer(store.ports, LIMITS);
  for (const id of ['pm-1', 'pm-2', 'pm-3', 'pm-4'])
    await store.put(id, { record: { title: 'Payments down', timeline: [], actions: [] }, rows: {} });
}, 60_000);

afterAll(async () => {
  await server.stop();
  await database.close();
});

/** A bare connection, and how it ended. */
async function connect(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ socket: WebSocket; end: Promise<unknown> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers: { 'x-user': 'ada', ...headers } });
  const end = Promise.race([
    once(socket, 'close').then(([code, reason]) => `${String(code)} ${String(reason)}`),
    once(socket, 'unexpected-response').then(
      ([, response]) => `HTTP ${String((response as { statusCode: number }).statusCode)}`,
    ),
  ]);
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'open').catch(() => undefined), end]);
  return { socket, end };
}

const LIVE = '/api/v1/postmortems/pm-1/live';

describe('a connection', () => {
  it('is taken at its path only', async () => {
    for (const path of ['/', '/api/v1/postmortems/pm-1', '/api/v1/postmortems/../live', '/api/v1/postmortems/a/b/live'])
      expect(await (await connect(path)).end).toBe('HTTP 404');
  });

  it('is taken from pages of this server only', async () => {
    expect(await (await connect(LIVE, { origin: 'https://elsewhere.example' })).end).toBe('HTTP 403');
    expect(await (await connect(LIVE, { origin: 'null' })).end).toBe('HTTP 403');
    const own = await connect(LIVE, { origin: `http://127.0.0.1:${server.port}` });
    expect(own.socket.readyState).toBe(WebSocket.OPEN);
    own.socket.close();
  });

  it('is closed with a reason where nobody is signed in', async () => {
    expect(await (await connect(LIVE, { 'x-user': 'mallory' })).end).toBe('4401 session-expired');
  });

  it('is limited in number', async () => {
    const few = await liveServer(store.ports, { connectionsPerMinute: 3 });
    const editors = [1, 2, 3, 4].map(() => openEditor(few, 'pm-1', { user: 'ada' }));
    await until(() => editors.some(({ closed }) => closed.some(({ reason }) => reason === 'too-many')));
    expect(editors.filter(({ closed }) => closed.length === 0)).toHaveLength(3);
    for (const editor of editors) editor.close();
    await few.stop();
  });

  it('opens only the document of its path', async () => {
    const editor = openEditor(server, 'pm-1', { user: 'ada', documentName: `${WORKSPACE}/pm-2` });
    await until(() => editor.closed.length > 0);
    expect(editor.closed[0]).toEqual({ code: 4400, reason: 'malformed' });
    editor.close();
  });
});

describe('messages', () => {
  it('that are no protocol close the connection and hurt nobody else', async () => {
    const ada = await openedEditor(server, 'pm-1', { user: 'ada' });
    for (const data of [
      Buffer.from([255, 255, 255, 255, 255, 255]),
      Buffer.alloc(0),
      Buffer.from('rubbish'),
      Buffer.alloc(5000, 7),
    ]) {
      const { socket, end } = await connect(LIVE);
      socket.send(data);
      setTimeout(() => {
        socket.close();
      }, 50);
      await end;
    }
    const { socket, end } = await connect(LIVE);
    socket.send('text');
    expect(await end).toBe('1003 binary messages only');
    setValue(ada.doc, 'timelineZone', 'UTC');
    await until(() => ada.isSaved());
    ada.close();
  });

  it('that are larger than the limit are refused by the connection', async () => {
    const { socket, end } = await connect(LIVE);
    socket.send(Buffer.alloc(LIMITS.maxMessageBytes + 1));
    expect(await end).toMatch(/^1009/u);
  });

  it('that come too fast close the connection', async () => {
    const { socket, end } = await connect(LIVE);
    for (let sent = 0; sent <= LIMITS.messagesPerTenSeconds; sent += 1) socket.send(message('pm-1', [3]));
    expect(await end).toBe('4429 too-many');
  });

  it('with broken updates change nothing', async () => {
    const ada = await openedEditor(server, 'pm-3', { user: 'ada' });
    const ben = await openedEditor(server, 'pm-3', { user: 'ben' });
    const broken = Y.encodeStateAsUpdate(ben.doc).slice(0, -2);
    ben.provider.configuration.websocketProvider.send(message('pm-3', [0, 2, broken.length, ...broken]));
    await until(() => ben.closed.some(({ code, reason }) => code === 4400 && reason === 'malformed'));
    setValue(ada.doc, 'timelineZone', 'CET');
    await until(() => ada.isSaved());
    expect((await store.get('pm-3')).record).toMatchObject({ title: 'Payments down', timelineZone: 'CET' });
    ada.close();
    ben.close();
  });
});

/** A message as the protocol has it: address, then what it says. */
function message(postmortemId: string, content: readonly number[]): Uint8Array {
  const name = Buffer.from(`${WORKSPACE}/${postmortemId}`);
  return Buffer.concat([Buffer.from([name.length]), name, Buffer.from(content)]);
}

describe('a document', () => {
  it('does not grow beyond its limit, and what is stored stays', async () => {
    const ada = await openedEditor(server, 'pm-2', { user: 'ada' });
    const ben = await openedEditor(server, 'pm-2', { user: 'ben' });
    textAt(ada.doc, 'summary.text').insert(0, 'a'.repeat(40_000));
    await until(() => ada.isSaved());
    textAt(ben.doc, 'summary.text').insert(0, 'b'.repeat(20_000));
    await until(() => ben.closed.some(({ code, reason }) => code === 4413 && reason === 'document-too-large'));
    ben.close();
    // Deleting makes room again.
    textAt(ada.doc, 'summary.text').delete(0, 30_000);
    await until(() => ada.isSaved());
    expect((await store.get('pm-2')).record.summary?.text).toBe('a'.repeat(10_000));
    expect(textAt(ben.doc, 'summary.text').length).toBe(60_000);
    ada.close();
  });

  it('keeps the presence of others out of reach', async () => {
    const ada = await openedEditor(server, 'pm-4', { user: 'ada' });
    const ben = await openedEditor(server, 'pm-4', { user: 'ben' });
    ada.provider.awareness?.setLocalStateField('section', 'timeline');
    await until(() => ben.provider.awareness?.getStates().get(ada.doc.clientID)?.['section'] === 'timeline');
    // Ben speaks for Ada's copy of the document.
    const { awareness } = ben.provider;
    const clock = awareness?.meta.get(ada.doc.clientID)?.clock ?? 0;
    awareness?.meta.set(ada.doc.clientID, { clock: clock + 5, lastUpdated: 0 });
    awareness?.states.set(ada.doc.clientID, { section: 'stolen' });
    awareness?.emit('update', [{ added: [], updated: [ada.doc.clientID], removed: [] }, 'local']);
    ben.provider.awareness?.setLocalStateField('section', 'actions');
    await until(() => ada.provider.awareness?.getStates().get(ben.doc.clientID)?.['section'] === 'actions');
    expect(ada.provider.awareness?.getStates().get(ada.doc.clientID)).toMatchObject({ section: 'timeline' });
    const cleo = await openedEditor(server, 'pm-4', { user: 'cleo' });
    await until(() => (cleo.provider.awareness?.getStates().size ?? 0) >= 3);
    expect(cleo.provider.awareness?.getStates().get(ada.doc.clientID)).toMatchObject({
      section: 'timeline',
      user: { name: 'ada' },
    });
    for (const editor of [ada, ben, cleo]) editor.close();
    expect(getValue(ada.doc, 'title')).toBe('Payments down');
  });
});
