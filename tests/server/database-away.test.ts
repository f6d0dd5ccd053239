import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Problem } from '#contract/client';

import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.ts';
import { type TestServer, testServer } from '../support/test-server.ts';

let database: MigratedDatabase;
let server: TestServer;
let line: Line;

beforeAll(async () => {
  database = await migratedDatabase();
  line = await openLine(new URL(database.url));
  const url = new URL(database.url);
  url.searchParams.delete('host');
  url.searchParams.delete('port');
  url.hostname = '127.0.0.1';
  url.port = String(line.port);
  server = await testServer({ databaseUrl: url.href });
});

afterAll(async () => {
  await server.stop();
  line.cut();
  await database.close();
});

describe('a database that goes away', () => {
  it('is told as such, and everything goes on when it is back', async () => {
    line.cut();
    await expect.poll(async () => (await server.stranger.fetch('/readyz')).status, { timeout: 5000 }).toBe(503);
    const away = await server.admin.fetch('/api/v1/postmortems');
    expect([away.status, ((await away.json()) as Problem).code]).toEqual([503, 'database-away']);
    expect((await server.stranger.fetch('/healthz')).status).toBe(200);

    await line.mend();
    await expect.poll(async () => (await server.stranger.fetch('/readyz')).status, { timeout: 5000 }).toBe(200);
    expect((await server.admin.fetch('/api/v1/postmortems')).status).toBe(200);
  });
});

/** A line to the database that can be cut. */
interface Line {
  readonly port: number;
  cut(): void;
  mend(): Promise<void>;
}

async function openLine(url: URL): Promise<Line> {
  const sockets = new Set<Socket>();
  const directory = url.searchParams.get('host');
  const port = Number(url.searchParams.get('port') ?? (url.port === '' ? 5432 : url.port));
  let listener: Server;
  const open = async (at: number): Promise<void> => {
    listener = createServer((near) => {
      const far = directory === null ? connect(port, url.hostname) : connect(`${directory}/.s.PGSQL.${port}`);
      for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => {
      listener.listen(at, '127.0.0.1', resolve);
    });
  };
  await open(0);
  const at = (listener!.address() as AddressInfo).port;
  return {
    port: at,
    mend: () => open(at),
    cut: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
  };
}
