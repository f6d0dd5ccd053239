import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Hono } from 'hono';

import { refuse } from '#core/errors';

import { takesGzip } from '../http/answer-response.ts';
import { pagePolicy, plainPagePolicy } from '../http/security-headers.ts';
import type { ServerContext, ServerEnv } from '../http/server-env.ts';
import { COMPRESSIBLE } from './content-types.data.ts';
import { findWebFiles, timeOf, type WebFile, type WebFiles } from './find-web-files.ts';

const compress = promisify(gzip);
const FOREVER = 'public, max-age=31536000, immutable';
const NOT_BUILT =
  '<!doctype html><title>Nevertwice</title><p>The pages are not built yet. Run <code>npm run build</code>.';

/** Serves the built web application: its files, and its one page for every address that is nothing else. */
export function mountWeb(
  app: Hono<ServerEnv>,
  settings: { readonly directory: string; readonly publicUrl: string },
): void {
  const index = join(settings.directory, 'index.html');
  let web = findWebFiles(settings.directory);
  const gzipped = new Map<string, Uint8Array<ArrayBuffer>>();
  const refresh = (): WebFiles => {
    // A new build has new names; a server that keeps running serves it.
    if (timeOf(index) !== web.builtAt) {
      web = findWebFiles(settings.directory);
      gzipped.clear();
    }
    return web;
  };
  app.get('*', async (context) => {
    const file = web.files.get(context.req.path);
    if (file !== undefined && file.path !== index) return sendFile(context, file, gzipped);
    if (!isPage(context)) return refuse('route-missing', { method: 'GET', path: context.req.path });
    if (refresh().builtAt === 0) return sendPage(NOT_BUILT, plainPagePolicy(newNonce()), 503);
    return sendIndex(index, settings.publicUrl);
  });
}

/** What a browser goes to, as opposed to what a page asks for. */
function isPage(context: ServerContext): boolean {
  const last = context.req.path.slice(context.req.path.lastIndexOf('/') + 1);
  return !last.includes('.') && (context.req.header('accept') ?? '*/*').includes('*/*');
}

/** The page with a nonce of its own, which styles that scripts write have to carry. */
async function sendIndex(path: string, publicUrl: string): Promise<Response> {
  const nonce = newNonce();
  const html = await readFile(path, 'utf8');
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`;
  const socketOrigin = publicUrl.replace(/^http/u, 'ws');
  return sendPage(
    html.replace(/<head[^>]*>/iu, (head) => `${head}${meta}`),
    pagePolicy(nonce, socketOrigin),
    200,
  );
}

function sendPage(html: string, policy: string, status: number): Response {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return new Response(html, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}

function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

async function sendFile(
  context: ServerContext,
  file: WebFile,
  gzipped: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const headers = {
    'content-type': file.contentType,
    'cache-control': file.hashed ? FOREVER : 'public, max-age=300',
    ...(COMPRESSIBLE.has(file.extension) && { vary: 'accept-encoding' }),
  };
  const takesBrotli = /\bbr\b/u.test(context.req.header('accept-encoding') ?? '');
  if (file.compressed.br && takesBrotli) {
    return new Response(await readFile(`${file.path}.br`), { headers: { ...headers, 'content-encoding': 'br' } });
  }
  if (!COMPRESSIBLE.has(file.extension) || !takesGzip(context)) {
    return new Response(await readFile(file.path), { headers });
  }
  const body = file.compressed.gz ? await readFile(`${file.path}.gz`) : await gzippedOnce(file, gzipped);
  return new Response(body, { headers: { ...headers, 'content-encoding': 'gzip' } });
}

async function gzippedOnce(
  file: WebFile,
  gzipped: Map<string, Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = gzipped.get(file.path);
  if (known !== undefined) return known;
  const body = new Uint8Array(await compress(await readFile(file.path)));
  gzipped.set(file.path, body);
  return body;
}
