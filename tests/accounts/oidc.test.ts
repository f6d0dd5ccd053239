import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { OidcSettings } from '#server/auth';

import { type AccountServer, accountServer, type Browser, join, setUp } from './account-server.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type OidcProviderServer,
  oidcProviderServer,
  signInAtProvider,
} from './oidc-provider-server.ts';

const PUBLIC_URL = 'https://post.example.test';

let provider: OidcProviderServer;
let server: AccountServer;
let ada: Browser;

beforeAll(async () => {
  provider = await oidcProviderServer(`${PUBLIC_URL}/auth/oidc/callback`);
});

afterAll(() => provider.close());

beforeEach(async () => {
  await restart();
});

async function restart(settings: Partial<OidcSettings> = {}): Promise<void> {
  server = await accountServer({ publicUrl: () => PUBLIC_URL, oidc: oidcSettings(settings) });
  ada = await setUp(server);
}

function oidcSettings(settings: Partial<OidcSettings>): OidcSettings {
  const { issuer } = provider;
  const client = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET };
  return { issuer, ...client, name: 'Example ID', defaultRole: 'reader', ...settings };
}

/** Goes to the provider and comes back, and gives the answer to that. */
async function arrive(browser: Browser, login: string, to = '/'): Promise<Response> {
  const start = await browser.fetch(`/auth/oidc/start?${new URLSearchParams({ to }).toString()}`);
  expect(start.status).toBe(303);
  const returned = new URL(await signInAtProvider(start.headers.get('location') ?? '', { login }));
  expect(returned.origin).toBe(PUBLIC_URL);
  return browser.fetch(`${returned.pathname}${returned.search}`);
}

describe('signing in with a provider', () => {
  it('is offered by name', async () => {
    expect((await server.browser().call('getSetup')).oidc).toEqual({ name: 'Example ID' });
  });

  it('makes an account with the default role of whoever comes first, and knows them again', async () => {
    provider.people['kim'] = { email: 'kim@example.com', email_verified: true, name: 'Kim Lee' };
    const kim = server.browser();
    const answer = await arrive(kim, 'kim', '/postmortems?status=draft#top');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/postmortems?status=draft#top');
    expect([...kim.cookies.keys()]).toEqual(['__Host-nevertwice']);
    expect(await kim.call('getSession')).toMatchObject({
      user: { name: 'Kim Lee', email: 'kim@example.com' },
      role: 'reader',
      workspace: { name: 'Payments' },
    });
    // Another address there is the same person here.
    provider.people['kim'] = { email: 'lee@example.com', email_verified: true, name: 'Kim Lee' };
    await arrive(server.browser(), 'kim');
    expect((await ada.call('listPeople')).items.map(({ email }) => email)).toEqual([
      'ada@example.com',
      'kim@example.com',
    ]);
  });

  it('finds the account with the same verified address, in any case, and keeps its role', async () => {
    provider.people['bob'] = { email: 'BOB@example.com', email_verified: true, name: 'Robert' };
    await join(server, ada, { name: 'Bob', role: 'facilitator' });
    const bob = server.browser();
    await arrive(bob, 'bob');
    expect(await bob.call('getSession')).toMatchObject({ user: { name: 'Bob' }, role: 'facilitator' });
    expect((await ada.call('listPeople')).items).toHaveLength(2);
  });

  it.each([
    ['does not verify', { email: 'ada@example.com', email_verified: false }],
    ['says nothing about', { email: 'ada@example.com' }],
  ])('gives nobody an account for an address that the provider %s', async (_what, claims) => {
    provider.people['eve'] = claims;
    const eve = server.browser();
    const answer = await arrive(eve, 'eve');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Example ID does not say that your e-mail address is verified.');
    expect(eve.cookies.has('__Host-nevertwice')).toBe(false);
  });

  it('throws out whoever took an address before its owner came', async () => {
    const squatter = await join(server, ada, { name: 'Eve', role: 'contributor' });
    await squatter.call('createToken', { body: { name: 'kept', scopes: ['read'] } });
    provider.people['eve'] = { email: 'eve@example.com', email_verified: true, name: 'Eve' };
    const eve = server.browser();
    await arrive(eve, 'eve');
    expect(await eve.call('getSession')).toMatchObject({ user: { email: 'eve@example.com' } });
    expect((await eve.call('listTokens')).items).toEqual([]);
    await expect(squatter.call('getSession')).rejects.toMatchObject({ problem: { status: 401 } });
  });

  it('lets nobody in who is disabled', async () => {
    provider.people['kim'] = { email: 'kim@example.com', email_verified: true };
    const kim = server.browser();
    await arrive(kim, 'kim');
    const personId = (await kim.call('getSession')).user.id;
    await ada.call('updatePerson', { path: { personId }, body: { disabled: true } });
    const answer = await arrive(server.browser(), 'kim');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('cannot be used here');
  });

  it('lets in only the domains it is told', async () => {
    await restart({ allowedDomains: ['Example.com', 'example.org'] });
    provider.people['kim'] = { email: 'kim@example.COM', email_verified: true };
    provider.people['eve'] = { email: 'eve@example.com.evil.test', email_verified: true };
    expect((await arrive(server.browser(), 'kim')).status).toBe(303);
    const refused = await arrive(server.browser(), 'eve');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain(
      '&#34;eve@example.com.evil.test&#34; is not an address of Example.com, example.org.',
    );
  });

  it('makes one account of somebody who arrives twice at once', async () => {
    provider.people['kim'] = { email: 'kim@example.com', email_verified: true };
    const answers = await Promise.all([arrive(server.browser(), 'kim'), arrive(server.browser(), 'kim')]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await ada.call('listPeople')).items).toHaveLength(2);
  });

  it('reads addresses that are in the ID token itself', async () => {
    const other = await oidcProviderServer(`${PUBLIC_URL}/auth/oidc/callback`, { conformIdTokenClaims: false });
    other.people['lou'] = { email: 'lou@example.com', email_verified: true, name: 'Lou' };
    await restart({ issuer: other.issuer });
    const lou = server.browser();
    await arrive(lou, 'lou');
    expect(await lou.call('getSession')).toMatchObject({ user: { name: 'Lou' } });
    await other.close();
  });
});

describe('on the way back from a provider', () => {
  const begin = async (browser: Browser, to = '/') => {
    provider.people['kim'] = { email: 'kim@example.com', email_verified: true };
    const start = await browser.fetch(`/auth/oidc/start?${new URLSearchParams({ to }).toString()}`);
    const returned = new URL(await signInAtProvider(start.headers.get('location') ?? '', { login: 'kim' }));
    return `${returned.pathname}${returned.search}`;
  };

  it('only the browser that began gets the session', async () => {
    const victim = server.browser();
    const answer = await victim.fetch(await begin(server.browser()));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('begun in another browser');
    expect(victim.cookies.size).toBe(0);
  });

  it('the state must be the one that was sent', async () => {
    const [first, second] = [server.browser(), server.browser()];
    const [own, foreign] = [await begin(first), await begin(second)];
    expect((await first.fetch(foreign)).status).toBe(403);
    expect((await first.fetch(own)).status).toBe(303);
  });

  it('what the browser keeps cannot be changed', async () => {
    const browser = server.browser();
    const path = await begin(browser);
    const [name, value] = [...browser.cookies][0] ?? ['', ''];
    const [text = '', signed = ''] = value.split('.');
    const flow = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...flow, to: '/elsewhere' })).toString('base64url');
    browser.cookies.set(name, `${forged}.${signed}`);
    expect((await browser.fetch(path)).status).toBe(403);
  });

  it('ten minutes later is too late', async () => {
    const browser = server.browser();
    const path = await begin(browser);
    server.wait(600);
    expect((await browser.fetch(path)).status).toBe(403);
  });

  it('a code is good once', async () => {
    const browser = server.browser();
    const path = await begin(browser);
    const kept = new Map(browser.cookies);
    expect((await browser.fetch(path)).status).toBe(303);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    const again = await browser.fetch(path);
    expect(again.status).toBe(503);
    expect(await again.text()).toContain('Signing in with Example ID did not work: it says');
  });

  it('whoever cancels there reads that here', async () => {
    const browser = server.browser();
    const start = await browser.fetch('/auth/oidc/start');
    const returned = new URL(await signInAtProvider(start.headers.get('location') ?? '', { login: '', cancel: true }));
    const answer = await browser.fetch(`${returned.pathname}${returned.search}`);
    expect(await answer.text()).toContain('it was cancelled there');
  });

  it.each(['//evil.test', 'https://evil.test/', '/\\evil.test', '/a\\b', 'evil', '/a\nb'])(
    'nobody is sent elsewhere, as to %j',
    async (to) => {
      const browser = server.browser();
      expect((await browser.fetch(await begin(browser, to))).headers.get('location')).toBe('/');
    },
  );
});

describe('a provider that is not there', () => {
  it('is told on a page, and asked again the next time', async () => {
    const gone = await oidcProviderServer(`${PUBLIC_URL}/auth/oidc/callback`);
    await gone.close();
    await restart({ issuer: gone.issuer });
    for (let round = 0; round < 2; round += 1) {
      const answer = await server.browser().fetch('/auth/oidc/start');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toContain('Signing in with Example ID did not work: it does not answer as it must');
    }
  });

  it('is a page of its own where none is set up', async () => {
    server = await accountServer({ publicUrl: () => PUBLIC_URL });
    const answer = await server.browser().fetch('/auth/oidc/start');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('This installation has no sign-in with another service.');
  });

  it('lets nobody in before the first administrator', async () => {
    server = await accountServer({ publicUrl: () => PUBLIC_URL, oidc: oidcSettings({}) });
    provider.people['kim'] = { email: 'kim@example.com', email_verified: true };
    const answer = await arrive(server.browser(), 'kim');
    expect(await answer.text()).toContain('this installation has no administrator yet');
  });
});
