import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let database: Client;

beforeAll(async () => {
  server = await testServer();
  database = new Client(server.databaseUrl);
  await database.connect();
});

afterAll(async () => {
  await database.end();
  await server.stop();
});

async function documentOf(id: string): Promise<string | null> {
  const { rows } = await database.query<{ markdown: string | null }>(
    'select markdown from revisions where postmortem_id = $1 and revision = 1',
    [id],
  );
  return rows[0]?.markdown ?? null;
}

describe('the document of a revision', () => {
  it('is told at once, and kept shortly after the save', async () => {
    const { id } = await server.admin.client('createPostmortem', { body: { title: 'Cache outage', dialect: 'sev' } });
    const told = await server.admin.client('getRevision', { path: { postmortemId: id, revision: '1' } });
    expect(told.markdown).toContain('Cache outage');
    const patience = Date.now() + 15_000;
    while ((await documentOf(id)) === null && Date.now() < patience) await wait(50);
    expect(await documentOf(id)).toBe(told.markdown);
  });

  it('that a killed process did not write is written after the next save', async () => {
    const { id } = await server.admin.client('createPostmortem', { body: { title: 'Left behind', dialect: 'sev' } });
    while ((await documentOf(id)) === null) await wait(50);
    await database.query('update revisions set markdown = null, bytes = null where postmortem_id = $1', [id]);
    const { items } = await server.admin.client('listRevisions', { path: { postmortemId: id } });
    expect(items[0]?.bytes).toBeGreaterThan(0);
    await server.admin.client('createPostmortem', { body: { title: 'The next one', dialect: 'sev' } });
    const patience = Date.now() + 15_000;
    while ((await documentOf(id)) === null && Date.now() < patience) await wait(50);
    expect(await documentOf(id)).toContain('Left behind');
  });
});
