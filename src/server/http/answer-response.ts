import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { RouteId, StreamedAnswer } from '#contract/client';
import { type RouteDefinition, ROUTES } from '#contract/routes';

import { locationOf } from './location-of-created.ts';
import type { ServerContext } from './server-env.ts';

const compress = promisify(gzip);
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1024;

/** What a JSON route answers with, ready to be sent, or to be sent again. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Writes the answer of a use case down: status, `ETag` (the revision), `Location` of what was created. */
export function jsonAnswer(id: RouteId, path: Readonly<Record<string, string>>, answer: unknown): JsonAnswer {
  const route: RouteDefinition = ROUTES[id];
  if (answer === undefined) return { status: 204, headers: {}, body: null };
  const { revision } = answer as { readonly revision?: unknown };
  const location = route.success === 201 ? locationOf(id, path, answer) : undefined;
  return {
    status: route.success ?? 200,
    headers: {
      'content-type': 'application/json',
      ...(typeof revision === 'number' && { etag: `"${revision}"` }),
      ...(location !== undefined && { location }),
    },
    body: JSON.stringify(answer),
  };
}

/** Sends an answer: compressed where that is worth it, 304 where the client has it already. */
export async function sendJson(context: ServerContext, answer: JsonAnswer): Promise<Response> {
  const { body, headers, status } = answer;
  const { etag } = headers;
  if (body === null) return new Response(null, { status, headers });
  if (etag !== undefined && isKnown(context, etag)) return new Response(null, { status: 304, headers: { etag } });
  if (body.length < WORTH_COMPRESSING || !takesGzip(context)) return new Response(body, { status, headers });
  const compressed = await compress(body, { level: 5 });
  return new Response(compressed, {
    status,
    headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
  });
}

/** Sends a file or a picture; what is not text is never interpreted by a browser as a page. */
export async function sendStream(context: ServerContext, answer: StreamedAnswer): Promise<Response> {
  const { body, contentType, etag, fileName } = answer;
  const headers: Record<string, string> = {
    'content-type': contentType,
    ...(etag !== undefined && { etag: `"${etag}"`, 'cache-control': 'private, no-cache' }),
    ...(fileName !== undefined && { 'content-disposition': attachment(fileName) }),
  };
  const isNotWanted = context.req.method === 'HEAD';
  if (isNotWanted || (etag !== undefined && isKnown(context, `"${etag}"`))) {
    if (body instanceof ReadableStream) await body.cancel();
    if (isNotWanted) return new Response(null, { status: 200, headers });
    return new Response(null, { status: 304, headers: { etag: `"${etag}"`, 'cache-control': 'private, no-cache' } });
  }
  if (typeof body === 'string') return sendJson(context, { status: 200, headers, body });
  return new Response(body, { status: 200, headers });
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8. */
function attachment(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.() -]/gu, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function isKnown(context: ServerContext, etag: string): boolean {
  if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return false;
  const header = context.req.header('if-none-match');
  if (header === undefined) return false;
  return header === '*' || header.split(',').some((each) => each.trim().replace(/^W\//u, '') === etag);
}

/** True where the client says that it takes gzip; `gzip;q=0` says that it does not. */
export function takesGzip(context: ServerContext): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(context.req.header('accept-encoding') ?? '');
}
