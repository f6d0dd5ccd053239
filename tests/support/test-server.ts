import { type Client, createClient } from '#contract/client';
import type { Role, Scope } from '#core/workflow';
import { startServer } from '#server';

import { migratedDatabase } from './migrated-database.ts';

type ServerSettings = Parameters<typeof startServer>[0];

/** Somebody who calls the server. */
export interface Caller {
  /** Headers that say who it is. */
  readonly headers: Readonly<Record<string, string>>;
  readonly client: Client;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A server on a database of its own, with its first administrator. */
export interface TestServer {
  readonly url: string;
  /** Where it listens, whatever its public address is. */
  readonly localUrl: string;
  readonly databaseUrl: string;
  readonly admin: Caller;
  readonly stranger: Caller;
  /** Somebody new with that role. */
  join(role: Role): Promise<Caller>;
  /** A program with a token of that person. */
  program(person: Caller, scopes: Scope[]): Promise<Caller>;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  stop(deadlineMs?: number): Promise<void>;
}

const PASSWORD = 'correct horse battery';
const MANY = { perSecond: 1e6, burst: 1e6 };

/** Starts a real server; every answer is checked against the contract. */
export async function testServer(settings: Partial<ServerSettings> = {}): Promise<TestServer> {
  const database = await migratedDatabase();
  const log: string[] = [];
  const server = await startServer({
    version: '0.0.0-test',
    dataDirectory: '',
    databaseUrl: database.url,
    port: 0,
    logLevel: 'info',
    writeLog: (line) => log.push(line),
    rateLimits: { signedIn: MANY, anonymous: MANY },
    checkAnswers: true,
    ...settings,
  });
  const { localUrl: url } = server;
  const admin = await signedIn(url, '/setup', {
    token: server.firstRunLink?.split('token=')[1],
    name: 'Ada',
    email: 'ada@example.com',
    workspaceName: 'Example',
  });
  let count = 0;
  return {
    url: server.url,
    localUrl: url,
    databaseUrl: database.url,
    admin,
    log,
    stranger: caller(url, {}),
    join: async (role) => {
      const invitation = await admin.client('createInvitation', { body: { role } });
      const token = invitation.url.split('token=')[1];
      count += 1;
      return signedIn(url, '/invitations/accept', { token, name: `${role} ${count}`, email: `${count}@example.com` });
    },
    program: async (person, scopes) => {
      const { secret } = await person.client('createToken', { body: { name: 'test', scopes } });
      return caller(url, { authorization: `Bearer ${secret}` });
    },
    stop: async (deadlineMs) => {
      await server.stop(deadlineMs);
      await database.close();
    },
  };
}

async function signedIn(url: string, path: string, body: object): Promise<Caller> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, password: PASSWORD }),
  });
  if (response.status !== 201) throw new Error(await response.text());
  const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return caller(url, { cookie, 'x-csrf-token': csrfToken });
}

function caller(url: string, headers: Readonly<Record<string, string>>): Caller {
  return {
    headers,
    client: createClient({ baseUrl: url, fetch, headers: () => ({ ...headers }) }),
    fetch: (path, init = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }),
  };
}
