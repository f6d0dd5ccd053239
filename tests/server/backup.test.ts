import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Refusal } from '#core/errors';
import { backupLines, restoreLines } from '#server';

import { migratedDatabase } from '../support/migrated-database.ts';
import { testServer, type TestServer } from '../support/test-server.ts';

const quiet = (): void => {};

let server: TestServer;
let target: Awaited<ReturnType<typeof migratedDatabase>>;

beforeAll(async () => {
  server = await testServer();
  target = await migratedDatabase();
  await server.admin.client('createDemo', { idempotencyKey: 'demo' });
});

afterAll(async () => {
  await server.stop();
  await target.close();
});

async function backup(databaseUrl: string): Promise<string> {
  let text = '';
  for await (const part of backupLines({ dataDirectory: '', databaseUrl }, quiet)) text += part;
  return text;
}

async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split('\n')) if (line !== '') yield line;
}

async function restore(text: string, databaseUrl: string, replace = false): Promise<{ rows: number }> {
  return restoreLines({ dataDirectory: '', databaseUrl }, linesOf(text), { file: 'b.gz', replace, tell: quiet });
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error('It was not refused.', { cause: error });
  return error.code;
}

/** Rows in the order of the tables, whatever order the database gives them in. */
function sorted(text: string): string[] {
  const [, ...rows] = text.split('\n').filter((line) => !line.startsWith('{"end":'));
  return rows.toSorted();
}

describe('a backup', () => {
  it('of a running server restores into another database row by row', async () => {
    const written = await backup(server.databaseUrl);
    await restore(written, target.url);
    expect(sorted(await backup(target.url))).toEqual(sorted(written));
  });

  it('is only taken in over post-mortems when that is asked for', async () => {
    const written = await backup(server.databaseUrl);
    expect(await refusalOf(restore(written, target.url))).toBe('restore-not-empty');
    await expect(restore(written, target.url, true)).resolves.toMatchObject({ rows: expect.any(Number) });
  });

  it('that was cut short changes nothing', async () => {
    const written = await backup(server.databaseUrl);
    const before = await backup(target.url);
    const cut = written.slice(0, written.lastIndexOf('\n', written.length - 200));
    expect(await refusalOf(restore(cut, target.url, true))).toBe('backup-unreadable');
    expect(sorted(await backup(target.url))).toEqual(sorted(before));
  });

  it.each([
    ['a text', 'once upon a time\n'],
    ['other JSON', '{"format":"zip"}\n'],
    ['nothing', ''],
  ])('is not %s', async (_what, text) => {
    expect(await refusalOf(restore(text, target.url, true))).toBe('backup-unreadable');
  });

  it('of a newer program is refused', async () => {
    const [head, ...rest] = (await backup(server.databaseUrl)).split('\n');
    const header = JSON.parse(head!) as { migrations: string[] };
    header.migrations.push('9999-later');
    expect(await refusalOf(restore([JSON.stringify(header), ...rest].join('\n'), target.url, true))).toBe(
      'backup-newer',
    );
  });

  it('leaves out who is signed in, and a running server notices that after a restore', async () => {
    const written = await backup(server.databaseUrl);
    expect(written).not.toContain('{"table":"sessions"}');
    await restore(written, server.databaseUrl, true);
    const answer = await server.admin.fetch('/api/v1/session');
    expect(answer.status).toBe(401);
  });
});
