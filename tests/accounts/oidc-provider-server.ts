import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Configuration, Provider } from 'oidc-provider';

/** What the provider says of each login name. */
type ProviderPeople = Record<string, { email?: string; email_verified?: boolean; name?: string }>;

/** A real OpenID Connect provider on a port of this machine. */
export interface OidcProviderServer {
  readonly issuer: string;
  readonly people: ProviderPeople;
  close(): Promise<void>;
}

export const CLIENT_ID = 'nevertwice';
export const CLIENT_SECRET = 'a secret that only the two of us know';

/** Starts one that lets everybody in by the name they type. */
export async function oidcProviderServer(
  redirectUri: string,
  configuration: Configuration = {},
): Promise<OidcProviderServer> {
  const people: ProviderPeople = {};
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    cookies: { keys: ['signs the cookies of the provider'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    ...configuration,
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  return { issuer, people, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/**
 * Goes through the provider's pages like a browser: types the name, agrees, and follows until it is sent elsewhere.
 * Answers with the address of that.
 */
export async function signInAtProvider(
  start: string,
  person: { readonly login: string; readonly cancel?: boolean },
): Promise<string> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(start);
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const location = response.headers.get('location');
    form = undefined;
    if (location !== null) {
      url = new URL(location, url).href;
      if (!url.startsWith(origin)) return url;
      continue;
    }
    const page = await response.text();
    if (!response.ok) throw new Error(`The provider refused: ${page}`);
    ({ url, form } = fillForm(page, url, person));
  }
  throw new Error('The provider sent us round in circles.');
}

function fillForm(
  page: string,
  url: string,
  person: { readonly login: string; readonly cancel?: boolean },
): { url: string; form: URLSearchParams | undefined } {
  const action = /<form[^>]* action="(?<action>[^"]+)"/u.exec(page)?.groups?.['action'] ?? '';
  if (person.cancel === true) return { url: `${url}/abort`, form: undefined };
  const prompt = /name="prompt" value="(?<prompt>\w+)"/u.exec(page)?.groups?.['prompt'] ?? '';
  return { url: new URL(action, url).href, form: new URLSearchParams({ prompt, login: person.login, password: 'x' }) };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
  if (value === '') cookies.delete(name);
  else cookies.set(name, value);
}
