import { SESSION_LONGEST } from '#app/accounts';

import { cookieOf, type RequestHeaders } from './request-headers.ts';

/** Names of the cookie that holds a session: the browser lets nobody but this host, over https, set the first one. */
const PROTECTED = '__Host-nevertwice';
const PLAIN = 'nevertwice';

/** What the session's cookie is called on a server with that origin. */
export function sessionCookieName(publicUrl: string): string {
  return isSecure(publicUrl) ? PROTECTED : PLAIN;
}

/** The session's cookie of a request. */
export function readSessionCookie(
  headers: RequestHeaders,
): { readonly name: string; readonly value: string } | undefined {
  for (const name of [PROTECTED, PLAIN]) {
    const value = cookieOf(headers, name);
    if (value !== undefined && value !== '') return { name, value };
  }
  return undefined;
}

/** `Set-Cookie` that begins a session in a browser. The server decides how long it really lasts. */
export function beginCookie(publicUrl: string, secret: string): string {
  return cookie(publicUrl, { name: sessionCookieName(publicUrl), value: secret, seconds: SESSION_LONGEST });
}

/** `Set-Cookie` that ends it. */
export function endCookie(publicUrl: string): string {
  return cookie(publicUrl, { name: sessionCookieName(publicUrl), value: '', seconds: 0 });
}

/** A `Set-Cookie` that scripts cannot read and other sites cannot use for writes. */
export function cookie(
  publicUrl: string,
  facts: { readonly name: string; readonly value: string; readonly seconds: number },
): string {
  const secure = isSecure(publicUrl) ? '; Secure' : '';
  return `${facts.name}=${facts.value}; Path=/; Max-Age=${facts.seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** True if people reach the server over https only. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}
