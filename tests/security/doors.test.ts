import { request } from 'node:http';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ROUTE_PATHS, type RouteId } from '#contract/client';

import { type Caller, testServer, type TestServer } from '../support/test-server.ts';
import { NOWHERE, send } from './sent.ts';

const PASSWORD = 'correct horse battery';
const JSON_TYPE = { 'content-type': 'application/json' };

let server: TestServer;
let admin: Caller;

beforeAll(async () => {
  server = await testServer();
  ({ admin } = server);
}, 60_000);

afterAll(() => server.stop());

async function signIn(headers: Record<string, string> = {}, credentials = {}) {
  const body = JSON.stringify({ email: 'ada@example.com', password: PASSWORD, ...credentials });
  return server.stranger.fetch('/api/v1/session', { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });
}

const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

/** What a browser sends along, which `fetch` keeps to itself. */
function fromSite(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const { promise, reject, resolve } = Promise.withResolvers<number | undefined>();
  const call = request(`${server.localUrl}${path}`, { method: 'POST', headers: { ...JSON_TYPE, ...headers } });
  call.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
  call.end(JSON.stringify({ name: 'x', query: 'a=b', email: 'ada@example.com', password: PASSWORD }));
  return promise;
}

describe('a session', () => {
  it('is a new one at every sign-in, whatever cookie came along', async () => {
    const fixed = 'nevertwice=chosen-by-somebody-else';
    const [first, second] = [await signIn({ cookie: fixed }), await signIn({ cookie: fixed })];
    expect(first.status).toBe(201);
    expect(new Set([fixed, cookieOf(first), cookieOf(second)]).size).toBe(3);
    expect((await server.stranger.fetch('/api/v1/home', { headers: { cookie: fixed } })).status).toBe(401);
    const flags = first.headers.get('set-cookie') ?? '';
    expect(flags).toMatch(/; HttpOnly; SameSite=Lax$/u);
    expect(flags).not.toMatch(/domain=/iu);
  });

  it('is nothing any more after signing out', async () => {
    const response = await signIn();
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const headers = { cookie: cookieOf(response), 'x-csrf-token': csrfToken };
    expect((await server.stranger.fetch('/api/v1/home', { headers })).status).toBe(200);
    expect((await server.stranger.fetch('/api/v1/session', { method: 'DELETE', headers })).status).toBe(204);
    expect((await server.stranger.fetch('/api/v1/home', { headers })).status).toBe(401);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://sub.127.0.0.1' },
    { origin: 'http://127.0.0.1.evil.example' },
    { origin: 'https://evil.example', host: 'evil.example:1' },
  ] as Record<string, string>[])('takes no write from %j', async (headers) => {
    const sent = { ...admin.headers, ...headers };
    expect(await fromSite('/api/v1/saved-filters', sent)).toBe(403);
    expect(await fromSite('/api/v1/session', { ...headers })).toBe(403);
  });

  it.each([undefined, '', 'wrong', 'ä'])('takes no write with the CSRF token %j', async (token) => {
    const { cookie = '' } = admin.headers;
    const headers = { cookie, ...(token !== undefined && { 'x-csrf-token': encodeURIComponent(token) }) };
    expect(await fromSite('/api/v1/saved-filters', headers)).toBe(403);
  });
});

describe('no read', () => {
  it('changes anything: a GET or HEAD leaves every revision and the audit trail as they are', async () => {
    const { id } = await admin.client('createPostmortem', { body: { title: 'Outage' } });
    const before = await admin.client('listAudit');
    const reads = (Object.keys(ROUTE_PATHS) as RouteId[]).filter(
      (each) => ROUTE_PATHS[each][0] === 'GET' && each !== 'streamChanges',
    );
    for (const each of reads) await send(each, admin, { place: { ...NOWHERE, postmortemId: id } });
    for (const [method, path] of Object.values(ROUTE_PATHS)) {
      if (method === 'GET' || path.includes('{')) continue;
      await admin.fetch(`/api/v1${path}`, { method: 'HEAD' });
      const tricked = await admin.fetch(`/api/v1${path}?_method=${method}`, {
        headers: { 'x-http-method-override': method },
      });
      expect([path, tricked.status < 500]).toEqual([path, true]);
    }
    expect((await admin.client('listAudit')).items).toEqual(before.items);
  });
});

describe('an address that is made up', () => {
  it('is not believed where no proxy of ours stands in front', async () => {
    const email = { email: 'somebody@example.com', password: 'not the password' };
    for (let round = 0; round < 25; round += 1) {
      await signIn({ 'x-forwarded-for': `198.51.100.${round}` }, { ...email, email: `guess${round}@example.com` });
    }
    const late = await signIn({ 'x-forwarded-for': '203.0.113.99', 'x-real-ip': '203.0.113.99' }, email);
    expect(late.status).toBe(429);
    expect(server.log.join('')).not.toContain('198.51.100.');
  });

  it('opens no numbers of operation', async () => {
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const response = await server.stranger.fetch('/metrics', { headers: { [name]: '127.0.0.1' } });
      expect([name, response.status]).toEqual([name, 401]);
    }
  });
});

describe('secrets', () => {
  it('are in no line of the log, no answer and no table', async () => {
    const invitation = await admin.client('createInvitation', { body: { role: 'reader' } });
    const token = await admin.client('createToken', { body: { name: 'x', scopes: ['read'] } });
    const link = invitation.url.split('token=')[1] ?? '';
    await server.stranger.fetch(`/join?token=${link}`);
    await server.stranger.fetch('/api/v1/home', { headers: { authorization: `Bearer ${token.secret}` } });
    await server.stranger.fetch(`/api/v1/home?access_token=${token.secret}`);
    const hidden = [PASSWORD, token.secret, link, admin.headers['cookie'] ?? '?', admin.headers['x-csrf-token'] ?? '?'];
    const lists = ['tokens', 'invitations', 'people', 'audit', 'settings'].map(async (path) =>
      (await admin.fetch(`/api/v1/${path}`)).text(),
    );
    const told = [
      ...server.log,
      ...(await Promise.all(lists)),
      await (await server.stranger.fetch('/api/v1/openapi.json')).text(),
    ].join('\n');
    for (const secret of hidden) expect(told.includes(secret)).toBe(false);
    const database = new pg.Client({ connectionString: server.databaseUrl });
    await database.connect();
    const { rows } = await database.query<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { table_name: table } of rows) {
      const { rows: found } = await database.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ''), '') as text from "${table}" t`,
      );
      for (const secret of hidden) expect([table, found[0]?.text.includes(secret)]).toEqual([table, false]);
    }
    await database.end();
  });

  it('are told to nobody by an error', async () => {
    for (const path of ['/api/v1/session', '/api/v1/setup', '/api/v1/invitations/accept']) {
      const response = await server.stranger.fetch(path, {
        method: 'POST',
        headers: JSON_TYPE,
        body: `{"password":"${PASSWORD}","token":"s3cret-token"`,
      });
      expect(await response.text()).not.toMatch(/correct horse|s3cret|node_modules|\.ts:\d/u);
    }
  });
});
