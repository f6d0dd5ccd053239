import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { startServer } from '#server';

import { type TestServer, testServer } from '../support/test-server.ts';

async function withServer(settings: Parameters<typeof testServer>[0], use: (server: TestServer) => Promise<void>) {
  const server = await testServer(settings);
  try {
    await use(server);
  } finally {
    await server.stop();
  }
}

describe('a running server', () => {
  it('says that it lives and is ready', async () => {
    await withServer({}, async ({ stranger }) => {
      expect(await (await stranger.fetch('/healthz')).json()).toEqual({ status: 'ok' });
      expect(await (await stranger.fetch('/readyz')).json()).toEqual({ status: 'ready' });
    });
  });

  it('tells its numbers to this machine, and not to what comes through a proxy', async () => {
    await withServer({}, async ({ admin, stranger }) => {
      await admin.fetch('/api/v1/session');
      const metrics = await (await stranger.fetch('/metrics')).text();
      expect(metrics).toMatch(
        /nevertwice_http_request_seconds_count\{route="getSession",method="GET",status="200"\} \d/u,
      );
      expect(metrics).toContain('nevertwice_database_connections ');
      expect(metrics).toContain('nevertwice_live_failed_saves_total 0');
      expect(metrics).toContain('process_resident_memory_bytes');
      expect((await stranger.fetch('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(401);
    });
  });

  it('tells its numbers to whoever has the token, where one is set', async () => {
    await withServer({ metricsToken: 'numbers' }, async ({ stranger }) => {
      expect((await stranger.fetch('/metrics')).status).toBe(401);
      const known = await stranger.fetch('/metrics', { headers: { authorization: 'Bearer numbers' } });
      expect(known.status).toBe(200);
    });
  });

  it('logs who did what and never a secret', async () => {
    await withServer({}, async ({ admin, log }) => {
      await admin.fetch('/api/v1/postmortems?tag=confidential-tag', {
        headers: { 'x-request-id': 'chosen-by-client' },
      });
      await admin.client('createToken', { body: { name: 'ci', scopes: ['read'] } });
      const { user } = await admin.client('getSession');
      const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
      const line = lines.find((each) => each['route'] === 'listPostmortems');
      expect(line).toMatchObject({ method: 'GET', path: '/api/v1/postmortems', status: 200, userId: user.id });
      expect(line?.['requestId']).not.toBe('chosen-by-client');
      const text = log.join('\n');
      const cookie = admin.headers['cookie']?.split('=')[1] ?? 'none';
      for (const secret of ['correct horse', 'confidential-tag', 'nvt_', cookie]) expect(text).not.toContain(secret);
    });
  });

  it('limits whoever asks too often, and says for how long', async () => {
    const few = { perSecond: 0.5, burst: 8 };
    await withServer({ rateLimits: { signedIn: { perSecond: 1e6, burst: 1e6 }, anonymous: few } }, async (server) => {
      const answers: Response[] = [];
      for (let index = 0; index < 12; index += 1) answers.push(await server.stranger.fetch('/api/v1/people'));
      const limited = answers.filter(({ status }) => status === 429);
      expect(limited.length).toBeGreaterThanOrEqual(3);
      expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await server.admin.fetch('/api/v1/people')).status).toBe(200);
    });
  });

  it('counts a client by the address that the trusted proxy wrote', async () => {
    const few = { perSecond: 0.1, burst: 3 };
    const rateLimits = { signedIn: { perSecond: 1e6, burst: 1e6 }, anonymous: few };
    await withServer({ rateLimits, trustProxy: 1 }, async ({ stranger }) => {
      const from = (address: string) =>
        stranger.fetch('/api/v1/people', { headers: { 'x-forwarded-for': `1.2.3.4, ${address}` } });
      const statuses = [];
      for (let index = 0; index < 4; index += 1) statuses.push((await from('203.0.113.9')).status);
      expect(statuses).toEqual([401, 401, 401, 429]);
      expect((await from('203.0.113.10')).status).toBe(401);
    });
  });
});

describe('a server that stops', () => {
  it('lets a running request end, takes no more, and closes what is open', async () => {
    const server = await testServer();
    const stream = await server.admin.fetch('/api/v1/changes');
    const { hostname, port } = new URL(server.url);
    // Browsers open connections in advance.
    const unused = connect(Number(port), hostname);
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const headers = { ...server.admin.headers, 'transfer-encoding': 'chunked' };
    const upload = request(`${server.url}/api/v1/evidence?name=a.log`, { method: 'POST', headers, agent: false });
    upload.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    upload.write('2026-02-23T08:15:00Z ERROR failed\n');
    await once(unused, 'connect');
    await expect.poll(() => upload.socket?.bytesWritten ?? 0).toBeGreaterThan(200);
    await wait(100);

    const started = performance.now();
    const stopped = server.stop();
    await expect.poll(() => unused.destroyed || unused.readableEnded, { timeout: 3000 }).toBe(true);
    await expect(server.stranger.fetch('/healthz')).rejects.toThrow('fetch failed');
    upload.end('2026-02-23T08:16:00Z ERROR failed\n');
    expect(await promise).toBe(201);
    await stopped;
    expect(performance.now() - started).toBeLessThan(6000);
    await stream.body?.cancel().catch(() => {});
  });

  it('stops in the time it is given, whatever hangs', async () => {
    const server = await testServer();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write('POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    await expect.poll(() => socket.readyState).toBe('open');
    const started = performance.now();
    await server.stop(300);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('a server that cannot start', () => {
  it('says which port is taken', async () => {
    await withServer({}, async (server) => {
      const port = Number(new URL(server.url).port);
      const settings = {
        version: '0',
        dataDirectory: '',
        databaseUrl: server.databaseUrl,
        port,
        logLevel: 'silent',
      } as const;
      await expect(startServer(settings)).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
    });
  });

  it('says that the database is not there, and leaves nothing behind', async () => {
    const settings = { version: '0', dataDirectory: '', port: 0, logLevel: 'silent' } as const;
    const databaseUrl = 'postgresql://nobody@127.0.0.1:1/none';
    await expect(startServer({ ...settings, databaseUrl })).rejects.toThrow('cannot be opened');
  });
});
