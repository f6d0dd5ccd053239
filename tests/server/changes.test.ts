import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startServer } from '#server';

import { type Caller, type TestServer, testServer } from '../support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.stop());

interface Heard {
  readonly type: string;
  readonly id: string;
  readonly revision: number | null;
}

/** Listens until it is stopped; `until` waits for something to be heard. */
async function listenAs(caller: Caller, path = '/api/v1/changes') {
  const stop = new AbortController();
  const response = await caller.fetch(path, { signal: stop.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const heard: Heard[] = [];
  let isOpen = true;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      for (const line of decoder.decode(chunk).split('\n')) {
        if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)) as Heard);
      }
    }
  })().then(
    () => (isOpen = false),
    () => (isOpen = false),
  );
  return {
    heard,
    isOpen: () => isOpen,
    until: async (test: () => boolean) => {
      await expect.poll(test, { timeout: 5000 }).toBe(true);
    },
    stop: async () => {
      stop.abort();
      await reading;
    },
  };
}

const NEW = { title: 'Checkout outage', dialect: 'sev', date: '2026-02-23' } as const;

describe('the stream of changes', () => {
  it('tells whatever is created and changed', async () => {
    const stream = await listenAs(server.admin);
    const { id, record } = await server.admin.client('createPostmortem', { body: NEW });
    await stream.until(() => stream.heard.some((change) => change.id === id));
    await server.admin.client('replacePostmortem', { path: { postmortemId: id }, body: { record }, ifMatch: 1 });
    await stream.until(() => stream.heard.some((change) => change.id === id && change.revision === 2));
    expect(stream.heard[0]).toMatchObject({ type: 'postmortem', id, revision: 1 });
    await stream.stop();
  });

  it('tells of private post-mortems only those who may see them', async () => {
    const reader = await server.join('reader');
    const author = await server.join('contributor');
    const [public_, private_] = await Promise.all([listenAs(reader), listenAs(author)]);
    const hidden = await author.client('createPostmortem', { body: { ...NEW, private: true } });
    const open = await author.client('createPostmortem', { body: NEW });
    await public_.until(() => public_.heard.some((change) => change.id === open.id));
    await private_.until(() => private_.heard.some((change) => change.id === hidden.id));
    expect(public_.heard.map((change) => change.id)).not.toContain(hidden.id);
    await Promise.all([public_.stop(), private_.stop()]);
  });

  it('ends when the role of whoever listens changes, or the account ends', async () => {
    const bob = await server.join('reader');
    const { user } = await bob.client('getSession');
    const stream = await listenAs(bob);
    await server.admin.client('updatePerson', { path: { personId: user.id }, body: { disabled: true } });
    await expect.poll(stream.isOpen, { timeout: 5000 }).toBe(false);
  });

  it('is not opened by whoever only asks for its headers', async () => {
    const carol = await server.join('reader');
    for (let index = 0; index < 50; index += 1) {
      const response = await carol.fetch('/api/v1/changes', { method: 'HEAD' });
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    }
  });

  it('is opened by one person a few dozen times at most', async () => {
    const dora = await server.join('reader');
    const stop = new AbortController();
    const open = () => dora.fetch('/api/v1/changes', { signal: stop.signal });
    const streams = await Promise.all(Array.from({ length: 40 }, open));
    expect(streams.every(({ status }) => status === 200)).toBe(true);
    expect((await open()).status).toBe(429);
    stop.abort();
    await expect
      .poll(
        async () =>
          (
            await dora
              .fetch('/api/v1/changes', { method: 'GET', signal: AbortSignal.timeout(500) })
              .catch(() => undefined)
          )?.status,
      )
      .toBe(200);
  });

  it('hears what another server on the same database did', async () => {
    const other = await startServer({
      version: '0.0.0-test',
      dataDirectory: '',
      databaseUrl: server.databaseUrl,
      port: 0,
      logLevel: 'silent',
    });
    try {
      const stream = await listenAs({
        ...server.admin,
        fetch: (path, init = {}) => fetch(other.url + path, { ...init, headers: server.admin.headers }),
      });
      const { id } = await server.admin.client('createPostmortem', { body: NEW });
      await stream.until(() => stream.heard.some((change) => change.id === id));
      expect(stream.isOpen()).toBe(true);
      await stream.stop();
    } finally {
      await other.stop();
    }
  });
});
