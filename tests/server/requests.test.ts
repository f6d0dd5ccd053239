import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Problem } from '#contract/client';
import { REFUSALS } from '#core/errors';

import { type TestServer, testServer } from '../support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(() => server.stop());

const NEW = { title: 'Checkout outage', dialect: 'sev', date: '2026-02-23' };

async function send(path: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: never }> {
  const response = await server.admin.fetch(`/api/v1${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as never };
}

function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
}

describe('a problem', () => {
  it('is written as RFC 9457 wants it, with the code of the table and what to do', async () => {
    const { status, headers, body } = await send('/postmortems/0197a0c4-5b1e-7c3a-9f00-3a6c1d2e4f50');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: '/reference/errors#postmortem-missing',
      title: 'Postmortem missing',
      status: 404,
      detail: expect.any(String),
      instance: `urn:request:${headers.get('x-request-id')}`,
      code: 'postmortem-missing',
      help: REFUSALS['postmortem-missing'].help,
    });
  });

  it('lists every value that does not fit, by its path', async () => {
    const { status, body } = await send('/postmortems', json('POST', { title: '', date: 'yesterday', tags: [1] }));
    expect(status).toBe(422);
    const { code, errors } = body as Problem;
    expect(code).toBe('request-invalid');
    expect(errors?.map(({ path }) => path)).toEqual(['body.title', 'body.date', 'body.tags.0']);
  });

  it.each([
    ['a path that leads nowhere', '/nothing', {}, 404, 'route-missing'],
    ['an id that is none', '/postmortems/7', {}, 404, 'route-missing'],
    ['a method that nobody answers', '/search', { method: 'DELETE' }, 405, 'method-not-allowed'],
    [
      'a body that is no JSON',
      '/postmortems',
      { method: 'POST', body: '{', headers: JSON_TYPE() },
      400,
      'request-malformed',
    ],
    [
      'a body that is no UTF-8',
      '/postmortems',
      { method: 'POST', body: new Uint8Array([34, 255, 34]), headers: JSON_TYPE() },
      400,
      'request-malformed',
    ],
    [
      'a text that no database keeps',
      '/postmortems',
      { method: 'POST', body: JSON.stringify({ title: 'a\0b' }), headers: JSON_TYPE() },
      400,
      'request-malformed',
    ],
    [
      'a body of another type',
      '/postmortems',
      { method: 'POST', body: 'a=1', headers: { 'content-type': 'text/plain' } },
      415,
      'media-type-unsupported',
    ],
    ['an unknown parameter', '/postmortems?statu=draft', {}, 422, 'request-invalid'],
    ['a parameter given twice', '/postmortems?limit=1&limit=2', {}, 422, 'request-invalid'],
  ] satisfies [what: string, path: string, init: RequestInit, ...expected: [number, string]][])(
    'answers %s',
    async (...row) => {
      const [, path, init, ...expected] = row;
      const { status, body } = await send(path, init);
      expect([status, (body as Problem).code]).toEqual(expected);
    },
  );

  it('names the methods there are', async () => {
    const { headers } = await send('/people', { method: 'DELETE' });
    expect(headers.get('allow')).toBe('GET');
  });

  it('answers a request without a host instead of dropping it', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const call = request(`${server.url}/api/v1/session`, { setHost: false, headers: { connection: 'close' } });
    call
      .on('response', (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
    expect(await promise).toBe(400);
  });
});

function JSON_TYPE(): Record<string, string> {
  return { 'content-type': 'application/json' };
}

describe('a revision', () => {
  it('is the ETag of what is read, and known again', async () => {
    const created = await send('/postmortems', json('POST', NEW));
    const { id } = created.body as { id: string };
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/v1/postmortems/${id}`);
    expect(created.headers.get('etag')).toBe('"1"');
    const read = await send(`/postmortems/${id}`);
    expect(read.headers.get('etag')).toBe('"1"');
    const again = await server.admin.fetch(`/api/v1/postmortems/${id}`, { headers: { 'if-none-match': '"1"' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await server.admin.fetch(`/api/v1/postmortems/${id}`, { headers: { 'if-none-match': '"2"' } });
    expect(other.status).toBe(200);
  });

  it('is asked for by every change, and a stale one changes nothing', async () => {
    const created = await send('/postmortems', json('POST', NEW));
    const { id, record } = created.body as { id: string; record: { title: string } };
    const change = (title: string, headers: Record<string, string>) =>
      send(`/postmortems/${id}`, json('PUT', { record: { ...record, title } }, headers));

    expect(await change('A', {})).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
    expect(await change('B', { 'if-match': 'yesterday' })).toMatchObject({ status: 400 });
    expect(await change('C', { 'if-match': '"1"' })).toMatchObject({ status: 200, body: { revision: 2 } });
    expect(await change('D', { 'if-match': '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'revision-stale', current: 2 },
    });
    expect(await change('E', { 'if-match': 'W/"2"' })).toMatchObject({
      status: 200,
      body: { revision: 3, title: 'E' },
    });
    expect(await change('F', { 'if-match': '*' })).toMatchObject({ status: 200, body: { revision: 4 } });
  });
});

describe('an idempotency key', () => {
  const create = (key: string, title = NEW.title) =>
    send('/postmortems', json('POST', { ...NEW, title }, { 'idempotency-key': key }));

  it('gives the first answer again to whoever repeats a create', async () => {
    const first = await create('key-1');
    const second = await create('key-1');
    expect(second.body).toEqual(first.body);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('creates once when the same request comes twice at the same time', async () => {
    const before = await total();
    const answers = await Promise.all([create('key-2'), create('key-2'), create('key-2')]);
    expect(await total()).toBe(before + 1);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map(({ body }) => (body as Problem).code)).toEqual(refused.map(() => 'idempotency-in-progress'));
  });

  it('is refused for another request', async () => {
    await create('key-3');
    expect(await create('key-3', 'Another')).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('is free again after a refusal', async () => {
    expect(await create('key-4', '')).toMatchObject({ status: 422 });
    expect(await create('key-4')).toMatchObject({ status: 201 });
  });

  it('belongs to a person: others may use the same', async () => {
    const bob = await server.join('contributor');
    const mine = await create('key-5');
    const theirs = await bob.client('createPostmortem', { body: NEW as never, idempotencyKey: 'key-5' });
    expect(theirs.id).not.toBe((mine.body as { id: string }).id);
  });

  it.each(['two words', 'x'.repeat(201)])('is no key as %j', async (key) => {
    expect(await create(key)).toMatchObject({ status: 422, body: { code: 'idempotency-key-invalid' } });
  });

  it('keeps what is only told once, so that the database alone does not open it', async () => {
    const make = () =>
      send('/tokens', json('POST', { name: 'ci', scopes: ['read'] }, { 'idempotency-key': 'a-secret-key' }));
    const first = (await make()).body as { secret: string };
    expect((await make()).body).toEqual(first);
    expect(first.secret).toMatch(/^nvt_/u);
  });

  async function total(): Promise<number> {
    return ((await send('/postmortem-facets')).body as { total: number }).total;
  }
});

describe('an answer', () => {
  it('is compressed where the client takes it and it is worth it', async () => {
    const { body } = await send('/postmortems', json('POST', NEW));
    const path = `/api/v1/postmortems/${(body as { id: string }).id}`;
    const zipped = await server.admin.fetch(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const plain = await server.admin.fetch(path, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await zipped.json()).toEqual(await plain.json());
    const small = await server.admin.fetch('/healthz', { headers: { 'accept-encoding': 'gzip' } });
    expect(small.headers.get('content-encoding')).toBeNull();
  });

  it('cannot be framed, sniffed, kept or run', async () => {
    const { headers } = await send('/session');
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    });
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});
