import type { IncomingHttpHeaders } from 'node:http';

/** Headers of a request, as `fetch` or as Node has them. */
export type RequestHeaders = Headers | IncomingHttpHeaders;

/** One header as text, its values joined as if they had come in one line; undefined where it is absent. */
export function headerOf(headers: RequestHeaders, name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** One cookie; the first of that name, undefined where there is none. */
export function cookieOf(headers: RequestHeaders, name: string): string | undefined {
  const pairs = (headerOf(headers, 'cookie') ?? '').split(';');
  const found = pairs.map((pair) => pair.trim()).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
