import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ROUTE_PATHS, type RouteId } from '#contract/client';
import { type RouteDefinition, ROUTES } from '#contract/routes';

import { type Caller, testServer, type TestServer } from '../support/test-server.ts';
import { NOWHERE, type Place, renamed, routesWith, send, told } from './sent.ts';

// A word that stands in everything private and nowhere else.
const SECRET = 'zanzibarium';
const LOG = ['10:00:00Z INFO', '10:05:00Z ERROR', '10:06:00Z ERROR', '10:09:00Z ERROR', '10:20:00Z INFO']
  .map((start) => `2026-04-01T${start} ${SECRET} pool is empty`)
  .join('\n');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

let server: TestServer;
let author: Caller;
let secret: Place;
const outsiders = new Map<string, Caller>();

beforeAll(async () => {
  server = await testServer();
  author = await server.join('contributor');
  for (const role of ['reader', 'contributor', 'facilitator'] as const) outsiders.set(role, await server.join(role));
  const facilitator = outsiders.get('facilitator') as Caller;
  outsiders.set('program', await server.program(facilitator, ['read', 'write', 'admin']));
  secret = await somethingPrivate();
}, 60_000);

afterAll(() => server.stop());

async function somethingPrivate(): Promise<Place> {
  const { id: evidenceId } = await author.client('uploadEvidence', {
    query: { name: `${SECRET}.log` },
    body: new TextEncoder().encode(LOG),
  });
  const { id: postmortemId } = await author.client('draftPostmortem', {
    body: {
      title: `Outage of ${SECRET}`,
      private: true,
      services: [SECRET],
      teams: [SECRET],
      tags: [SECRET],
      severity: `SEV-1`,
      evidence: [{ id: evidenceId, name: `${SECRET}.log` }],
    },
  });
  const path = { postmortemId };
  const { rowId } = await author.client('addEvent', { path, body: { line: `12:05 ${SECRET} rolled back` } });
  await author.client('addAction', { path, body: { text: `Never again ${SECRET}`, owner: 'reader 2' } });
  const { id: imageId } = await author.client('uploadImage', {
    path,
    query: { name: `${SECRET}.png` },
    body: new Uint8Array(PNG),
  });
  return { ...NOWHERE, postmortemId, rowId, evidenceId, imageId };
}

const about = routesWith('postmortemId');
const across = routesWith(undefined).filter((id) => ROUTE_PATHS[id][0] === 'GET' && isAnswer(id));

function isAnswer(id: RouteId): boolean {
  const { access, response }: RouteDefinition = ROUTES[id];
  return access !== 'public' && typeof response !== 'string';
}

async function everyOutsider(run: (caller: Caller, who: string) => Promise<void>): Promise<void> {
  for (const [who, caller] of outsiders) await run(caller, who);
}

describe('a private post-mortem', () => {
  it('is there for its author', async () => {
    for (const id of about.filter((each) => ROUTE_PATHS[each][0] === 'GET')) {
      const answer = await send(id, author, { place: secret });
      expect([id, answer.status]).toEqual([id, 200]);
    }
  });

  it.each(about)('answers %s as if it were not there', async (id) => {
    await everyOutsider(async (caller, who) => {
      const there = await send(id, caller, { place: secret });
      const nowhere = await send(id, caller, { place: { ...secret, postmortemId: NOWHERE.postmortemId } });
      expect([who, renamed(there, secret, NOWHERE)]).toEqual([who, renamed(nowhere, secret, NOWHERE)]);
      expect([403, 404]).toContain(there.status);
    });
  });

  it.each(about)('answers %s so whatever revision somebody claims to know', async (id) => {
    const outsider = outsiders.get('facilitator') as Caller;
    for (const revision of ['"1"', '"2"', '"3"', '"999"', '*']) {
      const headers = { 'if-match': revision, 'if-none-match': revision };
      const there = await send(id, outsider, { place: secret, headers });
      const nowhere = { ...secret, postmortemId: NOWHERE.postmortemId };
      const gone = await send(id, outsider, { place: nowhere, headers });
      expect(renamed(there, secret, NOWHERE)).toEqual(renamed(gone, secret, NOWHERE));
    }
  });

  it.each(across)('leaves no trace in %s', async (id) => {
    if (id === 'search') return;
    await everyOutsider(async (caller, who) => {
      const { status, text } = await send(id, caller, { place: NOWHERE });
      if (status !== 403) expect([who, status]).toEqual([who, 200]);
      expect([who, text.includes(SECRET), text.includes(secret.postmortemId)]).toEqual([who, false, false]);
    });
  });

  it.each([
    '/search?q=zanzibarium',
    '/search?q=zanzib',
    '/search?q=-nothing',
    '/search?q=outage&service=zanzibarium',
    '/postmortems?service=zanzibarium',
    '/postmortems?sort=severity',
    '/postmortems?mine=true',
    '/actions?owner=reader%202',
    '/actions?open=true',
    '/actions?mine=true',
  ])('is nowhere in %s', async (path) => {
    const seen = await (await author.fetch(`/api/v1${path}`)).text();
    if (path.includes('zanzibarium')) expect(seen).toContain(secret.postmortemId);
    await everyOutsider(async (caller, who) => {
      const answer = JSON.parse((await told(await caller.fetch(`/api/v1${path}`))).text) as object;
      expect([who, answer]).toEqual([who, expect.objectContaining({ items: [], nextCursor: null })]);
      if ('total' in answer) expect(answer).toMatchObject({ total: 0, atLeast: false });
    });
  });

  it('counts nowhere', async () => {
    await everyOutsider(async (caller) => {
      const nothing = { total: 0, status: [], severity: [], service: [], team: [], tag: [] };
      expect(await caller.client('getFacets')).toEqual(nothing);
      expect(await caller.client('getHome')).toMatchObject({ drafts: [], myActions: [], recent: [] });
    });
  });

  it('lends its evidence to nobody who knows the hash', async () => {
    for (const who of ['contributor', 'facilitator', 'program']) {
      const caller = outsiders.get(who) as Caller;
      const own = await caller.client('createPostmortem', { body: { title: 'Own' } });
      const tries = ['/draft-previews', '/drafts', `/postmortems/${own.id}/evidence`];
      for (const path of tries) {
        const ask = async (id: string) => {
          const body = JSON.stringify({ title: 'Own', evidence: [{ id, name: 'a.log' }] });
          const headers = { 'content-type': 'application/json' };
          return told(await caller.fetch(`/api/v1${path}`, { method: 'POST', body, headers }));
        };
        const [there, nowhere] = [await ask(secret.evidenceId), await ask(NOWHERE.evidenceId)];
        expect([path, there.status]).toEqual([path, 404]);
        expect(renamed(there, secret, NOWHERE)).toEqual(renamed(nowhere, secret, NOWHERE));
      }
      for (const kind of ['evidence', 'images']) {
        const id = kind === 'images' ? secret.imageId : `${secret.evidenceId}/raw`;
        expect((await caller.fetch(`/api/v1/postmortems/${own.id}/${kind}/${id}`)).status).toBe(404);
      }
      await server.admin.client('deletePostmortem', { path: { postmortemId: own.id }, ifMatch: own.revision });
    }
  });

  it('answers an upload of the same bytes as one of any others', async () => {
    const caller = outsiders.get('contributor') as Caller;
    const upload = async (text: string) => {
      const body = new TextEncoder().encode(text);
      const {
        id: _id,
        at: _at,
        ...rest
      } = await caller.client('uploadEvidence', { query: { name: 'mine.log' }, body });
      return rest;
    };
    expect(await upload(LOG)).toEqual(await upload(LOG.replaceAll(SECRET, 'elsewhere-1')));
  });

  it('gives the answer of a create to nobody else with its key', async () => {
    const key = { 'idempotency-key': 'the-same-for-all', 'content-type': 'application/json' };
    const body = JSON.stringify({ line: `12:06 ${SECRET}` });
    const path = `/api/v1/postmortems/${secret.postmortemId}/events`;
    expect((await author.fetch(path, { method: 'POST', headers: key, body })).status).toBe(201);
    await everyOutsider(async (caller) => {
      const { status, text } = await told(await caller.fetch(path, { method: 'POST', headers: key, body }));
      expect(status).toBeGreaterThanOrEqual(403);
      expect(text).not.toContain('rowId');
    });
  });

  it('is heard of by those only who may see it', async () => {
    const listeners = await Promise.all([author, ...outsiders.values()].map((caller) => listen(caller)));
    await author.client('addEvent', { path: { postmortemId: secret.postmortemId }, body: { line: '12:07 again' } });
    const open = await author.client('createPostmortem', { body: { title: 'For all' } });
    await expect.poll(() => listeners.every((each) => each.text().includes(open.id)), { timeout: 5000 }).toBe(true);
    const heard = listeners.map((each) => each.text().includes(secret.postmortemId));
    expect(heard).toEqual([true, false, false, false, false]);
    for (const each of listeners) each.stop();
    await server.admin.client('deletePostmortem', { path: { postmortemId: open.id }, ifMatch: open.revision });
  });
});

async function listen(caller: Caller): Promise<{ text: () => string; stop: () => void }> {
  const stop = new AbortController();
  const response = await caller.fetch('/api/v1/changes', { signal: stop.signal });
  let text = '';
  const read = async (): Promise<void> => {
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString();
  };
  read().catch(() => undefined);
  return { text: () => text, stop: () => stop.abort() };
}
