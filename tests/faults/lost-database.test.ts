import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { textAt } from '#core/shared-doc';

import { openedEditor, until } from '../live/live-server.ts';
import { type TestServer, testServer } from '../support/test-server.ts';

let server: TestServer;
let control: pg.Client;
let name: string;

beforeAll(async () => {
  server = await testServer();
  const url = new URL(server.databaseUrl);
  name = url.pathname.slice(1);
  url.pathname = '/postgres';
  control = new pg.Client({ connectionString: url.href });
  await control.connect();
}, 60_000);

afterAll(async () => {
  await control.end();
  await server.stop();
});

const cut = () => control.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
const admit = (isAdmitted: boolean) => control.query(`alter database ${name} allow_connections ${String(isAdmitted)}`);

function newPostmortem(title: string): Promise<Response> {
  return server.admin.fetch('/api/v1/postmortems', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ title }),
  });
}

it('connections that are cut are made anew, and at most the requests on them are to be repeated', async () => {
  for (let round = 0; round < 10; round += 1) {
    const writing = Array.from({ length: 8 }, (_, index) => newPostmortem(`Round ${round}, ${index}`));
    await cut();
    const statuses = (await Promise.all(writing)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    await until(async () => (await newPostmortem('Afterwards')).status === 201);
  }
});

it('a database that is away is told with what to do, and what is typed meanwhile is stored when it is back', async () => {
  const { id } = (await (await newPostmortem('Away')).json()) as { id: string };
  const session = (await (await server.admin.fetch('/api/v1/session')).json()) as { workspace: { id: string } };
  const editor = await openedEditor({ port: Number(new URL(server.localUrl).port) }, id, {
    user: '',
    headers: { cookie: server.admin.headers['cookie'] ?? '' },
    documentName: `${session.workspace.id}/${id}`,
  });
  await admit(false);
  await cut();
  textAt(editor.doc, 'summary.text').insert(0, 'Typed while it was away.');

  const refused = await newPostmortem('Never');
  expect(refused.status).toBe(503);
  const { code, detail, help } = (await refused.json()) as Record<string, string>;
  expect({ code, detail, help }).toEqual({
    code: 'database-away',
    detail: expect.stringContaining('database'),
    help: expect.stringMatching(/\.$/u),
  });
  expect((await server.stranger.fetch('/readyz')).status).toBe(503);
  expect((await server.stranger.fetch('/healthz')).status).toBe(200);
  await until(() => editor.messages.at(-1)?.type === 'save-failed');

  await admit(true);
  await until(async () => (await server.stranger.fetch('/readyz')).status === 200, 10_000);
  await until(() => editor.isSaved(), 10_000);
  const stored = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
  expect(stored.record.summary?.text).toBe('Typed while it was away.');
  editor.close();
});
