import { timingSafeEqual } from 'node:crypto';

import { refuse } from '#core/errors';

import { headerOf, type RequestHeaders } from './request-headers.ts';

/** Methods that change nothing. */
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What of a request tells whether its sender meant it. */
interface SentRequest {
  readonly method: string;
  readonly headers: RequestHeaders;
}

/** Who sent a request; without a session it is somebody with an API token. */
interface Sender {
  readonly session?: { readonly csrfToken: string };
}

/**
 * Refuses `csrf-refused` where another site may have made a browser send the request: a write that comes from another
 * origin, or that does not carry the token of the session it uses. A write with an API token is always meant.
 *
 * @param sender null for nobody: signing somebody in unasked is an attack, too
 */
export function requireCsrf(request: SentRequest, sender: Sender | null): void {
  if (READING.has(request.method) || (sender !== null && sender.session === undefined)) return;
  requireOwnOrigin(request.headers);
  if (sender?.session === undefined) return;
  const sent = headerOf(request.headers, 'x-csrf-token');
  if (sent === undefined) refuse('csrf-refused', { reason: 'the header "X-CSRF-Token" is missing' });
  if (!isSame(sent, sender.session.csrfToken)) {
    refuse('csrf-refused', { reason: 'the "X-CSRF-Token" belongs to another session' });
  }
}

/** Browsers say where a request comes from, in words that pages cannot change; programs say nothing. */
function requireOwnOrigin(headers: RequestHeaders): void {
  const site = headerOf(headers, 'sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return;
  const origin = headerOf(headers, 'origin');
  if (site !== undefined) refuse('csrf-refused', { reason: `it came from another site (${origin ?? site})` });
  if (origin !== undefined && hostOf(origin) !== headerOf(headers, 'host')) {
    refuse('csrf-refused', { reason: `it came from ${origin}` });
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function isSame(sent: string, expected: string): boolean {
  const [first, second] = [Buffer.from(sent), Buffer.from(expected)];
  return first.length === second.length && timingSafeEqual(first, second);
}
