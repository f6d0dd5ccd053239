import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createContent, loadForLive, postmortemUseCases, saveFromLive } from '#app/postmortems';
import type { RouteRequest } from '#contract/client';
import { newPostmortem } from '#core/markdown';
import { type Postmortem, postmortemSchema } from '#core/record';
import type { Actor } from '#core/workflow';

import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';

let workspace: AppWorkspace;
let ana: Actor;
beforeAll(async () => {
  workspace = await appWorkspace();
  ana = await workspace.person('Ana Ruiz', 'contributor');
});
afterAll(async () => {
  await workspace.close();
});

const time = (written: string) =>
  ({ written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }) as const;

function outage(events = 3): Postmortem {
  return {
    ...newPostmortem('standard', { title: 'Checkout outage', date: '2026-02-23', severity: 'P1' }),
    summary: { text: 'Checkout failed for **40 minutes**. Nobody could pay.' },
    rootCause: { systemic: 'The pool was too small.' },
    timeline: Array.from({ length: events }, (_, index) => ({
      at: time(`12:${String(index).padStart(2, '0')}`),
      text: `Event ${index}`,
      ...(index === 0 && { moments: ['impact-started' as const] }),
      ...(index === events - 1 && { moments: ['restored' as const] }),
    })),
    actions: [{ text: 'Raise the pool', owner: 'Ana Ruiz', due: '2026-03-10', status: 'Open' }, { text: 'Watch it' }],
    factors: [{ text: 'No alert on the pool' }],
  };
}

const request = <Id extends keyof typeof postmortemUseCases>(
  _id: Id,
  parts: Partial<RouteRequest<Id>>,
): RouteRequest<Id> => ({ path: {}, query: {}, body: undefined, ifMatch: undefined, ...parts }) as RouteRequest<Id>;

describe('the content of a post-mortem', () => {
  it('is what was created, with ids for every row and everything derived', async () => {
    const created = await createContent(workspace.context, ana, {
      title: 'x',
      record: outage(),
      services: ['api'],
      via: 'api',
    });
    const read = await postmortemUseCases.getPostmortem(
      workspace.context,
      ana,
      request('getPostmortem', { path: { postmortemId: created.id } }),
    );
    expect(read).toEqual(created);
    expect(postmortemSchema.parse(read.record)).toEqual(read.record);
    expect(read).toMatchObject({
      title: 'Checkout outage',
      status: 'draft',
      severity: { label: 'P1', rank: 2 },
      services: ['api'],
      incidentAt: '2026-02-23T12:00:00.000Z',
      impactSeconds: 120,
      events: 3,
      actions: 2,
      openActions: 2,
      summary: 'Checkout failed for 40 minutes. Nobody could pay.',
      revision: 1,
      createdBy: 'Ana Ruiz',
      mayEdit: true,
      mayAdminister: false,
    });
    expect(read.rows['timeline']).toHaveLength(3);
    expect(read.rows['factors']).toHaveLength(1);
    expect(new Set(read.rows['timeline']?.map((row) => row.id)).size).toBe(3);
  });

  it('is stored as the next revision by an editor, and only rows that changed are written', async () => {
    const { context, database } = workspace;
    const created = await createContent(context, ana, { title: 'x', record: outage(50), via: 'api' });
    const target = { workspaceId: ana.workspaceId, postmortemId: created.id };
    const xmins = async () => {
      const rows = await database.pool.query<{ row_id: string; xmin: string }>(
        'select row_id, xmin::text from timeline_events where postmortem_id = $1',
        [created.id],
      );
      return new Map(rows.rows.map((row) => [row.row_id, row.xmin]));
    };
    const before = await xmins();
    const loaded = await loadForLive(context, target);
    const timeline = loaded.record.timeline.map((row, index) => (index === 7 ? { ...row, text: 'Reworded' } : row));
    timeline.splice(20, 0, { at: time('12:20'), text: 'Inserted' });
    const rows = { ...loaded.rows, timeline: (loaded.rows['timeline'] ?? []).toSpliced(20, 0, { id: 'new-row' }) };
    const saved = await saveFromLive(context, target, {
      record: { ...loaded.record, timeline },
      rows,
      state: new Uint8Array([1, 2, 3]),
      expectedRevision: 1,
      authors: [ana.userId ?? ''],
      via: 'web',
    });
    expect(saved).toEqual({ revision: 2 });
    const after = await xmins();
    const written = [...after].filter(([id, xmin]) => before.get(id) !== xmin).map(([id]) => id);
    expect(new Set(written)).toEqual(new Set([rows.timeline[7]?.id, 'new-row']));
    const again = await loadForLive(context, target);
    expect(again.record.timeline.map((row) => row.text)).toEqual(timeline.map((row) => row.text));
    expect(again.rows['timeline']?.[20]?.id).toBe('new-row');
    expect(again.state).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('refuses a save that is based on another revision, and stores nothing of it', async () => {
    const { context } = workspace;
    const created = await createContent(context, ana, { title: 'x', record: outage(), via: 'api' });
    const target = { workspaceId: ana.workspaceId, postmortemId: created.id };
    const loaded = await loadForLive(context, target);
    const save = { ...loaded, state: new Uint8Array([1]), authors: [], via: 'web' } as const;
    const both = await Promise.allSettled([
      saveFromLive(context, target, { ...save, record: { ...loaded.record, title: 'A' }, expectedRevision: 1 }),
      saveFromLive(context, target, { ...save, record: { ...loaded.record, title: 'B' }, expectedRevision: 1 }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((result) => result.status === 'rejected')?.reason as unknown;
    expect(refused).toMatchObject({ code: 'revision-stale', kind: 'conflict' });
  });

  it('is listed page by page', async () => {
    const { context } = workspace;
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 1, ...(cursor !== undefined && { cursor }) };
      const page = await postmortemUseCases.listPostmortems(context, ana, request('listPostmortems', { query }));
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(3);
  });
});

describe('a long timeline', () => {
  it('is stored with its whole document', async () => {
    const created = await createContent(workspace.context, ana, { title: 'x', record: outage(400), via: 'api' });
    const path = { postmortemId: created.id, revision: '1' };
    const { markdown } = await postmortemUseCases.getRevision(workspace.context, ana, request('getRevision', { path }));
    expect(markdown).toContain('Event 0');
    expect(markdown).toContain('Event 399');
  });
});
