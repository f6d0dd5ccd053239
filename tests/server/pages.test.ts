import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { REFUSALS } from '#core/errors';

import { type TestServer, testServer } from '../support/test-server.ts';
import { workDirectory } from '../support/work-directory.ts';

const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2000))});`;

let server: TestServer;
let directory: string;

beforeAll(async () => {
  const parent = workDirectory();
  directory = join(parent, 'web');
  mkdirSync(join(directory, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'not for everybody');
  writeFileSync(join(directory, 'index.html'), '<!doctype html><html><head><title>Page</title></head></html>');
  writeFileSync(join(directory, 'assets', 'main-AbCd1234.js'), SCRIPT);
  writeFileSync(join(directory, 'assets', 'packed-AbCd1234.js'), SCRIPT);
  writeFileSync(join(directory, 'assets', 'packed-AbCd1234.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(directory, 'theme.js'), 'document.title;');
  server = await testServer({ webDirectory: directory, publicUrl: 'https://postmortems.example.com' });
});

afterAll(() => server.stop());

/** Sends the path as it is written; `fetch` would tidy it up. */
async function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(local());
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const call = request({ hostname, port, path, headers: { host: 'localhost', ...headers } }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => resolve({ status: response.statusCode ?? 0, text: String(Buffer.concat(parts)) }));
  });
  call.on('error', reject).end();
  return promise;
}

function local(): string {
  return server.localUrl;
}

async function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(local() + path, { headers });
}

describe('the page', () => {
  it.each(['/', '/postmortems', '/postmortems/0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f50/history', '/setup'])(
    'is served at %s, for the router in it',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Page</title>');
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('allows no script but its own files, and styles with the nonce of this very answer', async () => {
    const [one, two] = await Promise.all([get('/'), get('/')]);
    const policy = one.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]+)'/u.exec(policy)?.[1] ?? '';
    expect(await one.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'self' wss://postmortems.example.com;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*/u);
    expect(one.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
  });

  it('is not served for files that are not there, nor below /api', async () => {
    expect((await get('/assets/gone-AbCd1234.js')).status).toBe(404);
    expect((await get('/api')).headers.get('content-type')).toBe('application/problem+json');
    expect((await get('/api/v1/nothing')).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/assets/%00',
    '/.vite/manifest.json',
  ])('does not lead out of its directory by %s', async (path) => {
    const { status, text } = await raw(path);
    expect(text).not.toContain('not for everybody');
    expect(status === 200 ? text.includes('<title>Page</title>') : [400, 404].includes(status)).toBe(true);
  });
});

describe('a file', () => {
  it('whose name changes with its content is kept for good, others for minutes', async () => {
    const hashed = await get('/assets/main-AbCd1234.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await get('/theme.js')).headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('is sent as it was compressed at build, or compressed now', async () => {
    const brotli = await get('/assets/packed-AbCd1234.js', { 'accept-encoding': 'br, gzip' });
    expect(brotli.headers.get('content-encoding')).toBe('br');
    expect(await brotli.text()).toBe(SCRIPT);
    const zipped = await raw('/assets/main-AbCd1234.js', { 'accept-encoding': 'gzip' });
    expect(zipped.status).toBe(200);
    const response = await get('/assets/main-AbCd1234.js', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.text()).toBe(SCRIPT);
    const plain = await get('/assets/main-AbCd1234.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });
});

describe('a new build', () => {
  it('is served without a restart', async () => {
    writeFileSync(join(directory, 'assets', 'next-AbCd1234.js'), SCRIPT);
    writeFileSync(
      join(directory, 'index.html'),
      '<!doctype html><html><head><title>Page</title></head><p>2</p></html>',
    );
    expect(await (await get('/')).text()).toContain('<p>2</p>');
    expect((await get('/assets/next-AbCd1234.js')).status).toBe(200);
  });
});

describe('the reference', () => {
  it('shows every operation and every refusal at an address of its own', async () => {
    const page = await (await get('/reference')).text();
    for (const id of ['createPostmortem', 'streamChanges', 'schema-Postmortem']) expect(page).toContain(`id="${id}"`);
    const errors = await (await get('/reference/errors')).text();
    for (const code of Object.keys(REFUSALS)) expect(errors).toContain(`id="${code}"`);
  });

  it('runs nothing, and leads nowhere that is not there', async () => {
    const response = await get('/reference');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/u);
    const page = await response.text();
    expect(page).not.toMatch(/<script|https?:\/\/(?!postmortems\.example\.com)/u);
    const links = [...page.matchAll(/href="#([^"]+)"/gu)].map((match) => match[1] ?? '');
    expect([...new Set(links)].filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });
});

describe('compression', () => {
  it('of a page is what the page is', async () => {
    const { hostname, port } = new URL(local());
    const { promise, resolve } = Promise.withResolvers<Buffer>();
    request({ hostname, port, path: '/reference/errors', headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
    }).end();
    expect(String(gunzipSync(await promise))).toContain('<title>Errors');
  });
});
