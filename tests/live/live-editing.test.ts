import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { cellText, getValue, insertRow, listAt, readSharedDoc, setValue, textAt } from '#core/shared-doc';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import {
  type Editor,
  type EditorOptions,
  type LiveServer,
  liveServer,
  openEditor,
  openedEditor,
  until,
} from './live-server.ts';
import { liveStore, type LiveStore, liveTables, WORKSPACE } from './live-store.ts';

let database: Database;
let store: LiveStore;
let server: LiveServer;
let editors: Editor[] = [];
let count = 0;

/** A new post-mortem with a summary and one event. */
async function newPostmortem(): Promise<string> {
  const id = `pm-${(count += 1)}`;
  await store.put(id, {
    record: {
      title: 'Payments down',
      status: 'Draft',
      summary: { text: 'Payments failed.' },
      timeline: [{ at: null, text: 'Alert fired', source: 'E1:1' }],
      actions: [],
    },
    rows: { timeline: [{ id: 't1', sources: ['E1:1'] }] },
  });
  return id;
}

async function open(id: string, options: string | EditorOptions): Promise<Editor> {
  const editor = await openedEditor(server, id, typeof options === 'string' ? { user: options } : options);
  editors.push(editor);
  return editor;
}

const summaryOf = (editor: Editor): string => textAt(editor.doc, 'summary.text').toJSON();
const target = (postmortemId: string) => ({ workspaceId: WORKSPACE, postmortemId });

beforeAll(async () => {
  database = await testDatabase(liveTables);
  store = liveStore(database.pool);
  server = await liveServer(store.ports);
}, 60_000);

afterEach(() => {
  for (const editor of editors) editor.close();
  editors = [];
  store.access.clear();
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

describe('two people in one post-mortem', () => {
  it('see what the other types, and both are authors of what is stored', async () => {
    const id = await newPostmortem();
    const [ada, ben] = [await open(id, 'ada'), await open(id, 'ben')];
    textAt(ada.doc, 'summary.text').insert(0, 'On Monday: ');
    textAt(ben.doc, 'summary.text').insert(summaryOf(ben).length, ' Nobody was paged.');
    insertRow({ doc: ben.doc, list: 'timeline' }, { at: null, text: 'Rolled back' }, { meta: { id: 't2' } });
    await until(
      () => ada.isSaved() && ben.isSaved() && summaryOf(ada) === summaryOf(ben) && summaryOf(ada).length > 40,
    );
    const stored = await store.get(id);
    expect(stored.record.summary?.text).toBe('On Monday: Payments failed. Nobody was paged.');
    expect(stored.record.timeline.map(({ text }) => text)).toEqual(['Alert fired', 'Rolled back']);
    expect(stored.rows['timeline']?.map(({ id: row }) => row)).toEqual(['t1', 't2']);
    expect(stored.authors.toSorted()).toEqual(['u-ada', 'u-ben']);
    expect(stored.record.status).toBe('Draft');
  });

  it('merge what they wrote while one of them was offline', async () => {
    const id = await newPostmortem();
    const [ada, ben] = [await open(id, 'ada'), await open(id, 'ben')];
    ben.disconnect();
    textAt(ben.doc, 'summary.text').insert(0, 'Offline. ');
    textAt(ada.doc, 'summary.text').insert(summaryOf(ada).length, ' Online.');
    await until(() => ada.isSaved());
    await ben.connect();
    await until(() => ada.isSaved() && ben.isSaved() && summaryOf(ada) === 'Offline. Payments failed. Online.');
    expect(summaryOf(ben)).toBe(summaryOf(ada));
    expect((await store.get(id)).record.summary?.text).toBe(summaryOf(ada));
  });

  it('are shown to each other under their own names, whatever an editor says', async () => {
    const id = await newPostmortem();
    const [ada, ben] = [await open(id, 'ada'), await open(id, 'ben')];
    ben.provider.awareness?.setLocalStateField('user', { id: 'u-ada', name: 'ada', color: 'red' });
    ben.provider.awareness?.setLocalStateField('cursor', { anchor: 1 });
    const seen = () => ada.provider.awareness?.getStates().get(ben.doc.clientID);
    await until(() => seen() !== undefined && 'cursor' in (seen() ?? {}));
    expect(seen()).toMatchObject({ user: { id: 'u-ben', name: 'ben' }, cursor: { anchor: 1 } });
    ben.provider.awareness?.setLocalStateField('cursor', 'x'.repeat(100_000));
    ben.provider.awareness?.setLocalStateField('cursor', { anchor: 2 });
    await until(() => JSON.stringify(seen()).includes('"anchor":2'));
  });
});

describe('a server that starts again', () => {
  it('merges an editor that was offline, and doubles nothing', async () => {
    const id = await newPostmortem();
    const first = await liveServer(store.ports);
    const ada = await openedEditor(first, id, { user: 'ada' });
    editors.push(ada);
    ada.disconnect();
    textAt(ada.doc, 'summary.text').insert(0, 'Kept. ');
    await first.stop();
    // Meanwhile somebody writes without any document open.
    const before = await store.get(id);
    await store.put(id, {
      record: { ...before.record, title: 'Payments down again', summary: { text: 'Payments failed. Twice.' } },
      rows: before.rows,
    });
    const second = await liveServer(store.ports, { port: first.port });
    await ada.connect();
    await until(() => ada.isSaved() && getValue(ada.doc, 'title') === 'Payments down again');
    expect(summaryOf(ada)).toBe('Kept. Payments failed. Twice.');
    expect((await store.get(id)).record.timeline).toHaveLength(1);
    await second.stop();
  });

  it('makes the same document of the same record, wherever it is made', async () => {
    const id = await newPostmortem();
    const others = await Promise.all([liveServer(store.ports), liveServer(store.ports)]);
    const [left, right] = await Promise.all(others.map((other) => openedEditor(other, id, { user: 'ada' })));
    editors.push(left as Editor, right as Editor);
    const merged = await open(id, { user: 'cleo', document: (left as Editor).doc });
    expect(summaryOf(merged)).toBe('Payments failed.');
    expect(readSharedDoc(merged.doc).record.timeline).toHaveLength(1);
    await Promise.all(others.map((other) => other.stop()));
  });

  it('stores on a clean stop what nobody waited for', async () => {
    const id = await newPostmortem();
    const other = await liveServer(store.ports, { quietMs: 60_000, latestMs: 60_000 });
    const ada = await openedEditor(other, id, { user: 'ada' });
    editors.push(ada);
    setValue(ada.doc, 'title', 'Stopped in the middle');
    await until(() => ada.provider.unsyncedChanges === 0);
    await other.stop();
    expect((await store.get(id)).record.title).toBe('Stopped in the middle');
  });
});

describe('a database that does not store', () => {
  const breakDatabase = () => database.pool.query('alter table postmortems rename to away');
  const mendDatabase = () => database.pool.query('alter table away rename to postmortems');

  it('is told to everybody, tried again, and loses nothing even when everybody leaves', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    const failedBefore = server.live.status().failedSaves;
    await breakDatabase();
    setValue(ada.doc, 'title', 'Written while the database was away');
    await until(() => ada.messages.at(-1)?.type === 'save-failed');
    expect(ada.messages.at(-1)).toMatchObject({
      reason: 'The server could not store it; its log says why.',
      retryInSeconds: 0.05,
    });
    expect(store.log.filter(({ level }) => level === 'error').at(-1)?.message).toBe(
      'A shared document could not be stored; it stays in memory.',
    );
    ada.close();
    await until(() => server.live.status().connections === 0);
    expect(server.live.status()).toMatchObject({ documents: 1, unsaved: 1, failing: 1 });
    expect(server.live.status().failedSaves).toBeGreaterThan(failedBefore);
    await mendDatabase();
    await until(() => server.live.status().documents === 0);
    expect((await store.get(id)).record.title).toBe('Written while the database was away');
    expect(server.live.status()).toMatchObject({ unsaved: 0, failing: 0 });
  });

  it('refuses a change from outside, and changes nothing then', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    await breakDatabase();
    const change = server.live.applyToOpen(target(id), ({ record, rows }) => ({
      record: { ...record, title: 'Never' },
      rows,
    }));
    await expect(change).rejects.toThrow('relation "postmortems" does not exist');
    await mendDatabase();
    expect(getValue(ada.doc, 'title')).toBe('Payments down');
    expect((await store.get(id)).record.title).toBe('Payments down');
  });
});

describe('a slow database', () => {
  it('is never taken for one that has stored what came later', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    const lock = await database.pool.connect();
    await lock.query('begin');
    await lock.query('lock table postmortems in share mode');
    setValue(ada.doc, 'title', 'First');
    await until(async () => {
      const waiting = await database.pool.query(
        "select 1 from pg_locks where not granted and relation = 'postmortems'::regclass",
      );
      return waiting.rowCount === 1;
    });
    // A deletion, which state vectors do not know of.
    textAt(ada.doc, 'summary.text').delete(0, 9);
    await until(() => ada.provider.unsyncedChanges === 0);
    const before = ada.messages.length;
    await lock.query('rollback');
    lock.release();
    await until(() => ada.messages.length > before);
    expect(ada.messages[before]).toMatchObject({ type: 'saved', revision: 2, clean: false });
    await until(() => ada.isSaved());
    expect(ada.messages.at(-1)).toMatchObject({ type: 'saved', revision: 3, clean: true });
    expect((await store.get(id)).record).toMatchObject({ title: 'First', summary: { text: 'failed.' } });
  });
});

describe('rights', () => {
  it('let a reader look and not write', async () => {
    const id = await newPostmortem();
    store.access.set('ben', 'read');
    const [ada, ben] = [await open(id, 'ada'), await open(id, 'ben')];
    expect(ben.provider.authorizedScope).toBe('readonly');
    setValue(ben.doc, 'title', 'Not mine to write');
    setValue(ada.doc, 'timelineZone', 'UTC');
    await until(() => ada.isSaved() && getValue(ben.doc, 'timelineZone') === 'UTC');
    expect(getValue(ada.doc, 'title')).toBe('Payments down');
    expect((await store.get(id)).record.title).toBe('Payments down');
  });

  it('change for connections that are open', async () => {
    const id = await newPostmortem();
    const [ada, ben] = [await open(id, 'ada'), await open(id, 'ben')];
    store.access.set('ben', 'read');
    await server.live.recheckAccess(target(id));
    await until(() => ben.messages.at(-1)?.type === 'access');
    setValue(ben.doc, 'title', 'Too late');
    store.access.set('ben', 'none');
    await server.live.recheckAccess({ workspaceId: WORKSPACE });
    await until(() => ben.closed.some(({ code, reason }) => code === 4404 && reason === 'no-access'));
    ben.close();
    expect(getValue(ada.doc, 'title')).toBe('Payments down');
  });

  it('end with the session, and the editor keeps what it has', async () => {
    const id = await newPostmortem();
    store.signedIn.add('dora');
    const dora = await open(id, 'dora');
    store.signedIn.delete('dora');
    textAt(dora.doc, 'summary.text').insert(0, 'Typed. ');
    await server.live.recheckAccess(target(id));
    await until(() => dora.closed.some(({ code, reason }) => code === 4401 && reason === 'session-expired'));
    textAt(dora.doc, 'summary.text').insert(0, 'Later. ');
    store.signedIn.add('dora');
    await until(() => dora.isSaved(), 10_000);
    expect((await store.get(id)).record.summary?.text).toBe('Later. Typed. Payments failed.');
  });

  it('never give status, sign-off or publication to somebody who may only edit', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    ada.doc.getMap('values').set('status', 'Approved');
    ada.doc.getMap('values').set('document.status', 'Approved');
    ada.doc.getArray('signOffs').push([{ role: 'CTO', name: 'ada' }]);
    setValue(ada.doc, 'title', 'Sneaky');
    await until(() => ada.isSaved() && getValue(ada.doc, 'title') === 'Sneaky');
    const { record } = await store.get(id);
    expect(record).toMatchObject({ title: 'Sneaky', status: 'Draft' });
    expect(record.signOffs).toBeUndefined();
    expect(record.document).toBeUndefined();
    expect(ada.messages.at(-1)).toMatchObject({
      type: 'saved',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'shared-field-unknown' })]),
    });
  });
});

describe('a change from outside', () => {
  it('is stored before it is answered and appears in open editors', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    textAt(ada.doc, 'summary.text').insert(0, 'Still typing. ');
    await until(() => ada.provider.unsyncedChanges === 0);
    const answer = await server.live.applyToOpen(
      target(id),
      ({ record, rows }) => ({
        record: { ...record, title: 'From outside', status: 'In review', actions: [{ text: 'Add an alert' }] },
        rows,
      }),
      { userId: 'u-robot' },
    );
    const stored = await store.get(id);
    expect(stored).toMatchObject({ revision: answer?.revision, authors: ['u-robot'], via: 'api' });
    const history = await database.pool.query('select authors, via from revisions where id = $1 order by revision', [
      id,
    ]);
    expect(history.rows).toEqual([
      { authors: ['u-ada'], via: 'web' },
      { authors: ['u-robot'], via: 'api' },
    ]);
    expect(stored.record).toMatchObject({
      title: 'From outside',
      status: 'In review',
      summary: { text: 'Still typing. Payments failed.' },
    });
    await until(() => getValue(ada.doc, 'title') === 'From outside' && ada.isSaved());
    expect(readSharedDoc(ada.doc).record.actions).toEqual([{ text: 'Add an alert' }]);
    expect(stored.rows['actions']?.[0]?.id).toBe(readSharedDoc(ada.doc).rows['actions']?.[0]?.id);
  });

  it('is left to the caller where nobody has the document open', async () => {
    const id = await newPostmortem();
    expect(await server.live.applyToOpen(target(id), (content) => content)).toBeNull();
  });

  it('changes nothing where it is refused', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    const refuse = () => {
      throw new Error('no such event');
    };
    await expect(server.live.applyToOpen(target(id), refuse)).rejects.toThrow('no such event');
    expect((await store.get(id)).revision).toBe(1);
    expect(ada.isSaved()).toBe(true);
  });

  it('is merged where it went past the open document', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    const { record, rows } = await store.get(id);
    await store.put(id, {
      record: { ...record, title: 'Written past', summary: { text: 'Payments failed. For all.' } },
      rows,
    });
    textAt(ada.doc, 'summary.text').insert(0, 'Yes: ');
    await until(() => ada.isSaved() && getValue(ada.doc, 'title') === 'Written past');
    const stored = await store.get(id);
    expect(stored.record).toMatchObject({ title: 'Written past', summary: { text: 'Yes: Payments failed. For all.' } });
    expect(stored.revision).toBe(3);
    await store.put(id, { record: { ...stored.record, title: 'Written past again' }, rows: stored.rows });
    await server.live.noticeRevision(target(id), 4);
    await until(() => getValue(ada.doc, 'title') === 'Written past again');
    expect((await store.get(id)).revision).toBe(4);
  });
});

describe('evidence', () => {
  it('keeps how an event read before it was reworded', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    const row = listAt(ada.doc, 'timeline').get(0);
    cellText(row, { list: 'timeline', key: 'text' }).insert(11, ' for payments');
    await until(() => ada.isSaved());
    await until(
      () => ada.provider.unsyncedChanges === 0 && readSharedDoc(ada.doc).rows['timeline']?.[0]?.original !== undefined,
    );
    const stored = await store.get(id);
    expect(stored.record.timeline[0]?.text).toBe('Alert fired for payments');
    expect(stored.rows['timeline']?.[0]).toEqual({
      id: 't1',
      sources: ['E1:1'],
      original: { at: null, text: 'Alert fired' },
    });
  });
});

describe('a post-mortem that is gone', () => {
  it('is not opened', async () => {
    const editor = openEditor(server, 'pm-nowhere', { user: 'ada' });
    await until(() => editor.closed.length > 0);
    expect(editor.closed[0]).toEqual({ code: 4404, reason: 'no-access' });
    editor.close();
  });

  it('closes for everybody who has it open', async () => {
    const id = await newPostmortem();
    const ada = await open(id, 'ada');
    await database.pool.query('delete from postmortems where id = $1', [id]);
    setValue(ada.doc, 'title', 'Too late');
    await until(() => ada.closed.some(({ reason }) => reason === 'no-access'));
    ada.close();
    await until(() => server.live.status().documents === 0);
    expect(getValue(ada.doc, 'title')).toBe('Too late');
  });
});
