import { beforeEach, describe, expect, it } from 'vitest';

import { authenticate, firstRunLink } from '#server/auth';

import { type AccountServer, accountServer, type Browser, join, PASSWORD, setUp, tokenOf } from './account-server.ts';
import { problemOf } from './problem-of.ts';

const DAY = 24 * 60 * 60;
const ADA = { email: 'ada@example.com', password: PASSWORD };
const WRONG = { email: 'ada@example.com', password: 'something else entirely' };

let server: AccountServer;

beforeEach(async () => {
  server = await accountServer();
});

function setupWith(browser: Browser, token: string, name = 'Ada') {
  return browser.call('completeSetup', {
    body: { token, name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD },
  });
}

describe('the first run', () => {
  it('makes an administrator of whoever holds the link, and signs them in', async () => {
    const browser = server.browser();
    expect(await browser.call('getSetup')).toEqual({ needsSetup: true, oidc: null, version: '1.2.3' });
    const ada = await setUp(server);
    expect(await ada.call('getSession')).toMatchObject({
      user: { name: 'Ada', email: 'ada@example.com', colour: expect.stringMatching(/^#[0-9a-f]{6}$/u) },
      role: 'admin',
      workspace: { name: 'Payments' },
      expiresAt: '2026-03-18T10:00:00.000Z',
    });
    expect(await browser.call('getSetup')).toMatchObject({ needsSetup: false });
  });

  it('prints a new link on every start while nobody has used one, and all of them stay good', async () => {
    const first = tokenOf((await firstRunLink(server.context, '')) ?? '');
    const second = tokenOf((await firstRunLink(server.context, '')) ?? '');
    expect(first).not.toBe(second);
    await setupWith(server.browser(), first);
    expect(await firstRunLink(server.context, '')).toBeUndefined();
  });

  it('refuses a link after another was used, and one that never was', async () => {
    const first = tokenOf((await firstRunLink(server.context, '')) ?? '');
    expect(await problemOf(setupWith(server.browser(), `${first}x`))).toMatchObject({
      code: 'setup-link-void',
      status: 403,
    });
    await setupWith(server.browser(), first);
    expect(await problemOf(setupWith(server.browser(), first, 'Eve'))).toMatchObject({
      code: 'setup-done',
      status: 409,
    });
  });

  it('makes one administrator of two who use the link at once', async () => {
    const token = tokenOf((await firstRunLink(server.context, '')) ?? '');
    const names = ['Ada', 'Eve', 'Kim', 'Lou'];
    const results = await Promise.allSettled(names.map((name) => setupWith(server.browser(), token, name)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('stores no secret that a reader of the database could use', async () => {
    const token = tokenOf((await firstRunLink(server.context, '')) ?? '');
    const rows = await server.context.db.selectFrom('setup_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map(({ hash }) => Buffer.from(hash).length)).toEqual([32]);
  });
});

describe('signing in', () => {
  it('takes the address in any case and with spaces around it', async () => {
    await setUp(server);
    const browser = server.browser();
    await browser.call('signIn', { body: { email: ' ADA@Example.com ', password: PASSWORD } });
    expect(await browser.call('getSession')).toMatchObject({ user: { name: 'Ada' } });
  });

  it('takes a password however its accents are typed', async () => {
    const ada = await setUp(server);
    await ada.call('updateMe', { body: { currentPassword: PASSWORD, newPassword: 'caf\u00e9 au lait' } });
    const session = await server.browser().call('signIn', { body: { ...ADA, password: 'cafe\u0301 au lait' } });
    expect(session.user.name).toBe('Ada');
  });

  it('says the same of a wrong password, of nobody, and of a disabled account', async () => {
    const ada = await setUp(server);
    const bob = await join(server, ada, { name: 'Bob', role: 'reader' });
    const { user } = await bob.call('getSession');
    await ada.call('updatePerson', { path: { personId: user.id }, body: { disabled: true } });
    const attempts = [
      WRONG,
      { ...WRONG, email: 'nobody@example.com' },
      { email: 'bob@example.com', password: PASSWORD },
    ];
    const problems = [];
    for (const body of attempts) problems.push(await problemOf(server.browser().call('signIn', { body })));
    const told = problems.map(({ instance: _instance, ...rest }) => rest);
    expect(told[0]).toMatchObject({ code: 'credentials-wrong', status: 403 });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it('takes about as long for nobody as for somebody', async () => {
    await setUp(server);
    const timed = async (email: string): Promise<number> => {
      const times = [];
      for (let round = 0; round < 12; round += 1) {
        // Past every delay that earlier rounds have earned.
        server.wait(2 * 60 * 60);
        const started = performance.now();
        await problemOf(server.browser().call('signIn', { body: { ...WRONG, email } }));
        times.push(performance.now() - started);
      }
      return times.toSorted((a, b) => a - b)[3] ?? 0;
    };
    const [somebody, nobody] = [await timed('ada@example.com'), await timed('nobody@example.com')];
    expect(nobody).toBeGreaterThan(somebody * 0.5);
    expect(nobody).toBeLessThan(somebody * 2);
  });

  it('sets a cookie that scripts cannot read and other sites cannot use', async () => {
    await setUp(server);
    const response = await server.browser().fetch('/api/v1/session', json(ADA));
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^nevertwice=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/u),
    ]);
  });

  it('signs out for good', async () => {
    const ada = await setUp(server);
    const cookies = new Map(ada.cookies);
    await ada.call('signOut');
    expect(ada.cookies.size).toBe(0);
    for (const [name, value] of cookies) ada.cookies.set(name, value);
    expect(await problemOf(ada.call('getSession'))).toMatchObject({ code: 'sign-in-required', status: 401 });
  });
});

describe('behind https', () => {
  it('keeps the session in a cookie that only this host can set', async () => {
    server = await accountServer({ publicUrl: () => 'https://post.example.com' });
    const ada = await setUp(server);
    expect([...ada.cookies.keys()]).toEqual(['__Host-nevertwice']);
    const response = await ada.fetch('/api/v1/session', json(ADA));
    expect(response.headers.getSetCookie()[0]).toMatch(/; HttpOnly; SameSite=Lax; Secure$/u);
  });

  it('does not take what belongs into the protected cookie from the plain one', async () => {
    server = await accountServer({ publicUrl: () => 'https://post.example.com' });
    const ada = await setUp(server);
    const secret = ada.cookies.get('__Host-nevertwice') ?? '';
    const identity = await authenticate(server.context, { headers: { cookie: `nevertwice=${secret}` } });
    expect(identity).toBeNull();
    expect(await authenticate(server.context, { headers: { cookie: `__Host-nevertwice=${secret}` } })).not.toBeNull();
  });
});

describe('a session', () => {
  it('lasts 14 days without use, and is prolonged by use', async () => {
    const ada = await setUp(server);
    server.wait(13 * DAY);
    expect((await ada.call('getSession')).expiresAt).toBe('2026-03-31T10:00:00.000Z');
    server.wait(13 * DAY);
    await ada.call('getSession');
    server.wait(14 * DAY);
    expect(await problemOf(ada.call('getSession'))).toMatchObject({ status: 401 });
  });

  it('ends after 90 days whatever its use', async () => {
    const ada = await setUp(server);
    for (let day = 0; day < 84; day += 12) {
      server.wait(12 * DAY);
      await ada.call('getSession');
    }
    expect((await ada.call('getSession')).expiresAt).toBe('2026-06-02T10:00:00.000Z');
    server.wait(6 * DAY);
    expect(await problemOf(ada.call('getSession'))).toMatchObject({ status: 401 });
  });

  it('that is over is forgotten when somebody signs in', async () => {
    await setUp(server);
    server.wait(14 * DAY);
    await server.browser().call('signIn', { body: ADA });
    expect(await server.context.db.selectFrom('sessions').select('expires_at').execute()).toEqual([
      { expires_at: '2026-04-01T10:00:00.000Z' },
    ]);
  });

  it('writes down that somebody was seen at most once a minute', async () => {
    const ada = await setUp(server);
    const seen = async () => (await ada.call('listPeople')).items[0]?.lastSeenAt;
    expect(await seen()).toBeNull();
    server.wait(61);
    expect(await seen()).toBe('2026-03-04T10:01:01.000Z');
    server.wait(59);
    expect(await seen()).toBe('2026-03-04T10:01:01.000Z');
    server.wait(1);
    expect(await seen()).toBe('2026-03-04T10:02:01.000Z');
  });

  it('is told from the headers of a socket, too', async () => {
    const ada = await setUp(server);
    const cookie = [...ada.cookies].map(([name, value]) => `a=b; ${name}=${value}; c=d`).join('');
    const identity = await authenticate(server.context, { headers: { cookie } });
    expect(identity?.actor).toMatchObject({ name: 'Ada', role: 'admin', via: 'web' });
    expect(identity?.session?.csrfToken).toBe(ada.csrfToken);
    expect(await authenticate(server.context, { headers: {} })).toBeNull();
  });
});

describe('writes of a session', () => {
  it.each([
    ['without its token', {}, 'the header "X-CSRF-Token" is missing'],
    ['with the token of another session', { 'x-csrf-token': 'x'.repeat(43) }, 'belongs to another session'],
    ['with a token of another length', { 'x-csrf-token': 'x' }, 'belongs to another session'],
  ])('are refused %s', async (_how, headers, reason) => {
    const ada = await setUp(server);
    const response = await ada.fetch('/api/v1/me', { ...json({ name: 'Eve' }, headers), method: 'PATCH' });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'csrf-refused', detail: expect.stringContaining(reason) });
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site', origin: 'http://localhost' }],
    [{ origin: 'https://evil.example', host: 'localhost' }],
    [{ origin: 'null', host: 'localhost' }],
    [{ origin: 'http://localhost.evil.example', host: 'localhost' }],
  ])('are refused from elsewhere: %o', async (headers) => {
    const ada = await setUp(server);
    const sent = { ...headers, 'x-csrf-token': ada.csrfToken };
    const change = await ada.fetch('/api/v1/me', { ...json({ name: 'Eve' }, sent), method: 'PATCH' });
    expect(change.status).toBe(403);
    // Nobody is made to sign in as somebody else either.
    const signIn = await server.browser().fetch('/api/v1/session', json(ADA, headers));
    expect(signIn.status).toBe(403);
    expect((await ada.call('getSession')).user.name).toBe('Ada');
  });

  it('are taken from pages of its own, and from programs that are no browser', async () => {
    const ada = await setUp(server);
    for (const headers of [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://localhost', host: 'localhost' },
      {},
    ]) {
      const sent = { ...headers, 'x-csrf-token': ada.csrfToken };
      const response = await ada.fetch('/api/v1/me', { ...json({ name: 'Ada L.' }, sent), method: 'PATCH' });
      expect(response.status).toBe(200);
    }
  });

  it('are checked for the routes of the table, too', async () => {
    const ada = await setUp(server);
    const response = await ada.fetch('/api/v1/tokens', json({ name: 'x', scopes: ['read'] }));
    expect(await response.json()).toMatchObject({ code: 'csrf-refused', status: 403 });
  });
});

describe('too many attempts', () => {
  const attempt = (body = WRONG, address = '203.0.113.7') =>
    server.browser().fetch('/api/v1/session', json(body, { 'x-forwarded-for': address }));

  it('wait longer and longer, even with the right password', async () => {
    await setUp(server);
    for (let round = 0; round < 5; round += 1) expect((await attempt()).status).toBe(403);
    const refused = await attempt(ADA);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    server.wait(1);
    expect((await attempt()).status).toBe(403);
    expect((await attempt()).headers.get('retry-after')).toBe('2');
    server.wait(2);
    expect((await attempt(ADA)).status).toBe(201);
    expect((await attempt()).status).toBe(403);
  });

  it('are counted by account, wherever they come from, and whether there is one', async () => {
    await setUp(server);
    for (const email of ['ada@example.com', 'nobody@example.com']) {
      const body = { ...WRONG, email };
      for (let round = 0; round < 5; round += 1) expect((await attempt(body, `198.51.100.${round}`)).status).toBe(403);
      expect((await attempt(body, '198.51.100.99')).status).toBe(429);
    }
  });

  it('are counted by address, whatever the account; the rest of the world goes on', async () => {
    await setUp(server);
    for (let round = 0; round < 20; round += 1) {
      expect((await attempt({ ...WRONG, email: `guess${round}@example.com` })).status).toBe(403);
    }
    expect((await attempt(ADA)).status).toBe(429);
    expect((await attempt(ADA, '203.0.113.8')).status).toBe(201);
  });

  it('are as many when they come at once', async () => {
    await setUp(server);
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => attempt(WRONG, `198.51.100.${index}`)));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it('never keep an owner out for more than five minutes', async () => {
    await setUp(server);
    for (let round = 0; round < 30; round += 1) {
      const answer = await attempt(WRONG, `198.51.100.${round}`);
      const wait = Number(answer.headers.get('retry-after') ?? 0);
      expect(wait).toBeLessThanOrEqual(300);
      server.wait(wait);
    }
    server.wait(300);
    expect((await attempt(ADA)).status).toBe(201);
  });

  it('of strangers from everywhere never keep an owner out where they signed in before', async () => {
    await setUp(server);
    expect((await attempt(ADA, '203.0.113.50')).status).toBe(201);
    for (let round = 0; round < 12; round += 1) {
      const answer = await attempt(WRONG, `198.51.100.${round}`);
      server.wait(Number(answer.headers.get('retry-after') ?? 0));
    }
    await attempt(WRONG, '198.51.100.200');
    expect((await attempt(ADA, '198.51.100.201')).status).toBe(429);
    expect((await attempt(ADA, '203.0.113.50')).status).toBe(201);
    // What they tried goes on to count for them.
    expect((await attempt(ADA, '198.51.100.201')).status).toBe(429);
  });

  it('are limited where somebody signed in before, too', async () => {
    await setUp(server);
    expect((await attempt(ADA)).status).toBe(201);
    for (let round = 0; round < 5; round += 1) expect((await attempt()).status).toBe(403);
    expect((await attempt(ADA)).status).toBe(429);
    expect((await attempt(ADA, '203.0.113.8')).status).toBe(201);
  });

  it('do not trouble an office whose people sign in all day', async () => {
    await setUp(server);
    for (let round = 0; round < 40; round += 1) expect((await attempt(ADA)).status).toBe(201);
  });
});

describe('an own account', () => {
  it('gets another name, which everybody hears of', async () => {
    const ada = await setUp(server);
    expect(await ada.call('updateMe', { body: { name: 'Ada Lovelace' } })).toMatchObject({
      user: { name: 'Ada Lovelace' },
    });
    expect(server.changes.map(({ type }) => type)).toEqual(['people']);
  });

  it('gets another password, which ends every other session', async () => {
    const ada = await setUp(server);
    const phone = server.browser();
    await phone.call('signIn', { body: ADA });
    await ada.call('updateMe', { body: { currentPassword: PASSWORD, newPassword: 'another good one' } });
    expect(await ada.call('getSession')).toMatchObject({ user: { name: 'Ada' } });
    expect(await problemOf(phone.call('getSession'))).toMatchObject({ status: 401 });
    expect(server.rechecked).toHaveLength(1);
    expect(await problemOf(phone.call('signIn', { body: ADA }))).toMatchObject({ code: 'credentials-wrong' });
    await phone.call('signIn', { body: { ...ADA, password: 'another good one' } });
  });

  it('keeps its password where the current one is not right, and lets nobody guess it', async () => {
    const ada = await setUp(server);
    const change = () => ada.call('updateMe', { body: { currentPassword: 'wrong', newPassword: 'another good one' } });
    for (let round = 0; round < 5; round += 1)
      expect(await problemOf(change())).toMatchObject({ code: 'password-wrong' });
    expect(await problemOf(change())).toMatchObject({ code: 'too-many-attempts', status: 429 });
  });

  it('refuses a password that is too short, at its field', async () => {
    const ada = await setUp(server);
    const body = { currentPassword: PASSWORD, newPassword: 'short' };
    expect(await problemOf(ada.call('updateMe', { body }))).toMatchObject({
      code: 'request-invalid',
      errors: [{ path: 'body.newPassword' }],
    });
  });
});

function json(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}
