import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { LIVE_CLOSE, textAt } from '#core/shared-doc';

import { type Editor, openEditor, openedEditor, until } from '../live/live-server.ts';
import { type Caller, testServer, type TestServer } from '../support/test-server.ts';
import { NOWHERE, type Place, renamed, routesWith, send, told } from './sent.ts';

let server: TestServer;
let admin: Caller;
let workspaceId: string;
let database: pg.Client;
let editors: Editor[] = [];

beforeAll(async () => {
  server = await testServer();
  ({ admin } = server);
  workspaceId = (await admin.client('getSession')).workspace.id;
  database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
}, 60_000);

afterEach(() => {
  for (const editor of editors.splice(0)) editor.close();
  editors = [];
});

afterAll(async () => {
  await database.end();
  await server.stop();
});

const port = (): number => Number(new URL(server.localUrl).port);
const nameOf = (id: string, workspace = workspaceId): string => `${workspace}/${id}`;
const newPostmortem = (caller: Caller = admin, isPrivate = false) =>
  caller.client('createPostmortem', { body: { title: 'Outage', private: isPrivate } });
const idOf = async (caller: Caller): Promise<string> => (await caller.client('getSession')).user.id;

async function edit(caller: Caller, id: string): Promise<Editor> {
  const options = { user: '', headers: { ...caller.headers }, documentName: nameOf(id) };
  const editor = await openedEditor({ port: port() }, id, options);
  editors.push(editor);
  return editor;
}

function knock(headers: Readonly<Record<string, string>>, id: string, documentName = nameOf(id)): Editor {
  const editor = openEditor({ port: port() }, id, { user: '', headers: { ...headers }, documentName });
  editors.push(editor);
  return editor;
}

async function wasClosed(editor: Editor, { code }: { code: number }): Promise<boolean> {
  await until(() => editor.closed.some((each) => each.code === code));
  return true;
}

async function summaryOf(id: string): Promise<string | undefined> {
  return (await admin.client('getPostmortem', { path: { postmortemId: id } })).record.summary?.text;
}

describe('live editing', () => {
  it.each(['reader', 'read token', 'read and admin token'])('takes nothing from a %s', async (who) => {
    const { id } = await newPostmortem();
    const scopes = who === 'read token' ? (['read'] as const) : (['read', 'admin'] as const);
    const caller = who === 'reader' ? await server.join('reader') : await server.program(admin, [...scopes]);
    const [quiet, watching] = [await edit(caller, id), await edit(admin, id)];
    textAt(quiet.doc, 'summary.text').insert(0, 'taken over');
    textAt(watching.doc, 'summary.text').insert(0, 'ours');
    await until(() => watching.isSaved());
    expect(await summaryOf(id)).toBe('ours');
  });

  it.each([['write'], ['admin'], ['write', 'admin']] as const)(
    'is closed to a token of %j that may not read',
    async (...scopes) => {
      const { id } = await newPostmortem();
      const program = await server.program(admin, [...scopes]);
      expect(await wasClosed(knock(program.headers, id), LIVE_CLOSE.noAccess)).toBe(true);
    },
  );

  it('is closed to strangers, to forged tokens and to names of other documents', async () => {
    const { id } = await newPostmortem();
    expect(await wasClosed(knock({}, id), LIVE_CLOSE.sessionExpired)).toBe(true);
    expect(await wasClosed(knock({ authorization: 'Bearer nvt_forged' }, id), LIVE_CLOSE.sessionExpired)).toBe(true);
    expect(await wasClosed(knock({ cookie: 'nevertwice=forged' }, id), LIVE_CLOSE.sessionExpired)).toBe(true);
    const hidden = await newPostmortem(admin, true);
    const outsider = await server.join('facilitator');
    expect(await wasClosed(knock(outsider.headers, hidden.id), LIVE_CLOSE.noAccess)).toBe(true);
    expect(await wasClosed(knock(outsider.headers, id, nameOf(hidden.id)), LIVE_CLOSE.malformed)).toBe(true);
  });

  it('ends for a member of a private post-mortem who is taken off its list', async () => {
    const member = await server.join('contributor');
    const { id } = await newPostmortem(admin, true);
    const path = { postmortemId: id };
    const { revision } = await admin.client('setAccess', {
      path,
      body: { private: true, people: [await idOf(member)] },
      ifMatch: 1,
    });
    const editor = await edit(member, id);
    await admin.client('setAccess', { path, body: { private: true, people: [] }, ifMatch: revision });
    expect(await wasClosed(editor, LIVE_CLOSE.noAccess)).toBe(true);
    await expect(member.client('getPostmortem', { path })).rejects.toMatchObject({ problem: { status: 404 } });
  });

  it('ends for everybody else when a post-mortem becomes private', async () => {
    const [reader, { id, revision }] = [await server.join('contributor'), await newPostmortem()];
    const editor = await edit(reader, id);
    await admin.client('updatePostmortem', { path: { postmortemId: id }, body: { private: true }, ifMatch: revision });
    expect(await wasClosed(editor, LIVE_CLOSE.noAccess)).toBe(true);
  });

  it('is looking only from the moment on that somebody is made a reader', async () => {
    const person = await server.join('contributor');
    const token = await server.program(person, ['read', 'write']);
    const { id } = await newPostmortem();
    const [byPage, byToken] = [await edit(person, id), await edit(token, id)];
    const personId = await idOf(person);
    await admin.client('updatePerson', { path: { personId }, body: { role: 'reader' } });
    for (const editor of [byPage, byToken]) {
      await until(() => editor.messages.some((message) => message.type === 'access' && message.access === 'read'));
      textAt(editor.doc, 'summary.text').insert(0, 'too late');
    }
    const watching = await edit(admin, id);
    textAt(watching.doc, 'summary.text').insert(0, 'ours');
    await until(() => watching.isSaved());
    expect(await summaryOf(id)).toBe('ours');
  });

  it('ends with the account, its sessions and its tokens', async () => {
    const person = await server.join('contributor');
    const token = await server.program(person, ['read', 'write']);
    const { id } = await newPostmortem();
    const open = [await edit(person, id), await edit(token, id)];
    await admin.client('updatePerson', { path: { personId: await idOf(person) }, body: { disabled: true } });
    for (const editor of open) expect(await wasClosed(editor, LIVE_CLOSE.sessionExpired)).toBe(true);
    for (const caller of [person, token]) expect((await caller.fetch('/api/v1/home')).status).toBe(401);
  });

  it('ends with a token that is revoked, and with a session that is signed out', async () => {
    const person = await server.join('contributor');
    const token = await server.program(person, ['read', 'write']);
    const { id } = await newPostmortem();
    const [byPage, byToken] = [await edit(person, id), await edit(token, id)];
    const [made] = (await person.client('listTokens')).items;
    await person.client('revokeToken', { path: { tokenId: made?.id ?? '' } });
    expect(await wasClosed(byToken, LIVE_CLOSE.sessionExpired)).toBe(true);
    await person.client('signOut');
    expect(await wasClosed(byPage, LIVE_CLOSE.sessionExpired)).toBe(true);
  });
});

describe('a contributor', () => {
  it('changes neither status nor access, by whatever way', async () => {
    const contributor = await server.join('contributor');
    const { id, record, revision } = await newPostmortem();
    const path = { postmortemId: id };
    const asked = { ...record, status: 'Published' };
    const replaced = await contributor.client('replacePostmortem', {
      path,
      body: { record: asked },
      ifMatch: revision,
    });
    expect(replaced.status).toBe('draft');
    const made = await contributor.client('createPostmortem', { body: { title: 'x', record: asked } });
    expect(made.status).toBe('draft');
    await expect(
      contributor.client('updatePostmortem', { path, body: { private: true }, ifMatch: replaced.revision }),
    ).rejects.toMatchObject({ problem: { code: 'permission-missing' } });
    const moved = await admin.client('setStatus', { path, body: { status: 'in-review' }, ifMatch: replaced.revision });
    await contributor.client('restoreRevision', { path: { ...path, revision: '1' }, ifMatch: moved.revision });
    const now = await admin.client('getPostmortem', { path });
    expect([now.status, now.private]).toEqual(['in-review', false]);
  });
});

describe('another workspace', () => {
  let foreign: Place;
  const OTHER = '0197a0c4-0000-7c3a-9f00-3a6c1d2e4f50';

  beforeAll(async () => {
    const path = { postmortemId: (await newPostmortem()).id };
    const { rowId } = await admin.client('addEvent', { path, body: { line: '12:05 quokkaland' } });
    const { id: filterId } = await admin.client('createSavedFilter', { body: { name: 'quokkaland', query: 'a=b' } });
    const { id: tokenId } = await admin.client('createToken', { body: { name: 'quokkaland', scopes: ['read'] } });
    const { id: invitationId } = await admin.client('createInvitation', {
      body: { role: 'reader', email: 'quokkaland@example.com' },
    });
    const person = await server.join('contributor');
    const personId = await idOf(person);
    const log = Array.from({ length: 5 }, (_each, index) => `2026-04-01T10:0${index}:00Z ERROR quokkaland`).join('\n');
    const { id: evidenceId } = await admin.client('uploadEvidence', {
      query: { name: 'a.log' },
      body: new TextEncoder().encode(log),
    });
    await admin.client('attachEvidence', { path, body: { evidence: [{ id: evidenceId, name: 'a.log' }] } });
    const { id: imageId } = await admin.client('uploadImage', {
      path,
      query: { name: 'a.png' },
      body: new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    });
    foreign = { ...path, rowId, filterId, tokenId, invitationId, personId, evidenceId, imageId };
    await moveEverything();
  }, 60_000);

  /** Everything there is goes to another workspace; whoever is signed in stays behind, in an empty one. */
  async function moveEverything(): Promise<void> {
    const { rows } = await database.query<{ table_name: string }>(
      `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'`,
    );
    const left = new Set(['sessions', 'memberships', 'settings']);
    await database.query(`insert into workspaces (id, name, created_at) values ($1, 'Quokkaland', now())`, [OTHER]);
    await database.query('set session_replication_role = replica');
    for (const { table_name: table } of rows) {
      if (!left.has(table)) await database.query(`update "${table}" set workspace_id = $1`, [OTHER]);
    }
    await database.query('update memberships set workspace_id = $1 where user_id = $2', [OTHER, foreign.personId]);
    await database.query(
      `update search_documents set document = document || ('''=workspace:' || $1 || '''')::tsvector`,
      [OTHER],
    );
    await database.query('set session_replication_role = origin');
  }

  const named = (Object.keys(NOWHERE) as (keyof Place)[]).flatMap((parameter) =>
    routesWith(parameter).map((id) => ({ id, parameter })),
  );

  it.each(named)('is not reached by $id with a $parameter of it', async ({ id }) => {
    const there = await send(id, admin, { place: foreign });
    const nowhere = await send(id, admin, { place: NOWHERE });
    expect(renamed(there, foreign, NOWHERE)).toEqual(nowhere);
    expect(there.status).toBe(404);
  });

  it.each([
    'home',
    'postmortems',
    'postmortem-facets',
    'search?q=quokkaland',
    'actions',
    'people',
    'invitations',
    'tokens',
    'saved-filters',
    'settings',
    'audit',
    'session',
  ])('is nowhere in %s', async (path) => {
    const { status, text } = await told(await admin.fetch(`/api/v1/${path}`));
    expect(status).toBe(200);
    expect(text.toLowerCase()).not.toContain('quokkaland');
    for (const id of [foreign.postmortemId, foreign.personId, OTHER]) expect(text).not.toContain(id);
  });

  it('is not opened by its name', async () => {
    expect(await wasClosed(knock(admin.headers, foreign.postmortemId), LIVE_CLOSE.noAccess)).toBe(true);
    await wasClosed(
      knock(admin.headers, foreign.postmortemId, nameOf(foreign.postmortemId, OTHER)),
      LIVE_CLOSE.noAccess,
    );
  });
});
