import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, createClient } from '#contract/client';
import { type RunningServer, startServer } from '#server';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';

const EVIDENCE = fileURLToPath(new URL('../../examples/checkout-outage/evidence', import.meta.url));
const PASSWORD = 'correct horse battery';
const DOCUMENT = `# Postmortem: Search was slow

## Summary
Searches took ten seconds.

## Timeline
| Time (UTC) | Event |
|---|---|
| 2026-03-01 10:00 | Index rebuilt |
| 2026-03-01 10:20 | Rolled back |

## Action items
- [ ] Limit the rebuild
`;

let server: RunningServer;
let token = '';
let api: { readonly call: Client };

beforeAll(async () => {
  server = await startServer({ version: '1.2.3', dataDirectory: workDirectory(), port: 0, logLevel: 'silent' });
  const secret = new URLSearchParams(new URL(server.firstRunLink ?? '').hash.slice(1)).get('token') ?? '';
  const body = { token: secret, name: 'Ada', email: 'ada@example.com', password: PASSWORD };
  await createClient({ baseUrl: server.url, fetch })('completeSetup', { body });
  const home = workDirectory();
  const words = ['login', '--server', server.url, '--email', 'ada@example.com'];
  await runCli(words, { input: PASSWORD, env: { XDG_CONFIG_HOME: home, HOME: home } });
  const stored = JSON.parse(readFileSync(join(home, 'nevertwice', 'logins.json'), 'utf8')) as {
    logins: Record<string, { token: string }>;
  };
  token = stored.logins[server.url]?.token ?? '';
  api = { call: createClient({ baseUrl: server.url, fetch, headers: () => ({ authorization: `Bearer ${token}` }) }) };
}, 60_000);

afterAll(() => server.stop());

function run(words: readonly string[], options: { input?: string; cwd?: string } = {}) {
  return runCli([...words, '--server', server.url], { ...options, env: { NEVERTWICE_TOKEN: token } });
}

describe('nevertwice import --server', () => {
  it('keeps documents on the server and says where', async () => {
    const cwd = workDirectory({ 'notes/one.md': DOCUMENT, 'notes/two.md': DOCUMENT.replace('Search', 'Login') });
    const result = await run(['import', 'notes'], { cwd });
    expect(result.code).toBe(0);
    expect(result.stdout).toContain('Search was slow');
    expect(result.stderr).toContain(`2 post-mortems imported: ${server.url}/postmortems`);
    const { items } = await api.call('listPostmortems');
    expect(items.map(({ title }) => title)).toEqual(
      expect.arrayContaining([expect.stringContaining('Login was slow')]),
    );
  });

  it('tells what it would make of them with --trial, and keeps nothing', async () => {
    const before = await api.call('listPostmortems');
    const cwd = workDirectory({ 'one.md': DOCUMENT });
    const result = await run(['import', 'one.md', '--trial', '--json'], { cwd });
    expect(JSON.parse(result.stdout)).toMatchObject({ file: 'one.md', id: null, url: null, rows: 2, actions: 1 });
    expect((await api.call('listPostmortems')).items).toHaveLength(before.items.length);
  });

  it('goes on past what is no document', async () => {
    const cwd = workDirectory({ 'a.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'b.md': DOCUMENT });
    const result = await run(['import', 'a.md', 'b.md', '--json', '--private'], { cwd });
    expect(result.code).toBe(3);
    const { id, url } = JSON.parse(result.stdout) as { id: string; url: string };
    expect(url).toBe(`${server.url}/postmortems/${id}`);
    expect((await api.call('getPostmortem', { path: { postmortemId: id } })).private).toBe(true);
  });

  it('sends many in several requests', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`many/${index}.md`, DOCUMENT.replace('slow', `slow ${index}`)]),
    );
    const result = await run(['import', 'many', '--trial'], { cwd: workDirectory(files) });
    expect(result.stderr).toContain('120 post-mortems would be imported');
  });

  it('refuses options that need a server without one', async () => {
    const result = await runCli(['import', 'x.md', '--private']);
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--private and an import without --server'),
    });
  });
});

describe('nevertwice draft --server', () => {
  it('uploads the evidence, drafts, and prints the address of the post-mortem', async () => {
    const result = await run(['draft', EVIDENCE, '--severity', 'SEV-1']);
    expect(result.stderr).toContain('Moments');
    expect(result.code).toBe(0);
    const id = result.stdout.trim().slice(`${server.url}/postmortems/`.length);
    const made = await api.call('getPostmortem', { path: { postmortemId: id } });
    expect(made.severity?.label).toBe('SEV-1');
    expect(made.events).toBeGreaterThan(10);
    const evidence = await api.call('listEvidence', { path: { postmortemId: id } });
    expect(evidence.items).toHaveLength(filesBelow(EVIDENCE));
    expect(evidence.items.map(({ name }) => name).filter((name) => name.startsWith('/'))).toEqual([]);
  });

  it('brings the history of a repository along', async () => {
    const cwd = workDirectory({ 'shop/a.txt': 'a', 'alerts.log': '2026-03-01T10:00:00Z ERROR checkout failed\n' });
    const git = (words: readonly string[]) =>
      execFileSync(
        'git',
        ['-C', join(cwd, 'shop'), '-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...words],
        {
          env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-01T09:50:00Z', GIT_AUTHOR_DATE: '2026-03-01T09:50:00Z' },
        },
      );
    git(['init', '-q']);
    git(['add', '.']);
    git(['commit', '-qm', 'Use the new checkout']);
    const words = ['draft', 'alerts.log', '--repo', 'shop', '--title', 'Checkout failed', '--json'];
    const result = await run(words, { cwd });
    const made = JSON.parse(result.stdout) as { title: string; readings: { name: string; events: number }[] };
    expect(made.title).toBe('Checkout failed');
    expect(made.readings.map(({ name, events }) => [name, events])).toContainEqual(['shop (git log)', 1]);
  });

  it('says of every file why it gave nothing', async () => {
    const result = await run(['draft', 'gone.log'], { cwd: workDirectory() });
    expect(result).toMatchObject({ code: 3, stdout: '' });
    expect(result.stderr).toContain('There is no file or directory "gone.log".');
  });

  it.each([['--output', 'x.md'], ['--id', 'INC-1'], ['--force'], ['--all-events']])(
    'does not take %s',
    async (...words) => {
      const result = await run(['draft', EVIDENCE, ...words]);
      expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('do not go together') });
    },
  );
});

describe('a command with --server', () => {
  it('needs a login, and says how to get one', async () => {
    const home = workDirectory();
    const env = { XDG_CONFIG_HOME: home, HOME: home };
    const result = await runCli(['import', 'x.md', '--server', server.url, '--json'], { env });
    expect(result.code).toBe(3);
    expect(JSON.parse(result.stderr)).toMatchObject({ error: { code: 'login-missing', kind: 'forbidden' } });
  });
});

function filesBelow(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
