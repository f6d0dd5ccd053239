import { hostname } from 'node:os';
import { text as readAll } from 'node:stream/consumers';

import type { RouteAnswer } from '#contract/client';
import { refuse } from '#core/errors';

import { readClientEnvironment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readLogins, type StoredLogin, writeLogins } from '../files/login-store.ts';
import type { Credentials } from '../terminal/ask-credentials.ts';
import type { Screen } from '../terminal/screen.ts';
import { ownLoginFile } from './login-file.ts';
import { refusingClient, type ServerClient, serverOrigin, tokenClient } from './server-client.ts';

/** Options of `nevertwice login`. */
export interface LoginOptions {
  readonly server?: string;
  readonly email?: string;
  readonly token?: string;
  readonly json?: boolean;
}

type Session = RouteAnswer<'getSession'>;

/** Runs `nevertwice login`: what is stored is a token, never a password. */
export async function runLogin(options: LoginOptions, screen: Screen): Promise<ExitCode> {
  const environment = readClientEnvironment();
  const server = serverOrigin(options.server, { command: 'login', environment });
  const path = ownLoginFile(environment);
  const logins = readLogins(path);
  const login =
    options.token === undefined ? await byPassword(server, options, screen) : await byToken(server, options.token);
  writeLogins(path, { ...logins, [server]: login.stored });
  const { role, user, workspace } = login.session;
  if (options.json) {
    screen.out.write(`${JSON.stringify({ server, name: user.name, role, workspace: workspace.name, file: path })}\n`);
  } else {
    screen.err.lines([`Logged in to ${server} (${workspace.name}) as ${user.name}, ${role}.`]);
  }
  return EXIT.done;
}

interface Login {
  readonly stored: StoredLogin;
  readonly session: Session;
}

async function byToken(server: string, given: string): Promise<Login> {
  const token = given === '-' ? await readInput() : given;
  const session = await tokenClient(server, token).call('getSession');
  return { stored: { token, name: session.user.name }, session };
}

/** Signs in for a moment to make a token, and out again. */
async function byPassword(server: string, options: LoginOptions, screen: Screen): Promise<Login> {
  const browser = sessionClient(server);
  const credentials = await credentialsOf(server, options, screen);
  const session = await signIn(browser, credentials);
  const name = `nevertwice login on ${hostname()}`.slice(0, 200);
  const made = await browser.call('createToken', { body: { name, scopes: ['read', 'write'] } });
  await browser.call('signOut');
  return { stored: { token: made.secret, tokenId: made.id, name: session.user.name }, session };
}

async function credentialsOf(server: string, { email }: LoginOptions, screen: Screen): Promise<Credentials> {
  if (email !== undefined && !screen.interactive) return { email, password: await readInput() };
  if (!screen.interactive) return refuse('nobody-to-ask', {});
  const { askCredentials } = await import('../terminal/ask-credentials.ts');
  return askCredentials(server, email);
}

async function signIn(browser: Browser, credentials: Credentials): Promise<Session> {
  const session = await browser.call('signIn', { body: credentials });
  browser.csrfToken = session.csrfToken;
  return session;
}

/** Standard input without the line feed at its end. */
async function readInput(): Promise<string> {
  return (await readAll(process.stdin)).replace(/\r?\n$/u, '');
}

interface Browser extends ServerClient {
  csrfToken: string;
}

/** A client that keeps the cookie of its session, as browsers do. */
function sessionClient(server: string): Browser {
  let cookie = '';
  const browser: Browser = {
    csrfToken: '',
    ...refusingClient(server, {
      headers: () => ({ cookie, 'x-csrf-token': browser.csrfToken }),
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? '';
        return response;
      },
    }),
  };
  return browser;
}
