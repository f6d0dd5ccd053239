import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import type { Hono } from 'hono';

import { takesGzip } from '../http/answer-response.ts';
import { plainPagePolicy } from '../http/security-headers.ts';
import type { ServerContext, ServerEnv } from '../http/server-env.ts';
import { buildOpenApi } from './build-openapi.ts';
import type { PlainPage } from './reference-page.ts';

const compress = promisify(gzip);

/** Mounts the OpenAPI document and the pages made of it. Made when somebody asks, and not kept. */
export function mountReference(app: Hono<ServerEnv>, server: { readonly version: string; readonly url: string }): void {
  app.get('/openapi.json', async (context) => {
    const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
    return send(context, JSON.stringify(buildOpenApi(server)), headers);
  });
  app.get('/reference', async (context) => {
    const { referencePage } = await import('./reference-page.ts');
    return sendPage(context, referencePage(buildOpenApi(server)));
  });
  app.get('/reference/errors', async (context) => {
    const { errorsPage } = await import('./errors-page.ts');
    return sendPage(context, errorsPage());
  });
}

async function sendPage(context: ServerContext, page: PlainPage): Promise<Response> {
  const { writePage } = await import('./reference-page.ts');
  const nonce = randomBytes(16).toString('base64url');
  return send(context, writePage(page, nonce), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': plainPagePolicy(nonce),
  });
}

async function send(context: ServerContext, text: string, headers: Record<string, string>): Promise<Response> {
  if (!takesGzip(context)) return new Response(text, { headers });
  const body = await compress(text);
  return new Response(body, { headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' } });
}
