import { csrfTokenOf, type Identified, identifySession, identifyToken } from '#app/accounts';
import type { AppContext } from '#app/context';
import type { Actor } from '#core/workflow';

import { headerOf, type RequestHeaders } from './request-headers.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who sent a request. */
export interface Identity {
  readonly actor: Actor & { readonly userId: string };
  /** Of somebody signed in with a browser; absent where an API token is in use. */
  readonly session?: { readonly id: string; readonly csrfToken: string; readonly expiresAt: string };
  /** Of an API token in use. */
  readonly token?: { readonly id: string; readonly expiresAt: string | null };
}

/**
 * Who sent a request: by `Authorization: Bearer`, or else by the session's cookie. Null for nobody, for a token or session
 * that is over, and for people who are disabled. One query; nothing is cached, so that what is revoked ends at once.
 */
export async function authenticate(
  context: AppContext,
  request: { readonly headers: RequestHeaders },
): Promise<Identity | null> {
  const authorization = headerOf(request.headers, 'authorization');
  if (authorization !== undefined) return byToken(context, authorization);
  const cookie = readSessionCookie(request.headers);
  if (cookie === undefined) return null;
  const found = await identifySession(context, cookie);
  if (found === undefined) return null;
  const csrfToken = csrfTokenOf(cookie.value);
  return { actor: found.actor, session: { id: found.id, csrfToken, expiresAt: found.expiresAt } };
}

async function byToken(context: AppContext, authorization: string): Promise<Identity | null> {
  const secret = /^Bearer +(\S+)$/iu.exec(authorization)?.[1];
  const found: Identified | undefined = secret === undefined ? undefined : await identifyToken(context, secret);
  return found === undefined ? null : { actor: found.actor, token: { id: found.id, expiresAt: found.expiresAt } };
}
