import { createHmac, timingSafeEqual } from 'node:crypto';

import { cookieOf, type RequestHeaders } from '../request-headers.ts';
import { cookie, isSecure } from '../session-cookie.ts';

/** What a browser keeps while it is at the provider. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  /** Proves to the provider that who asks for the tokens is who began. */
  readonly verifier: string;
  /** Where to go afterwards, a path of ours. */
  readonly to: string;
  /** When it is too late to come back. */
  readonly until: string;
}

const SECONDS = 600;

/** `Set-Cookie` that begins a flow; signed, so that nobody else can have written it. */
export function beginFlow(publicUrl: string, flow: OidcFlow, secret: Uint8Array): string {
  const text = Buffer.from(JSON.stringify(flow)).toString('base64url');
  const value = `${text}.${signature(text, secret)}`;
  return cookie(publicUrl, { name: flowCookieName(publicUrl), value, seconds: SECONDS });
}

/** `Set-Cookie` that ends it: a flow is used once. */
export function endFlow(publicUrl: string): string {
  return cookie(publicUrl, { name: flowCookieName(publicUrl), value: '', seconds: 0 });
}

/** The flow that this browser began; undefined where it began none, or too long ago. */
export function readFlow(
  headers: RequestHeaders,
  publicUrl: string,
  checks: { readonly secret: Uint8Array; readonly now: string },
): OidcFlow | undefined {
  const [text = '', signed = ''] = (cookieOf(headers, flowCookieName(publicUrl)) ?? '').split('.');
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(text, checks.secret))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const flow = JSON.parse(Buffer.from(text, 'base64url').toString()) as OidcFlow;
  return flow.until > checks.now ? flow : undefined;
}

/** How long somebody may take at the provider, in milliseconds. */
export const FLOW_MILLISECONDS = SECONDS * 1000;

function flowCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? '__Host-nevertwice-oidc' : 'nevertwice-oidc';
}

function signature(text: string, secret: Uint8Array): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
