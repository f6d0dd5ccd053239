import { type Client, createClient, ProblemError } from '#contract/client';
import { Refusal, refusal, type RefusalCode, REFUSALS, refuse } from '#core/errors';

import type { ClientEnvironment } from '../environment.ts';
import { readLogins } from '../files/login-store.ts';
import { ownLoginFile } from './login-file.ts';

/** A server, and the calls it takes. */
export interface ServerClient {
  /** As `https://postmortems.example.com`. */
  readonly server: string;
  /** Refuses as the server refuses, and `server-unreachable`, `login-refused`. */
  readonly call: Client;
}

/**
 * The server of a command, with the token of the environment or of the stored login. Refuses `server-unnamed`,
 * `login-missing`.
 */
export function serverClient(
  given: string | undefined,
  context: { readonly command: string; readonly environment: ClientEnvironment },
): ServerClient {
  const server = serverOrigin(given, context);
  const token = context.environment.token ?? readLogins(ownLoginFile(context.environment))[server]?.token;
  if (token === undefined) return refuse('login-missing', { server });
  return tokenClient(server, token);
}

/** A server with that token. */
export function tokenClient(server: string, token: string): ServerClient {
  return refusingClient(server, { headers: () => ({ authorization: `Bearer ${token}` }), fetch });
}

/** A server whose refusals and failures become refusals of the command line. */
export function refusingClient(
  server: string,
  options: { readonly headers: () => Record<string, string>; readonly fetch: typeof fetch },
): ServerClient {
  const plain = createClient({ baseUrl: server, ...options });
  const call = async (...words: Parameters<Client>): Promise<unknown> => {
    try {
      return await plain(...words);
    } catch (error) {
      throw asRefusal(server, error);
    }
  };
  return { server, call: call as Client };
}

/** The origin of the server that is meant. Refuses `server-unnamed`, and what is no address. */
export function serverOrigin(
  given: string | undefined,
  context: { readonly command: string; readonly environment: ClientEnvironment },
): string {
  const value = given ?? context.environment.server;
  if (value === undefined) return refuse('server-unnamed', { command: context.command });
  const url = URL.parse(value);
  if (url !== null && /^https?:$/u.test(url.protocol)) return url.origin;
  return refuse('option-invalid', {
    option: '--server',
    value,
    expected: 'an address, as https://postmortems.example.com',
  });
}

/** Problems carry the codes of the same table of refusals; whatever else comes back is no server of ours. */
function asRefusal(server: string, error: unknown): unknown {
  if (error instanceof ProblemError) {
    const { code, detail, status } = error.problem;
    if (status === 401) return refusal('login-refused', { server });
    if (isCode(code)) return new Refusal(code, detail);
    return refusal('server-unclear', { server, detail });
  }
  // What `fetch` throws for a network that fails, and for an answer that is not JSON.
  if (error instanceof TypeError) return refusal('server-unreachable', { server, reason: reasonOf(error) });
  if (error instanceof SyntaxError) {
    return refusal('server-unclear', { server, detail: 'it is not JSON.' });
  }
  return error;
}

function isCode(code: string): code is RefusalCode {
  return code in REFUSALS;
}

function reasonOf(error: TypeError): string {
  const { cause } = error;
  const reason = cause instanceof Error && cause.message !== '' ? cause.message : error.message;
  const { code } = (cause ?? {}) as { readonly code?: unknown };
  const text = typeof code === 'string' && !reason.includes(code) ? `${reason} (${code})` : reason;
  return text.replace(/\.$/u, '');
}
