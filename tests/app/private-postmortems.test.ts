import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { evidenceUseCases } from '#app/evidence';
import { createContent, liveAccess, postmortemUseCases } from '#app/postmortems';
import { searchUseCases } from '#app/search';
import { accessTo, type Actor, type Role } from '#core/workflow';

import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';
import { request } from './request.ts';

let workspace: AppWorkspace;
let author: Actor;
let secret: string;
const others: Record<string, Actor> = {};

beforeAll(async () => {
  workspace = await appWorkspace();
  author = await workspace.person('Ana Ruiz', 'contributor');
  for (const [name, role] of [
    ['reader', 'reader'],
    ['contributor', 'contributor'],
    ['facilitator', 'facilitator'],
    ['named', 'reader'],
    ['admin', 'admin'],
  ] as const) {
    others[name] = await workspace.person(name, role);
  }
  const created = await createContent(workspace.context, author, {
    title: 'Leaked keys',
    private: true,
    services: ['vault'],
    record: {
      title: 'Leaked keys',
      summary: { text: 'Somebody xyzzy published keys.' },
      timeline: [{ at: null, text: 'Keys found' }],
      actions: [{ text: 'Rotate them', owner: 'reader, contributor, facilitator' }],
      roles: { authors: 'reader, contributor, facilitator' },
    },
    via: 'api',
  });
  secret = created.id;
  const named = others['named']?.userId ?? '';
  await workspace.database.db
    .updateTable('postmortems')
    .set({ access: [named] })
    .where('id', '=', secret)
    .execute();
});
afterAll(async () => {
  await workspace.close();
});

const strangers = ['reader', 'contributor', 'facilitator'] as const;
const insiders = ['named', 'admin'] as const;

/** Everything that can be asked of one post-mortem, as calls that succeed for whoever may see it. */
const asked = { ...postmortemUseCases, ...evidenceUseCases };
const BODIES: Readonly<Record<string, object>> = {
  replacePostmortem: { body: { record: { timeline: [], actions: [] } } },
  updatePostmortem: { body: { tags: ['x'] } },
  setStatus: { body: { status: 'in-review' } },
  setAccess: { body: { private: true, people: [] } },
  addEvent: { body: { line: 'x' } },
  updateEvent: { body: { text: 'x' } },
  addAction: { body: { text: 'x' } },
  updateAction: { body: { text: 'x' } },
  attachEvidence: { body: { evidence: [] } },
  uploadImage: { query: { name: 'x.png' }, body: [] },
  uploadEvidence: { query: { name: 'x' }, body: [] },
};
const ACROSS = ['getHome', 'listPostmortems', 'getFacets', 'listActions', 'createPostmortem', 'uploadEvidence'];
const oneOfThem = Object.keys(asked).filter((id) => !ACROSS.includes(id)) as (keyof typeof asked)[];

function call(id: keyof typeof asked, actor: Actor, postmortemId: string): Promise<unknown> {
  const path = { postmortemId, rowId: 'x', revision: '1', evidenceId: 'a'.repeat(64), imageId: 'a'.repeat(64) };
  const useCase = asked[id] as (context: unknown, actor: Actor, request: unknown) => Promise<unknown>;
  return useCase(workspace.context, actor, { path, query: {}, body: undefined, ifMatch: undefined, ...BODIES[id] });
}

describe('a private post-mortem', () => {
  it.each(oneOfThem)('does not exist for others: %s refuses as for one that was never there', async (id) => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const name of strangers) {
      const actor = others[name];
      if (actor === undefined) throw new Error(name);
      const [hidden, missing] = await Promise.all(
        [secret, nowhere].map((postmortemId) =>
          call(id, actor, postmortemId).then(
            () => 'answered',
            (error: unknown) => JSON.stringify(error).replaceAll(postmortemId, 'ID'),
          ),
        ),
      );
      expect(hidden).toContain('postmortem-missing');
      expect(hidden).toBe(missing);
    }
  });

  it('is in no list, count or search of others, and in those of whoever may see it', async () => {
    const { context } = workspace;
    const sees = async (actor: Actor): Promise<string> => {
      const parts = await Promise.all([
        postmortemUseCases.getHome(context, actor, request('getHome')),
        postmortemUseCases.listPostmortems(context, actor, request('listPostmortems')),
        postmortemUseCases.listPostmortems(
          context,
          actor,
          request('listPostmortems', { query: { service: ['vault'] } }),
        ),
        postmortemUseCases.getFacets(context, actor, request('getFacets')),
        postmortemUseCases.listActions(context, actor, request('listActions')),
        searchUseCases.search(context, actor, request('search', { query: { q: 'xyzzy keys' } })),
        searchUseCases.search(context, actor, request('search', { query: { q: 'leaked' } })),
      ]);
      return JSON.stringify(parts);
    };
    for (const name of strangers) {
      const seen = await sees(others[name] as Actor);
      for (const word of [secret, 'Leaked', 'Rotate', 'vault', '"total":1', '"count":1'])
        expect(seen).not.toContain(word);
      expect(seen).toContain('"empty":true');
    }
    for (const name of insiders) expect(await sees(others[name] as Actor)).toContain('Leaked keys');
    expect(await sees(author)).toContain('Rotate them');
  });

  it('is seen by SQL as core decides, for every role', async () => {
    const { context, database } = workspace;
    const roles: Role[] = ['reader', 'contributor', 'facilitator', 'admin'];
    const people = [author.userId, others['named']?.userId ?? null, others['reader']?.userId ?? null, null];
    for (const isPrivate of [true, false]) {
      await database.db.updateTable('postmortems').set({ private: isPrivate }).where('id', '=', secret).execute();
      for (const role of roles) {
        for (const userId of people) {
          for (const scopes of [undefined, ['read' as const], ['admin' as const]]) {
            const actor: Actor = { ...author, role, userId, ...(scopes !== undefined && { scopes }) };
            const facts = { private: isPrivate, createdBy: author.userId, people: [others['named']?.userId ?? ''] };
            const listed = await postmortemUseCases.listPostmortems(context, actor, request('listPostmortems'));
            const allowed = accessTo(actor, facts) !== 'none';
            expect({ role, userId, scopes, isPrivate, listed: listed.items.length === 1 }).toMatchObject({
              listed: allowed,
            });
            expect((await liveAccess(context, actor, secret)) !== 'none').toBe(allowed);
          }
        }
      }
    }
    await database.db.updateTable('postmortems').set({ private: true }).where('id', '=', secret).execute();
  });
});
