import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Caller, testServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let admin: Caller;

beforeAll(async () => {
  server = await testServer();
  ({ admin } = server);
}, 60_000);

afterAll(() => server.stop());

const JSON_TYPE = { 'content-type': 'application/json' };

async function post(path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) {
  const response = await admin.fetch(`/api/v1${path}`, { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as { id: string; code: string }, response };
}

async function exported(postmortemId: string, format: string): Promise<{ response: Response; text: string }> {
  const response = await admin.fetch(`/api/v1/postmortems/${postmortemId}/export?format=${format}`);
  return { response, text: await response.text() };
}

const HOSTILE = '</text></svg><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';

describe('hostile text', () => {
  it.each([
    "' or 1=1 --",
    "'; drop table postmortems; --",
    String.raw`\' or true`,
    '%_%',
    '$1',
    '🦓\u202e',
    '") or ("',
    ':* & !|<->()',
    "'quoted':*",
    '"unclosed',
    '- - -',
    '(((((',
    '\\',
    '\u0001',
    '\ud800',
  ])('%j is a value of every filter, and nothing more', async (value) => {
    const { id } = await admin.client('createPostmortem', { body: { title: 'Outage', tags: ['t'] } });
    const text = encodeURIComponent(value.toWellFormed());
    for (const query of [
      `search?q=${text}`,
      `search?q=outage&service=${text}&team=${text}&tag=${text}`,
      `postmortems?service=${text}&team=${text}&tag=${text}`,
      `actions?owner=${text}`,
      `audit?subject=${text}`,
      `postmortems/${id}/evidence-events?q=${text}&level=${text}&kind=${text}&source=${text}`,
    ]) {
      const response = await admin.fetch(`/api/v1/${query}`);
      expect([query, response.status]).toEqual([query, 200]);
      const { items } = (await response.json()) as { items: unknown[] };
      if (!query.startsWith('search?q=') || query.includes('service=')) expect([query, items]).toEqual([query, []]);
    }
  });

  it.each(['', 'x', '0', '-1', '1e9', "' or 1=1", 'W10', 'eyJhIjoxfQ', '9'.repeat(400), '..%2f', '\ud800', 'bnVsbA'])(
    'as cursor %j is refused, not asked of the database',
    async (value) => {
      const { id } = await admin.client('createPostmortem', { body: { title: 'Outage' } });
      const cursor = encodeURIComponent(value.toWellFormed());
      const lists = ['postmortems', 'actions', 'audit', 'search?q=outage', `postmortems/${id}/revisions`];
      for (const list of [
        ...lists,
        'postmortems?sort=title',
        'postmortems?sort=severity',
        `postmortems/${id}/evidence-events`,
      ]) {
        const { status } = await admin.fetch(`/api/v1/${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`);
        expect([list, status < 500]).toEqual([list, true]);
      }
    },
  );

  it('is text in every download', async () => {
    const { id } = await admin.client('createPostmortem', { body: { title: HOSTILE, date: '2026-02-23' } });
    for (const text of [
      HOSTILE,
      '=HYPERLINK("http://evil.example","x")',
      '+1+1',
      '-1+1',
      '@SUM(A1)',
      '\t=1+1',
      '＝1+1',
    ]) {
      const body = { at: '12:05', text, who: text };
      await admin.client('addEvent', { path: { postmortemId: id }, body });
    }
    for (const format of ['markdown', 'json', 'csv', 'svg', 'mermaid']) {
      const { response, text } = await exported(id, format);
      expect([format, response.status]).toEqual([format, 200]);
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w.() -]+"; filename\*=UTF-8''[\w.%~!$&+^`|-]+$/u,
      );
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      if (format === 'svg') expect(text).not.toMatch(/<script|<img|<\/svg>\s*\S/iu);
    }
  });

  it('is no formula in a table', async () => {
    const { id } = await admin.client('createPostmortem', { body: { title: 'Outage', date: '2026-02-23' } });
    const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '=cmd|x!A0'];
    for (const text of formulas) {
      await admin.client('addEvent', { path: { postmortemId: id }, body: { at: '12:05', text, who: text } });
    }
    const { text } = await exported(id, 'csv');
    const cells = text.split(/\r?\n/u).flatMap((line) => line.split(',').map((cell) => cell.replace(/^"/u, '')));
    expect(cells.filter((cell) => /^\s*[=@]|^\s*[+-](?!\d+(?:\.\d+)?"?$)/u.test(cell))).toEqual([]);
  });

  it.each([
    'a"b.log',
    "a'b.log",
    'a\r\nset-cookie: x=y.log',
    'a;b.log',
    'zeit – ü.log',
    'a\\b.log',
    '../../b.log',
    '🦓.log',
    '%0d%0a.log',
    '.',
    '"',
  ])('as the name %j of a file stays within its header', async (name) => {
    const text = ['10:00', '10:01', '10:02', '10:03', '10:04'].map(
      (time) => `2026-04-01T${time}:00Z ERROR ${name.length} x`,
    );
    const body = new TextEncoder().encode(text.join('\n'));
    const { id } = await admin.client('uploadEvidence', { query: { name }, body });
    const made = await admin.client('draftPostmortem', { body: { title: 'Outage', evidence: [{ id, name }] } });
    const response = await admin.fetch(`/api/v1/postmortems/${made.id}/evidence/${id}/raw`);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBe(null);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    const given = response.headers.get('content-disposition') ?? '';
    expect(given).toMatch(/^attachment; filename="[\w.() -]*"; filename\*=UTF-8''[\w.%~!$&+^`|-]*$/u);
    expect(given).not.toMatch(/\.\.[/\\]|%2f|%5c/iu);
  });

  it('of characters that no database keeps breaks nothing', async () => {
    const lines = ['10:00', '10:01', '10:02', '10:03'].map((time) => `2026-04-01T${time}:00Z ERROR disk full`);
    const log = `2026-04-01T10:05:00Z ERROR bad \0 byte\n${`${lines.join('\n')}\n`.repeat(20)}`;
    const { id } = await admin.client('uploadEvidence', {
      query: { name: 'a.log' },
      body: new TextEncoder().encode(log),
    });
    const made = await post('/drafts', JSON.stringify({ title: 'x', evidence: [{ id, name: 'a.log' }] }));
    expect([made.status, made.body.code]).toEqual([201, undefined]);
    for (const [path, body] of [
      ['/postmortems', { title: '\ud800', tags: ['\udfff'], services: ['\ud800'] }],
      ['/drafts', { title: '\ud800', evidence: [{ id, name: '\ud800.log' }] }],
      ['/draft-previews', { evidence: [{ id, name: '\ud800.log' }], skew: { '\ud800': 1, __proto__: 2 } }],
      [`/postmortems/${made.body.id}/events`, { line: '12:05 \ud800' }],
      [`/postmortems/${made.body.id}/actions`, { text: '\ud800', owner: '\udc00' }],
      [`/postmortems/${made.body.id}/evidence`, { evidence: [{ id, name: '\ud800' }] }],
      ['/imports', { files: [{ name: '\ud800', markdown: '# \ud800\n\n\udc00' }] }],
      ['/saved-filters', { name: '\ud800', query: '\ud800' }],
      ['/tokens', { name: '\ud800', scopes: ['read'] }],
      ['/invitations', { role: 'reader', email: 'a@b.example' }],
    ] as const) {
      const { status } = await post(path, JSON.stringify(body));
      expect([path, status < 500]).toEqual([path, true]);
    }
  });
});

describe('a hostile request', () => {
  it('nested a million deep is refused', async () => {
    for (const open of ['[', '{"a":']) {
      const { status, body } = await post('/postmortems', open.repeat(1_000_000));
      expect([status, body.code]).toEqual([400, 'request-malformed']);
    }
    const deep = `${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`;
    expect((await post('/postmortems', `{"title":"x","tags":${deep}}`)).status).toBeLessThan(500);
  });

  it('is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
    expect((await post('/postmortems', bomb, headers)).status).toBeLessThan(500);
    const { id } = await admin.client('uploadEvidence', { query: { name: 'bomb.log.gz' }, body: new Uint8Array(bomb) });
    const made = await post('/drafts', JSON.stringify({ title: 'x', evidence: [{ id, name: 'bomb.log.gz' }] }));
    expect(made.status).toBe(201);
  });

  it('with a hundred thousand parameters is refused', async () => {
    expect((await admin.fetch(`/api/v1/postmortems?${'tag=a&'.repeat(100_000)}`)).status).toBe(431);
    expect((await admin.fetch(`/api/v1/postmortems?${'tag=a&'.repeat(2000)}`)).status).toBeLessThan(500);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('cannot reach %s', async (name) => {
    const body = `{"title":"x","${name}":{"polluted":true},"record":{"title":"x","timeline":[],"actions":[],"${name}":{"polluted":true}}}`;
    expect((await post('/postmortems', body)).status).toBeLessThan(500);
    expect(({} as { polluted?: boolean }).polluted).toBe(undefined);
    expect((await admin.fetch(`/api/v1/postmortems?${name}=1`)).status).toBe(422);
  });

  it.each([
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/../../../../etc/passwd',
    '/%00/etc/passwd',
    '//etc/passwd',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/.vite/manifest.json',
    '/.env',
  ])('for %s leads nowhere', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).not.toMatch(/root:|"dependencies"|"isEntry"/u);
    expect(answer).not.toMatch(/^HTTP\/1.1 5(?!03)/u);
  });

  it('whose body has two lengths, or a broken one, is no second request', async () => {
    const two =
      'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    expect((await raw(two)).match(/HTTP\/1\.1/gu)).toHaveLength(1);
  });

  it('does not choose the address of links', async () => {
    const { headers } = admin;
    const text = JSON.stringify({ role: 'reader' });
    const lines = Object.entries({
      ...headers,
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'content-type': 'application/json',
      'content-length': text.length,
      connection: 'close',
    });
    const answer = await raw(
      `POST /api/v1/invitations HTTP/1.1\r\n${lines.map((line) => line.join(': ')).join('\r\n')}\r\n\r\n${text}`,
    );
    expect(answer).toContain('201');
    expect(answer).not.toContain('evil.example');
  });
});

describe('a document made to be slow', () => {
  it.each(['>', '- ', '1. ', '> - '])('of %j is imported at once', async (mark) => {
    const started = performance.now();
    const { status } = await post(
      '/imports',
      JSON.stringify({ files: [{ name: 'a.md', markdown: `# A\n\n${mark.repeat(60_000)}x` }] }),
    );
    expect(status).toBe(200);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it.each([
    ['a\n\n', 300_000],
    ['word ', 600_000],
  ])('of %j is refused before it is read', async (part, times) => {
    const text = part.repeat(times).trim();
    const { record } = await admin.client('createPostmortem', { body: { title: 'Outage' } });
    const files = [
      { name: 'small.md', markdown: '# Small' },
      { name: 'large.md', markdown: text },
    ];
    const before = (await admin.client('getFacets')).total;
    for (const [path, body] of [
      ['/imports', { files }],
      ['/postmortems', { title: 'Large', record: { ...record, summary: { text } } }],
    ] as const) {
      const { status, body: answer } = await post(path, JSON.stringify(body));
      expect([path, status, answer.code]).toEqual([path, 413, 'postmortem-too-large']);
    }
    expect((await admin.client('getFacets')).total).toBe(before);
  });
});

function raw(text: string): Promise<string> {
  const { promise, reject, resolve } = Promise.withResolvers<string>();
  const socket = connect(Number(new URL(server.localUrl).port), '127.0.0.1', () => socket.write(text));
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('close', () => resolve(answer)).on('error', reject);
  socket.setTimeout(3000, () => socket.destroy());
  return promise;
}
