import type { Hono } from 'hono';
import { sql } from 'kysely';
import { afterAll } from 'vitest';

import { accountUseCases } from '#app/accounts';
import type { AppContext, Change } from '#app/context';
import { type Client, createClient, type RouteAnswer } from '#contract/client';
import { authenticate, type AuthSettings, authRoutes, firstRunLink, requireCsrf } from '#server/auth';
import { admitRequests, createApp, createRateLimiter, type ServerEnv } from '#server/http';

import { type MigratedDatabase, migratedDatabase } from '../support/migrated-database.ts';

/** The accounts of a server, without sockets, on a database and a clock of its own. */
export interface AccountServer {
  readonly app: Hono<ServerEnv>;
  readonly context: AppContext;
  /** Moves the clock on. */
  wait(seconds: number): void;
  readonly changes: Change[];
  /** Workspaces whose open documents were looked at again. */
  readonly rechecked: string[];
  /** A new browser: it keeps cookies and sends the CSRF token of its session back. */
  browser(): Browser;
  /** A program with an API token. */
  program(token: string): { readonly call: Client };
}

/** Somebody with a browser. */
export interface Browser {
  readonly call: Client;
  readonly cookies: Map<string, string>;
  /** Sends a request as it is, with the cookies only. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  csrfToken: string;
}

// One database for a file: emptying it takes a tenth of making another.
let opened: Promise<MigratedDatabase> | undefined;

afterAll(async () => {
  await (await opened)?.close();
});

/** Starts one that nobody has used yet. The one before it ends with that. */
export async function accountServer(settings: Partial<AuthSettings> = {}): Promise<AccountServer> {
  opened ??= migratedDatabase();
  const { db } = await opened;
  await sql`truncate users, sign_in_attempts, setup_tokens, invitations, server_secrets, workspaces cascade`.execute(
    db,
  );
  let now = Date.parse('2026-03-04T10:00:00.000Z');
  const changes: Change[] = [];
  const rechecked: string[] = [];
  const context: AppContext = {
    db,
    now: () => new Date(now).toISOString(),
    newId: () => crypto.randomUUID(),
    live: {
      applyToOpen: async () => null,
      recheckAccess: async ({ workspaceId }) => {
        rechecked.push(workspaceId);
      },
    },
    changes: { announce: (change) => changes.push(change), subscribe: () => () => {} },
    log: { info() {}, warn() {}, error() {} },
  };
  const full: AuthSettings = { publicUrl: () => 'http://localhost', version: '1.2.3', ...settings };
  const app = buildApp(context, full);
  const send = (path: string, init?: RequestInit) => Promise.resolve(app.request(path, init));
  return {
    app,
    context,
    changes,
    rechecked,
    wait: (seconds) => {
      now += seconds * 1000;
    },
    browser: () => newBrowser(send, full.publicUrl()),
    program: (token) => ({
      call: createClient({
        baseUrl: '',
        fetch: ((url: string, init?: RequestInit) => send(url, init)) as typeof fetch,
        headers: () => ({ authorization: `Bearer ${token}` }),
      }),
    }),
  };
}

function buildApp(context: AppContext, settings: AuthSettings): Hono<ServerEnv> {
  const take = createRateLimiter(() => Date.now());
  const authenticator = {
    authenticate: (headers: Headers) => authenticate(context, { headers }),
    requireCsrf,
  };
  return createApp({
    context,
    admit: admitRequests(authenticator, take),
    idempotency: async (_request, answer) => answer(),
    trace: (_name, run) => run(),
    checkAnswers: true,
    useCases: accountUseCases,
    before: [(app) => app.route('/', authRoutes(context, settings))],
    after: [],
    settings: { publicUrl: settings.publicUrl(), trustProxy: 1 },
    isDatabaseAway: () => false,
    observe: () => {},
    log: context.log,
  });
}

function newBrowser(send: (path: string, init?: RequestInit) => Promise<Response>, origin: string): Browser {
  const cookies = new Map<string, string>();
  const fetchWithCookies = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await send(path, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    return response;
  };
  const browser: Browser = {
    cookies,
    csrfToken: '',
    fetch: fetchWithCookies,
    call: createClient({
      baseUrl: '',
      fetch: (async (path: string, init?: RequestInit) => {
        const response = await fetchWithCookies(path, init);
        if (response.ok && response.status !== 204) {
          const answer = (await response.clone().json()) as Partial<RouteAnswer<'getSession'>>;
          browser.csrfToken = answer.csrfToken ?? browser.csrfToken;
        }
        return response;
      }) as typeof fetch,
      headers: () => ({ 'x-csrf-token': browser.csrfToken, 'sec-fetch-site': 'same-origin', origin }),
    }),
  };
  return browser;
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (/;\s*max-age=0/iu.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

/** Password of everybody in these tests. */
export const PASSWORD = 'correct horse battery';

/** The first administrator, signed in. */
export async function setUp(server: AccountServer, name = 'Ada'): Promise<Browser> {
  const link = await firstRunLink(server.context, 'http://localhost');
  const browser = server.browser();
  const token = new URLSearchParams(new URL(link ?? '').hash.slice(1)).get('token') ?? '';
  const email = `${name.toLowerCase()}@example.com`;
  await browser.call('completeSetup', { body: { token, name, email, password: PASSWORD, workspaceName: 'Payments' } });
  return browser;
}

/** Somebody who joins with an invitation of `admin`, signed in. */
export async function join(
  server: AccountServer,
  admin: Browser,
  person: { readonly name: string; readonly role: RouteAnswer<'getSession'>['role'] },
): Promise<Browser> {
  const { url } = await admin.call('createInvitation', { body: { role: person.role } });
  const browser = server.browser();
  const email = `${person.name.toLowerCase()}@example.com`;
  const token = tokenOf(url);
  await browser.call('acceptInvitation', { body: { token, name: person.name, email, password: PASSWORD } });
  return browser;
}

/** The secret of a link. */
export function tokenOf(url: string): string {
  return new URLSearchParams(new URL(url, 'http://localhost').hash.slice(1)).get('token') ?? '';
}
