import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ProblemError } from '#contract/client';

import { type Caller, testServer, type TestServer } from '../support/test-server.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/checkout-outage/evidence', import.meta.url));
const LOG = [
  '2026-04-01T10:00:00Z INFO api ready',
  '2026-04-01T10:05:00Z ERROR api cannot reach the database: pool is empty',
  '2026-04-01T10:06:00Z ERROR api cannot reach the database: pool is empty',
  '2026-04-01T10:20:00Z INFO api recovered',
].join('\n');

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});

afterAll(async () => {
  await server.stop();
});

async function upload(who: Caller, name: string, text: string | Uint8Array): Promise<string> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text);
  const { id } = await who.client('uploadEvidence', { query: { name }, body: bytes });
  return id;
}

async function problemOf(work: Promise<unknown>): Promise<{ status: number; code: string; detail: string }> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error('The request was not refused.', { cause: error });
  return error.problem;
}

async function drafted(who: Caller, files: Readonly<Record<string, string>>, more: { private?: boolean } = {}) {
  const evidence = [];
  for (const [name, text] of Object.entries(files)) evidence.push({ id: await upload(who, name, text), name });
  return who.client('draftPostmortem', { body: { title: 'Pool was empty', evidence, ...more } });
}

describe('evidence', () => {
  it('is kept by its hash, recognised, and told back byte for byte', async () => {
    const first = await server.admin.client('uploadEvidence', {
      query: { name: 'api.log' },
      body: new TextEncoder().encode(LOG),
    });
    const again = await server.admin.client('uploadEvidence', {
      query: { name: 'copy.log' },
      body: new TextEncoder().encode(LOG),
    });
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ events: 4, size: LOG.length, from: '2026-04-01T10:00:00Z' });
    const { id } = await drafted(server.admin, { 'api.log': LOG });
    const raw = await server.admin.client('getEvidenceRaw', { path: { postmortemId: id, evidenceId: first.id } });
    expect(await raw.text()).toBe(LOG);
    expect(raw.headers.get('content-disposition')).toContain('api.log');
  });

  it('says of bytes that are no text what they are, and keeps them', async () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]);
    const item = await server.admin.client('uploadEvidence', { query: { name: 'graph.png' }, body: picture });
    expect(item).toMatchObject({ format: null, events: 0, findings: [{ code: 'file-binary' }] });
  });

  it('streams a file larger than any chunk without changing a byte', async () => {
    const line = '2026-04-01T10:00:00Z INFO nothing to see here, only a long day of work in the logs\n';
    const text = line.repeat(40_000);
    const { id } = await drafted(server.admin, { 'long.log': text });
    const { items } = await server.admin.client('listEvidence', { path: { postmortemId: id } });
    const raw = await server.admin.client('getEvidenceRaw', { path: { postmortemId: id, evidenceId: items[0]!.id } });
    expect(await raw.text()).toBe(text);
  });

  it('cannot be used by somebody who only knows its hash', async () => {
    const id = await upload(server.admin, 'secret.log', `${LOG}\nsecret`);
    const other = await server.join('contributor');
    const problem = await problemOf(other.client('previewDraft', { body: { evidence: [{ id, name: 'secret.log' }] } }));
    expect(problem).toMatchObject({ status: 404, code: 'evidence-missing' });
  });

  it('of a private post-mortem does not exist for others', async () => {
    const { id } = await drafted(
      server.admin,
      { 'private.log': `${LOG}\n2026-04-01T10:30:00Z WARN private` },
      { private: true },
    );
    const { items } = await server.admin.client('listEvidence', { path: { postmortemId: id } });
    const other = await server.join('facilitator');
    const path = { postmortemId: id };
    const refused = [
      () => other.client('listEvidence', { path }),
      () => other.client('listEvidenceEvents', { path }),
      () => other.client('getSuggestions', { path }),
      () => other.client('getEvidenceRaw', { path: { ...path, evidenceId: items[0]!.id } }),
      () => other.client('getEvidenceLines', { path: { ...path, evidenceId: items[0]!.id } }),
      () => other.client('attachEvidence', { path, body: { evidence: [{ id: items[0]!.id, name: 'x' }] } }),
    ];
    for (const work of refused) expect(await problemOf(work())).toMatchObject({ status: 404 });
  });

  it('shows lines around a place and says how many there are', async () => {
    const { id } = await drafted(server.admin, { 'api.log': LOG });
    const { items } = await server.admin.client('listEvidence', { path: { postmortemId: id } });
    const lines = await server.admin.client('getEvidenceLines', {
      path: { postmortemId: id, evidenceId: items[0]!.id },
      query: { from: 2, count: 1 },
    });
    expect(lines).toEqual({ from: 2, lines: [LOG.split('\n')[1]], total: 4 });
  });
});

describe('the pool', () => {
  it('filters by source, level, kind and words, page by page', async () => {
    const chat = '[10:07] ana: rolling back\n[10:08] ben: thanks';
    const { id } = await drafted(server.admin, { 'api.log': LOG, 'chat.txt': chat });
    const path = { postmortemId: id };
    const all = await server.admin.client('listEvidenceEvents', { path });
    expect(all.total).toBe(all.items.length);
    const errors = await server.admin.client('listEvidenceEvents', { path, query: { level: ['error'] } });
    expect(errors.items.length).toBeGreaterThan(0);
    expect(errors.items.every((event) => event.level === 'error')).toBe(true);
    const words = await server.admin.client('listEvidenceEvents', { path, query: { q: 'POOL empty' } });
    expect(words.items.every((event) => event.text.includes('pool'))).toBe(true);
    expect(words.total).toBeGreaterThan(0);
    const first = await server.admin.client('listEvidenceEvents', { path, query: { limit: 1 } });
    const second = await server.admin.client('listEvidenceEvents', {
      path,
      query: { limit: 1, cursor: first.nextCursor! },
    });
    expect([first.items[0], second.items[0]]).toEqual(all.items.slice(0, 2));
  });

  it('takes a percent sign in a search as a sign', async () => {
    const { id } = await drafted(server.admin, { 'api.log': LOG });
    const none = await server.admin.client('listEvidenceEvents', { path: { postmortemId: id }, query: { q: '%' } });
    expect(none.total).toBe(0);
  });

  it('keeps the numbers of evidence when more is added', async () => {
    const { id } = await drafted(server.admin, { 'b.log': LOG });
    const path = { postmortemId: id };
    const added = await upload(server.admin, 'a.log', LOG.replaceAll('10:', '11:'));
    const { items } = await server.admin.client('attachEvidence', {
      path,
      body: { evidence: [{ id: added, name: 'a.log' }] },
    });
    expect(items.map((item) => [item.name, item.reference])).toEqual([
      ['b.log', 'E1'],
      ['a.log', 'E2'],
    ]);
    const pool = await server.admin.client('listEvidenceEvents', { path, query: { source: [added] } });
    expect(pool.items.length).toBeGreaterThan(0);
    expect(pool.items.every((event) => event.reference?.startsWith('E2:'))).toBe(true);
  });
});

describe('drafting', () => {
  it('previews what the evidence says and drafts the same from it', async () => {
    const names = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(EXAMPLE, name)).isFile(),
    );
    const evidence = [];
    for (const name of names)
      evidence.push({ id: await upload(server.admin, name, readFileSync(join(EXAMPLE, name))), name });
    const settings = { evidence, zone: 'Europe/Berlin', skew: { cart: 42 } };
    const preview = await server.admin.client('previewDraft', { body: settings });
    expect(preview.moments.length).toBeGreaterThan(8);
    expect(preview.suspects[0]?.text).toContain('Tidy up checkout-api configuration');
    expect(preview.impactPeriods).toHaveLength(2);
    expect(preview.readings.filter((reading) => reading.format === null)).toMatchObject([{ name: 'notes.bin' }]);
    const draft = await server.admin.client('draftPostmortem', {
      body: {
        ...settings,
        title: preview.title ?? 'Untitled',
        moments: preview.moments.map(({ kind, at, events }) => ({ kind, at, events })),
      },
    });
    expect(draft.record.impact?.periods).toHaveLength(2);
    const kinds = draft.record.timeline.flatMap((row) => row.moments ?? []);
    expect(kinds).toEqual(expect.arrayContaining(['impact-started', 'alert-fired', 'mitigated']));
    expect(draft.record.timeline.every((row) => row.source !== undefined)).toBe(true);
    const suggestions = await server.admin.client('getSuggestions', { path: { postmortemId: draft.id } });
    const pool = await server.admin.client('listEvidenceEvents', {
      path: { postmortemId: draft.id },
      query: { limit: 5000 },
    });
    const ids = new Set(pool.items.map((event) => event.id));
    expect(suggestions.suspects.every((suspect) => ids.has(suspect.event))).toBe(true);
  });

  it('adds the example incident for a new workspace', async () => {
    const { id } = await server.admin.client('createDemo', { idempotencyKey: 'demo-1' });
    const demo = await server.admin.client('getPostmortem', { path: { postmortemId: id } });
    expect(demo.events).toBeGreaterThan(40);
    expect(demo.impactSeconds).toBe(61 * 60);
  });
});

describe('incident ids', () => {
  it('are given out once, also to those who create at the same time', async () => {
    const body = { dialect: 'sev', date: '2026-05-01' } as const;
    const titles = Array.from({ length: 12 }, (_, index) => `At once ${index}`);
    const made = await Promise.all(
      titles.map(async (title) => server.admin.client('createPostmortem', { body: { ...body, title } })),
    );
    const keys = made.map(({ key }) => key);
    expect(new Set(keys).size).toBe(12);
    expect(keys.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))[0]).toBe('INC-0001');
  });

  it('go around ids that came with a record', async () => {
    const record = { dialect: 'sev', timeline: [], actions: [], incident: { id: 'INC-0013' } };
    await server.admin.client('createPostmortem', { body: { title: 'Brought along', dialect: 'sev', record } });
    const next = await server.admin.client('createPostmortem', { body: { title: 'After it', dialect: 'sev' } });
    expect(next.key).toBe('INC-0014');
  });
});

describe('images', () => {
  const png = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));

  it('are kept by what their bytes say', async () => {
    const { id } = await drafted(server.admin, { 'api.log': LOG });
    const image = await server.admin.client('uploadImage', {
      path: { postmortemId: id },
      query: { name: 'graph [1].svg' },
      body: png,
    });
    expect(image.markdown).toBe(`![graph  1 .svg](${image.url})`);
    const shown = await server.admin.fetch(image.url);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(png);
  });

  it.each([
    ['a drawing that could carry scripts', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page', '<html><script>alert(1)</script></html>'],
    ['nothing', ''],
  ])('refuse %s', async (_what, text) => {
    const { id } = await drafted(server.admin, { 'api.log': LOG });
    const problem = await problemOf(
      server.admin.client('uploadImage', {
        path: { postmortemId: id },
        query: { name: 'x.png' },
        body: new TextEncoder().encode(text),
      }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'image-unsuitable' });
  });
});

describe('importing documents', () => {
  const markdown =
    '# Cache outage\n\n## Timeline\n\n- 10:00 cache down\n- 10:30 cache up\n\n## Action items\n\n- [ ] Add an alarm\n';

  it('tells on trial what it would make, and makes nothing', async () => {
    const files = [{ name: 'docs/cache.md', markdown }];
    const { results } = await server.admin.client('importMarkdown', { query: { trial: true }, body: { files } });
    expect(results).toMatchObject([{ id: null, title: 'Cache outage', rows: 2, actions: 1 }]);
  });

  it('gives an unchanged document back byte for byte', async () => {
    const files = [{ name: 'docs/cache.md', markdown }];
    const { results } = await server.admin.client('importMarkdown', { body: { files } });
    const answer = await server.admin.client('exportPostmortem', { path: { postmortemId: results[0]!.id! } });
    expect(await answer.text()).toBe(markdown);
  });
});
