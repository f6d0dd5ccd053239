import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.ts';
import { runCli } from '../support/run-cli.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let database: MigratedDatabase;
const children: ChildProcessWithoutNullStreams[] = [];

beforeEach(async () => {
  database = await migratedDatabase();
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await database.close();
});

interface Serving {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: string;
  /** What it has said so far, to people and to the log. */
  readonly said: () => string;
  readonly logged: () => string[];
}

async function serve(...args: string[]): Promise<Serving> {
  const env = { ...process.env, NO_COLOR: '1', DATABASE_URL: database.url, NEVERTWICE_PORT: '0' };
  const child = spawn(process.execPath, [MAIN, ...args], { env });
  children.push(child);
  let said = '';
  let logged = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  child.stdout.on('data', (chunk: Buffer) => (logged += String(chunk)));
  await expect.poll(() => said, { timeout: 15_000 }).toContain('Ctrl-C stops it.');
  const url = /Open +(\S+)/u.exec(said)?.[1] ?? '';
  return { child, url, said: () => said, logged: () => logged.split('\n').filter((line) => line !== '') };
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

describe('nevertwice serve', () => {
  it('says where it is and how to begin, and stops cleanly when it is told to', async () => {
    const { child, said, url, logged } = await serve('serve', '--no-open');
    expect(said()).toMatch(/Begin +http:\/\/127\.0\.0\.1:\d+\/setup#token=[\w-]{20,}\n/u);
    expect(said()).toContain('the database of DATABASE_URL');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await fetch(`${url}/api/v1/setup`);
    child.kill('SIGTERM');
    expect(await exitOf(child)).toBe(0);
    expect(said()).toContain('Stopping.');
    for (const line of logged()) expect(JSON.parse(line)).toHaveProperty('level');
    expect(said() + logged().join('')).not.toContain(new URL(database.url).password || 'no password to be found');
  });

  it('is what nevertwice does without any words', async () => {
    const { child, url } = await serve();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGINT');
    expect(await exitOf(child)).toBe(0);
  });

  it('says which address is taken', async () => {
    const { url } = await serve('serve', '--no-open');
    const { port } = new URL(url);
    const second = await runCli(['serve', '--no-open', '--port', port], { env: { DATABASE_URL: database.url } });
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Port ${port} of 127.0.0.1 is in use by another program.`);
  });

  it('refuses settings that are none before it starts anything', async () => {
    const { code, stderr } = await runCli(['serve', '--public-url', 'somewhere']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--public-url does not understand "somewhere"')]);
  });
});
