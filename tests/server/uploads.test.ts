import { request } from 'node:http';
import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Problem } from '#contract/client';

import { type TestServer, testServer } from '../support/test-server.ts';

const MEGABYTE = 1024 * 1024;

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.stop());

interface Refused {
  readonly status: number | undefined;
  readonly problem: Problem;
  /** Bytes that were sent before the answer came. */
  readonly sent: number;
}

/** Sends a body that never says how long it will be. */
async function stream(path: string, megabytes: number, headers: Record<string, string> = {}): Promise<Refused> {
  const { promise, resolve, reject } = Promise.withResolvers<Refused>();
  let sent = 0;
  const chunk = Buffer.alloc(MEGABYTE, 'x');
  const body = Readable.from(
    (function* chunks() {
      for (let index = 0; index < megabytes; index += 1) {
        sent += chunk.length;
        yield chunk;
      }
    })(),
    { objectMode: false, highWaterMark: MEGABYTE },
  );
  const call = request(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { ...server.admin.headers, ...headers },
  });
  call.on('response', (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => {
      body.destroy();
      resolve({ status: response.statusCode, problem: JSON.parse(String(Buffer.concat(parts))) as Problem, sent });
    });
  });
  // The server does not read what it has refused; what was on its way is cut off after the answer.
  call.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
  });
  body.pipe(call);
  return promise;
}

describe('an upload', () => {
  it('of 200 MB is refused while it arrives, without being held', async () => {
    const before = process.memoryUsage.rss();
    const { status, problem } = await stream('/evidence?name=huge.log', 200);
    expect([status, problem.code]).toEqual([413, 'body-too-large']);
    expect((process.memoryUsage.rss() - before) / MEGABYTE).toBeLessThan(150);
  });

  it('that says that it is too large is refused before it begins', async () => {
    const headers = { ...server.admin.headers, 'content-length': String(200 * MEGABYTE) };
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    const call = request(`${server.url}/api/v1/evidence?name=huge.log`, { method: 'POST', headers });
    call.on('response', (response) => resolve(response.resume().statusCode)).on('error', () => {});
    call.write('x');
    expect(await promise).toBe(413);
    call.destroy();
  });

  it('of JSON ends at 10 MB', async () => {
    const { status, problem, sent } = await stream('/postmortems', 100, { 'content-type': 'application/json' });
    expect([status, problem.code]).toEqual([413, 'body-too-large']);
    expect(sent).toBeLessThan(60 * MEGABYTE);
  });

  const upload = async (name: string) => {
    const response = await server.admin.fetch(`/api/v1/evidence?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: `2026-02-23T08:15:00Z ERROR ${name.length} failed\n`,
      headers: { 'content-type': 'application/octet-stream' },
    });
    return { status: response.status, body: (await response.json()) as { id?: string; code?: string } };
  };

  it.each(['../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', '%2e%2e%2f', 'CON', '.'])(
    'named %j is stored by its content, wherever its name would lead',
    async (name) => {
      expect(await upload(name)).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^[0-9a-f]{64}$/u) } });
    },
  );

  it('with a name that no database keeps is refused', async () => {
    expect(await upload('a\0b.log')).toMatchObject({ status: 400, body: { code: 'request-malformed' } });
  });
});
