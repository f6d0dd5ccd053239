import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createClient } from '#contract/client';
import { type RunningServer, startServer } from '#server';

import { runCli } from '../support/run-cli.ts';
import { workDirectory } from '../support/work-directory.ts';
import { PASSWORD, tokenOf } from './account-server.ts';

const EMAIL = 'ada@example.com';

let server: RunningServer;
let home: string;

beforeAll(async () => {
  server = await startServer({ version: '1.2.3', dataDirectory: workDirectory(), port: 0, logLevel: 'silent' });
  const token = tokenOf(server.firstRunLink ?? '');
  const body = { token, name: 'Ada', email: EMAIL, password: PASSWORD, workspaceName: 'Payments' };
  await createClient({ baseUrl: server.url, fetch })('completeSetup', { body });
}, 60_000);

afterAll(() => server.stop());

beforeEach(() => {
  home = workDirectory();
});

function run(words: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  return runCli(words, { ...options, env: { XDG_CONFIG_HOME: home, HOME: home, ...options.env } });
}

function login() {
  return run(['login', '--server', server.url, '--email', EMAIL], { input: `${PASSWORD}\n` });
}

function stored(): Record<string, { token: string; tokenId?: string; name: string }> {
  const text = readFileSync(join(home, 'nevertwice', 'logins.json'), 'utf8');
  return (JSON.parse(text) as { logins: Record<string, { token: string; tokenId?: string; name: string }> }).logins;
}

function tokenClientOf(token: string) {
  return { call: createClient({ baseUrl: server.url, fetch, headers: () => ({ authorization: `Bearer ${token}` }) }) };
}

describe('nevertwice login', () => {
  it('stores a token that only its owner may read, and never the password', async () => {
    const result = await login();
    expect(result).toMatchObject({ code: 0, stdout: '' });
    expect(result.stderr).toBe(`Logged in to ${server.url} (Payments) as Ada, admin.\n`);
    const file = join(home, 'nevertwice', 'logins.json');
    expect(statSync(file).mode.toString(8)).toMatch(/600$/u);
    expect(readFileSync(file, 'utf8')).not.toContain(PASSWORD);
    const { token = '', tokenId } = stored()[server.url] ?? {};
    const { items } = await tokenClientOf(token).call('listTokens');
    expect(items.find(({ id }) => id === tokenId)).toMatchObject({
      name: expect.stringMatching(/^nevertwice login on ./u),
      scopes: ['read', 'write'],
    });
  });

  it('takes a token that was made elsewhere, from standard input', async () => {
    await login();
    const { token = '' } = stored()[server.url] ?? {};
    home = workDirectory();
    const result = await run(['login', '--server', `${server.url}/some/page`, '--token', '-', '--json'], {
      input: `${token}\n`,
    });
    expect(JSON.parse(result.stdout)).toMatchObject({ server: server.url, name: 'Ada', role: 'admin' });
    expect(stored()).toEqual({ [server.url]: { token, name: 'Ada' } });
  });

  it('takes the server from the environment', async () => {
    const result = await run(['login', '--email', EMAIL], { input: PASSWORD, env: { NEVERTWICE_SERVER: server.url } });
    expect(result.code).toBe(0);
  });

  it.each([
    { what: 'a wrong password', words: ['--email', EMAIL], input: 'wrong one', said: 'do not belong together' },
    { what: 'an unknown token', words: ['--token', '-'], input: 'nvt_unknown', said: 'does not know the token' },
  ])('stores nothing for $what', async ({ words, input, said }) => {
    const result = await run(['login', '--server', server.url, ...words], { input });
    expect(result.code).toBe(3);
    expect(result.stderr).toContain(said);
    expect(existsSync(join(home, 'nevertwice'))).toBe(false);
  });

  it.each([
    [['login', '--email', EMAIL], 2, 'was not told which server'],
    [
      ['login', '--server', 'ftp://example.com', '--email', EMAIL],
      2,
      '--server does not understand "ftp://example.com"',
    ],
    [['login', '--server', 'http://127.0.0.1:64999'], 2, 'has nobody to ask'],
    [['login', '--server', 'http://127.0.0.1:64999', '--email', EMAIL], 3, 'cannot be reached: connect ECONNREFUSED'],
  ])('refuses %j', async (words, code, said) => {
    const result = await run(words, { input: 'x' });
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(said);
  });

  it('says so where the stored logins are damaged, and leaves them as they are', async () => {
    await login();
    const file = join(home, 'nevertwice', 'logins.json');
    writeFileSync(file, '{ "logins": ');
    const result = await login();
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('does not hold what it should') });
    expect(readFileSync(file, 'utf8')).toBe('{ "logins": ');
  });
});

describe('nevertwice logout', () => {
  it('revokes the token at the server and forgets it here', async () => {
    await login();
    const { token = '' } = stored()[server.url] ?? {};
    const result = await run(['logout', '--json']);
    expect(JSON.parse(result.stdout)).toEqual({ server: server.url, revoked: true });
    expect(stored()).toEqual({});
    await expect(tokenClientOf(token).call('getSession')).rejects.toThrow('people who are signed in');
  });

  it('forgets a login whose server is gone, and says that the token stays good', async () => {
    await login();
    const [login0] = Object.values(stored());
    const gone = 'http://127.0.0.1:64999';
    writeFileSync(join(home, 'nevertwice', 'logins.json'), JSON.stringify({ logins: { [gone]: login0 } }));
    const result = await run(['logout', '--server', gone]);
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('The token stays good until you revoke it');
    expect(stored()).toEqual({});
  });

  it('refuses a server that nobody is logged in to', async () => {
    const result = await run(['logout', '--server', server.url]);
    expect(result).toMatchObject({ code: 3, stderr: expect.stringContaining('You are not logged in') });
  });
});
