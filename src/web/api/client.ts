import { type Client, createClient, type RouteId, type RouteInput, type RouteOutput } from '#contract/client';

import { hasCode, unreachable } from './problems.ts';
import type { Session } from './types.ts';

type Signer = () => Promise<void>;

let csrfToken: string | undefined;
let signInAgain: Signer | undefined;

/** Keeps what writes need of a session. */
export function rememberSession(session: Session): Session {
  csrfToken = session.csrfToken;
  return session;
}

/** Says how a person signs in again when the session has ended. Set once, by `reauthenticate.ts`. */
export function onSessionEnd(signer: Signer): void {
  signInAgain = signer;
}

/** The token that writes outside of {@link api} need, as `X-CSRF-Token`: an upload that shows its progress. */
export function csrfHeaders(): Record<string, string> {
  return csrfToken === undefined ? {} : { 'X-CSRF-Token': csrfToken };
}

async function fetchOrExplain(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  return fetch(input, init).catch((error: unknown) => {
    throw error instanceof TypeError ? unreachable() : error;
  });
}

const send: Client = createClient({ baseUrl: '', fetch: fetchOrExplain, headers: csrfHeaders });

/** Asks who is signed in, past every cache. Throws `sign-in-required` if nobody is. */
export async function fetchSession(signal?: AbortSignal): Promise<Session> {
  return rememberSession(await send('getSession', signal && { signal }));
}

/**
 * Calls the API. When the session has ended meanwhile, the person signs in again on top of the page and the call goes on.
 * Throws `ProblemError` for everything but success.
 */
export const api: Client = async <Id extends RouteId>(id: Id, input?: RouteInput<Id>): Promise<RouteOutput<Id>> => {
  try {
    return await send(id, input);
  } catch (error) {
    await renew(error);
    return send(id, input);
  }
};

/** Gets a session again where that is what was missing; throws the error on where it was not. */
async function renew(error: unknown): Promise<void> {
  const hadSession = csrfToken !== undefined;
  if (hadSession && hasCode(error, 'csrf-refused')) await fetchSession();
  else if (hadSession && signInAgain !== undefined && hasCode(error, 'sign-in-required')) await signInAgain();
  else throw error;
}

/** A key for one create, so that a repeated request makes nothing twice. */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing where the page is not served over https.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
