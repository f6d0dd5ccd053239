import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Postmortem } from '#core/record';
import { getValue, readSharedDoc, setValue, textAt } from '#core/shared-doc';
import { startServer } from '#server';
import type { Database } from '#store/connection';

import { testDatabase } from '../support/test-database.ts';
import { type Editor, openedEditor, until } from './live-server.ts';

let database: Database;
let server: Awaited<ReturnType<typeof startServer>>;
let cookie: string;
let csrfToken: string;
let workspaceId: string;
let editors: Editor[] = [];

interface Answer {
  readonly status: number;
  readonly body: {
    id: string;
    revision: number;
    record: Postmortem;
    rows: Record<string, { id: string }[]>;
    code: string;
  };
  readonly etag: string;
}

async function call(
  method: string,
  path: string,
  { body, headers }: { body?: object; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { cookie, 'x-csrf-token': csrfToken, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
    etag: response.headers.get('etag') ?? '',
  };
}

const create = (path: string, body: object): Promise<Answer> =>
  call('POST', path, { body, headers: { 'idempotency-key': crypto.randomUUID() } });

async function newPostmortem(): Promise<string> {
  const record = {
    title: 'Payments down',
    summary: { text: 'Payments failed.' },
    incident: {
      date: {
        written: '2026-02-23',
        instant: null,
        precision: 'unknown',
        approximate: false,
        zone: null,
        zoneStated: false,
      },
    },
    timeline: [{ at: null, text: 'Alert fired' }],
    actions: [],
  };
  const { body, status } = await create('/postmortems', { title: 'Payments down', record });
  expect(status).toBe(201);
  return body.id;
}

async function open(id: string): Promise<Editor> {
  const port = Number(new URL(server.url).port);
  const editor = await openedEditor({ port }, id, {
    user: '',
    headers: { cookie },
    documentName: `${workspaceId}/${id}`,
  });
  editors.push(editor);
  return editor;
}

const start = () =>
  startServer({
    version: '0.0.0',
    dataDirectory: '',
    databaseUrl: database.url,
    port: 0,
    logLevel: 'silent',
    checkAnswers: true,
  });

beforeAll(async () => {
  database = await testDatabase();
  server = await start();
  const response = await fetch(`${server.url}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: server.firstRunLink?.split('token=')[1],
      name: 'Ada',
      email: 'ada@example.com',
      password: 'correct horse battery',
      workspaceName: 'Example',
    }),
  });
  const session = (await response.json()) as { csrfToken: string; workspace: { id: string } };
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  ({ csrfToken } = session);
  workspaceId = session.workspace.id;
}, 60_000);

afterEach(() => {
  for (const editor of editors) editor.close();
  editors = [];
});

afterAll(async () => {
  await server.stop();
  await database.close();
});

describe('the whole server', () => {
  it('stores what people type as revisions that the API answers with', async () => {
    const id = await newPostmortem();
    const [one, two] = [await open(id), await open(id)];
    textAt(one.doc, 'summary.text').insert(0, 'On Monday: ');
    setValue(two.doc, 'title', 'Payments down twice');
    await until(() => one.isSaved() && two.isSaved());
    const { body } = await call('GET', `/postmortems/${id}`);
    expect(body.record).toMatchObject({
      title: 'Payments down twice',
      summary: { text: 'On Monday: Payments failed.' },
    });
    expect(one.messages.at(-1)).toMatchObject({ type: 'saved', revision: body.revision });
  });

  it('shows what the API writes in open editors, with the ids of rows that it answers with', async () => {
    const id = await newPostmortem();
    const editor = await open(id);
    textAt(editor.doc, 'summary.text').insert(0, 'Typing. ');
    await until(() => editor.provider.unsyncedChanges === 0);
    const added = await create(`/postmortems/${id}/events`, { line: '12:05 rolled back api' });
    expect(added.status).toBe(201);
    await until(() => readSharedDoc(editor.doc).record.timeline.length === 2);
    const { body } = await call('GET', `/postmortems/${id}`);
    expect(body.record.summary?.text).toBe('Typing. Payments failed.');
    expect(body.record.timeline.map(({ text }) => text).toSorted()).toEqual(['Alert fired', 'rolled back api']);
    expect(readSharedDoc(editor.doc).rows['timeline']?.map((row) => row.id)).toEqual(
      body.rows['timeline']?.map((row) => row.id),
    );
  });

  it('keeps the status that somebody with the right to gave, whatever editors do', async () => {
    const id = await newPostmortem();
    const editor = await open(id);
    const { etag } = await call('GET', `/postmortems/${id}`);
    const moved = await call('POST', `/postmortems/${id}/status`, {
      body: { status: 'in-review' },
      headers: { 'if-match': etag },
    });
    expect(moved.status).toBe(200);
    editor.doc.getMap('values').set('status', 'Approved');
    setValue(editor.doc, 'title', 'Edited afterwards');
    await until(() => editor.isSaved() && getValue(editor.doc, 'title') === 'Edited afterwards');
    const { body } = await call('GET', `/postmortems/${id}`);
    expect(body).toMatchObject({ status: 'in-review', record: { title: 'Edited afterwards' } });
  });

  it('closes editors of a post-mortem that is deleted', async () => {
    const id = await newPostmortem();
    const editor = await open(id);
    const { etag } = await call('GET', `/postmortems/${id}`);
    expect((await call('DELETE', `/postmortems/${id}`, { headers: { 'if-match': etag } })).status).toBe(204);
    await until(() => editor.closed.some(({ reason }) => reason === 'no-access'));
    expect(getValue(editor.doc, 'title')).toBe('Payments down');
  });

  it('takes in an editor that was offline over a restart and a change by the API', async () => {
    const id = await newPostmortem();
    const editor = await open(id);
    setValue(editor.doc, 'timelineZone', 'UTC');
    await until(() => editor.isSaved());
    editor.disconnect();
    textAt(editor.doc, 'summary.text').insert(0, 'Offline. ');
    await server.stop();
    server = await start();
    const added = await create(`/postmortems/${id}/events`, { line: '12:05 rolled back api' });
    expect(added.status).toBe(201);
    const port = Number(new URL(server.url).port);
    const back = await openedEditor({ port }, id, {
      user: '',
      headers: { cookie },
      documentName: `${workspaceId}/${id}`,
      document: editor.doc,
    });
    editors.push(back);
    await until(() => back.isSaved() && readSharedDoc(back.doc).record.timeline.length === 2);
    const { body } = await call('GET', `/postmortems/${id}`);
    expect(body.record.summary?.text).toBe('Offline. Payments failed.');
    expect(body.record.timeline).toHaveLength(2);
  });

  it('ends editing with the session', async () => {
    const id = await newPostmortem();
    const editor = await open(id);
    const out = await call('DELETE', '/session');
    expect(out.status).toBe(204);
    await until(() => editor.closed.some(({ reason }) => reason === 'session-expired'));
    expect(getValue(editor.doc, 'title')).toBe('Payments down');
  });
});
