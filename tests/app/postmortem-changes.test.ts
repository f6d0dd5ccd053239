import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';

import { auditUseCases } from '#app/audit';
import { createContent, loadForLive, postmortemUseCases, saveFromLive } from '#app/postmortems';
import type { Postmortem } from '#core/record';
import type { Actor } from '#core/workflow';
import { verifyAudit } from '#store/audit';

import { type AppWorkspace, appWorkspace } from '../support/app-workspace.ts';
import { request } from './request.ts';

let workspace: AppWorkspace;
let ana: Actor;
let fay: Actor;
let id: string;

const time = (written: string) =>
  ({ written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false }) as const;

const RECORD: Postmortem = {
  title: 'Checkout outage',
  incident: { date: time('2026-02-23') },
  timelineZone: 'UTC',
  summary: { text: 'Checkout failed.' },
  timeline: [
    { at: time('12:00'), text: 'Errors rise', source: 'E1:7' },
    { at: time('12:40'), text: 'Errors end' },
  ],
  actions: [{ text: 'Raise the pool' }],
};

beforeAll(async () => {
  workspace = await appWorkspace();
  ana = await workspace.person('Ana Ruiz', 'contributor');
  fay = await workspace.person('Fay Oduya', 'facilitator');
});
beforeEach(async () => {
  const made = { title: 'x', record: RECORD, dialect: 'cycle', via: 'api' } as const;
  id = (await createContent(workspace.context, ana, made)).id;
});
afterAll(async () => {
  await workspace.close();
});

const get = (postmortemId = id) =>
  postmortemUseCases.getPostmortem(workspace.context, ana, request('getPostmortem', { path: { postmortemId } }));

async function texts(): Promise<string[]> {
  return (await get()).record.timeline.map((row) => `${row.at?.written ?? '-'} ${row.text}`);
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );
}

const path = () => ({ postmortemId: id });
const row = (rowId: string) => ({ postmortemId: id, rowId });

describe('events', () => {
  const add = (body: Parameters<typeof postmortemUseCases.addEvent>[2]['body']) =>
    postmortemUseCases.addEvent(workspace.context, ana, request('addEvent', { path: path(), body }));

  it('are read from one line and stand at their place in time', async () => {
    const added = await add({ line: '12:05 rolled back api' });
    expect(added.revision).toBe(2);
    expect(await texts()).toEqual(['12:00 Errors rise', '12:05 rolled back api', '12:40 Errors end']);
    const { record, rows } = await get();
    expect(record.timeline[1]?.at?.instant).toBe('2026-02-23T12:05:00Z');
    expect(rows['timeline']?.[1]?.id).toBe(added.rowId);
  });

  it('take any line: without a time it stands at the end', async () => {
    await add({ line: '- 13:10 – all quiet' });
    await add({ line: 'somebody called' });
    await add({ line: '12:50' });
    expect((await texts()).slice(2)).toEqual(['13:10 all quiet', '- somebody called', '- 12:50']);
  });

  it('keep how the evidence told them when they are retimed or reworded', async () => {
    const before = await get();
    const rowId = before.rows['timeline']?.[0]?.id ?? '';
    await postmortemUseCases.updateEvent(
      workspace.context,
      ana,
      request('updateEvent', { path: row(rowId), body: { at: '12:50', text: 'Errors fall', who: 'Bo' }, ifMatch: 1 }),
    );
    expect(await texts()).toEqual(['12:40 Errors end', '12:50 Errors fall']);
    const { record, rows } = await get();
    expect(rows['timeline']?.[1]).toMatchObject({
      id: rowId,
      original: { text: 'Errors rise', at: { written: '12:00' } },
    });
    expect(record.timeline[1]?.who).toBe('Bo');
  });

  it('can be deleted, and are missing then', async () => {
    const rowId = (await get()).rows['timeline']?.[0]?.id ?? '';
    const remove = (ifMatch: number) =>
      postmortemUseCases.deleteEvent(workspace.context, ana, request('deleteEvent', { path: row(rowId), ifMatch }));
    await remove(1);
    expect(await texts()).toEqual(['12:40 Errors end']);
    expect(await refusal(remove(1))).toBe('revision-stale');
    expect(await refusal(remove(2))).toBe('row-missing');
  });

  it('are all there when many are added at once', async () => {
    await Promise.all(['12:01 a', '12:02 b', '12:03 c', '12:04 d'].map((line) => add({ line })));
    expect(await texts()).toHaveLength(6);
    expect((await get()).revision).toBe(5);
  });
});

describe('actions', () => {
  it('are added, changed and deleted, and found across post-mortems', async () => {
    const { context } = workspace;
    const body = { text: 'Alert on the pool', owner: 'Ana Ruiz', due: '2026-03-10', priority: 'P1' };
    const { rowId } = await postmortemUseCases.addAction(context, ana, request('addAction', { path: path(), body }));
    const mine = async () =>
      (
        await postmortemUseCases.listActions(
          context,
          ana,
          request('listActions', { query: { mine: true, open: true } }),
        )
      ).items.filter((each) => each.postmortemId === id);
    expect(await mine()).toEqual([
      {
        rowId,
        postmortemId: id,
        postmortemTitle: 'Checkout outage',
        text: 'Alert on the pool',
        owner: 'Ana Ruiz',
        due: '2026-03-10',
        dueOn: '2026-03-10',
        state: 'open',
        priority: 'P1',
      },
    ]);
    const change = { status: 'Done', priority: null };
    await postmortemUseCases.updateAction(
      context,
      ana,
      request('updateAction', { path: row(rowId), body: change, ifMatch: 2 }),
    );
    expect(await mine()).toEqual([]);
    expect((await get()).record.actions[1]).toEqual({
      text: 'Alert on the pool',
      owner: 'Ana Ruiz',
      due: '2026-03-10',
      status: 'Done',
    });
    await postmortemUseCases.deleteAction(context, ana, request('deleteAction', { path: row(rowId), ifMatch: 3 }));
    expect((await get()).actions).toBe(1);
  });
});

describe('standing', () => {
  const setStatus = (status: 'draft' | 'in-review' | 'approved' | 'published' | 'closed', ifMatch?: number) =>
    postmortemUseCases.setStatus(
      workspace.context,
      fay,
      request('setStatus', { path: path(), body: { status }, ifMatch }),
    );

  it('moves step by step, and the document says so', async () => {
    expect(await refusal(setStatus('published'))).toBe('status-move-refused');
    expect(await refusal(setStatus('approved'))).toBe('status-move-refused');
    const moved = await setStatus('in-review', 1);
    expect(moved).toMatchObject({ status: 'in-review', revision: 2, record: { status: 'In review' } });
    expect(await refusal(setStatus('published', 1))).toBe('revision-stale');
    await setStatus('published', 2);
    await setStatus('closed', 3);
    expect((await get()).status).toBe('closed');
  });

  it('stays what it is when the record is replaced', async () => {
    await setStatus('in-review');
    const signOffs = [{ role: 'CTO', name: 'Mallory' }];
    const record: Postmortem = { ...RECORD, title: 'Changed', status: 'Closed', signOffs };
    await postmortemUseCases.replacePostmortem(
      workspace.context,
      ana,
      request('replacePostmortem', { path: path(), body: { record }, ifMatch: 2 }),
    );
    const after = await get();
    expect(after).toMatchObject({ title: 'Changed', status: 'in-review', record: { status: 'In review' } });
    expect(after.record.signOffs).toBeUndefined();
  });

  it('lets rows keep their ids when a record comes without', async () => {
    const before = await get();
    const timeline = [{ at: time('11:00'), text: 'New' }, ...RECORD.timeline];
    await postmortemUseCases.replacePostmortem(
      workspace.context,
      ana,
      request('replacePostmortem', { path: path(), body: { record: { ...before.record, timeline } }, ifMatch: 1 }),
    );
    const ids = (await get()).rows['timeline']?.map((each) => each.id) ?? [];
    expect(ids.slice(1)).toEqual(before.rows['timeline']?.map((each) => each.id));
    expect(new Set(ids).size).toBe(3);
  });

  it('keeps labels and access beside the record', async () => {
    const { context } = workspace;
    const body = { services: [' api ', 'api', 'web'], teams: ['core'], tags: ['db'] };
    const labelled = await postmortemUseCases.updatePostmortem(
      context,
      ana,
      request('updatePostmortem', { path: path(), body, ifMatch: 1 }),
    );
    expect(labelled).toMatchObject({ services: ['api', 'web'], teams: ['core'], tags: ['db'], revision: 2 });
    const access = { private: true, people: [fay.userId ?? ''] };
    const set = await postmortemUseCases.setAccess(
      context,
      fay,
      request('setAccess', { path: path(), body: access, ifMatch: 2 }),
    );
    expect(set).toEqual({ ...access, revision: 3 });
    expect(await postmortemUseCases.getAccess(context, ana, request('getAccess', { path: path() }))).toEqual(set);
    const unknown = { private: true, people: [crypto.randomUUID()] };
    expect(
      await refusal(postmortemUseCases.setAccess(context, fay, request('setAccess', { path: path(), body: unknown }))),
    ).toBe('access-person-unknown');
    const history = await postmortemUseCases.listRevisions(context, ana, request('listRevisions', { path: path() }));
    expect(history.items.map((item) => item.revision)).toEqual([1]);
  });

  it('is gone for good when deleted, but not from the audit trail', async () => {
    const { context } = workspace;
    await postmortemUseCases.deletePostmortem(context, fay, request('deletePostmortem', { path: path(), ifMatch: 1 }));
    expect(await refusal(get())).toBe('postmortem-missing');
    const trail = await auditUseCases.listAudit(context, fay, request('listAudit', { query: { subject: id } }));
    expect(trail.items.map((entry) => entry.action)).toEqual(['postmortem-deleted', 'postmortem-created']);
    expect(trail.items[0]).toMatchObject({ by: 'Fay Oduya', subject: id });
    expect(trail.intact).toBe(true);
  });
});

describe('the history', () => {
  it('has the whole document of every revision, and restores one with its rows', async () => {
    const { context } = workspace;
    const first = await get();
    await postmortemUseCases.addEvent(
      context,
      ana,
      request('addEvent', { path: path(), body: { line: '12:05 rolled back' } }),
    );
    const old = await postmortemUseCases.getRevision(
      context,
      ana,
      request('getRevision', { path: { ...path(), revision: '1' } }),
    );
    expect(old.markdown).toContain('# Post-Mortem: Checkout outage');
    expect(old.markdown).not.toContain('rolled back');
    expect(old).toMatchObject({
      revision: 1,
      by: ['Ana Ruiz'],
      via: 'api',
      note: null,
      bytes: Buffer.byteLength(old.markdown),
    });
    const restored = await postmortemUseCases.restoreRevision(
      context,
      ana,
      request('restoreRevision', { path: { ...path(), revision: '1' }, ifMatch: 2 }),
    );
    expect(restored.record).toEqual(first.record);
    expect(restored.rows).toEqual(first.rows);
    const { items } = await postmortemUseCases.listRevisions(context, ana, request('listRevisions', { path: path() }));
    expect(items.map(({ note, revision, via }) => [revision, via, note])).toEqual([
      [3, 'restore', 'Restored revision 1'],
      [2, 'web', null],
      [1, 'api', null],
    ]);
    expect(
      await refusal(
        postmortemUseCases.getRevision(context, ana, request('getRevision', { path: { ...path(), revision: '9' } })),
      ),
    ).toBe('revision-missing');
  });

  it('has one entry for the saves of a sitting of one person, and another for the next sitting', async () => {
    const { context, setNow } = workspace;
    const target = { workspaceId: ana.workspaceId, postmortemId: id };
    const save = async (text: string, author: Actor) => {
      const { record, revision, rows } = await loadForLive(context, target);
      await saveFromLive(context, target, {
        record: { ...record, summary: { text } },
        rows,
        state: new Uint8Array([1]),
        expectedRevision: revision,
        authors: [author.userId ?? ''],
        via: 'web',
      });
    };
    setNow('2026-04-01T10:00:00.000Z');
    await save('one', ana);
    await save('two', ana);
    await save('three', ana);
    await save('four', fay);
    setNow('2026-04-01T11:00:00.000Z');
    await save('five', fay);
    const { items } = await postmortemUseCases.listRevisions(context, ana, request('listRevisions', { path: path() }));
    expect(items.map(({ by, revision }) => [revision, by])).toEqual([
      [6, ['Fay Oduya']],
      [5, ['Fay Oduya']],
      [4, ['Ana Ruiz']],
      [1, ['Ana Ruiz']],
    ]);
  });
});

describe('downloads', () => {
  const download = async (query: object, postmortemId = id) => {
    const answer = await postmortemUseCases.exportPostmortem(
      workspace.context,
      ana,
      request('exportPostmortem', { path: { postmortemId }, query }),
    );
    return { ...answer, body: answer.body as string };
  };

  it('come as Markdown of any template, JSON, CSV, SVG and Mermaid', async () => {
    expect(await download({})).toMatchObject({
      contentType: 'text/markdown; charset=utf-8',
      fileName: '2026-02-23-checkout-outage.md',
    });
    expect((await download({ dialect: 'sev' })).body).toContain('Errors rise');
    expect(JSON.parse((await download({ format: 'json' })).body)).toEqual(await get());
    expect((await download({ format: 'csv' })).body).toContain('2026-02-23T12:00:00Z');
    expect((await download({ format: 'svg', zone: 'Europe/Berlin' })).body).toContain('Europe/Berlin');
    expect((await download({ format: 'mermaid' })).body).toContain('timeline');
    expect(await refusal(download({ format: 'csv', zone: 'Moon/Crater' }))).toBe('zone-unknown');
    expect(await refusal(download({ dialect: 'foreign' }))).toBe('original-missing');
  });

  it('give an imported document back byte for byte, and changed only where it was changed', async () => {
    const source =
      '# We broke search\r\n\r\nOn 2021-03-04 search was **down** for an hour.\r\n\r\n## Timeline\r\n\r\n* 12:05 UTC: deploy\r\n* 12:30 UTC: rollback\r\n';
    const { parsePostmortem } = await import('#core/markdown');
    const { dialect, record } = parsePostmortem(source);
    expect(dialect).toBe('foreign');
    const made = { title: 'x', record, dialect, source, sourceName: 'search.md', via: 'import' } as const;
    const imported = await createContent(workspace.context, ana, made);
    expect(await download({}, imported.id)).toMatchObject({ body: source, fileName: 'search.md' });
    const rowId = imported.rows['timeline']?.[1]?.id ?? '';
    await postmortemUseCases.updateEvent(
      workspace.context,
      ana,
      request('updateEvent', { path: { postmortemId: imported.id, rowId }, body: { text: 'rolled back' } }),
    );
    expect((await download({ dialect: 'foreign' }, imported.id)).body).toBe(source.replace('rollback', 'rolled back'));
    expect((await download({ dialect: 'cycle' }, imported.id)).body).toContain('# Post-Mortem: We broke search');
  });
});

describe('the audit trail', () => {
  it('shows what was altered, and cannot be altered by the program', async () => {
    const { context, database, workspaceId } = workspace;
    await postmortemUseCases.addEvent(context, ana, request('addEvent', { path: path(), body: { line: '12:05 x' } }));
    expect(await verifyAudit(database.db, workspaceId)).toEqual([]);
    const alter = `update audit_entries set details = '{"title":"forged"}' where subject = '${id}' and position = 1`;
    await expect(database.pool.query(alter)).rejects.toThrow('can only grow');
    await expect(database.pool.query('delete from audit_entries')).rejects.toThrow('can only grow');
    await expect(database.pool.query('truncate audit_entries')).rejects.toThrow('can only grow');
    await database.pool.query('alter table audit_entries disable trigger all');
    await database.pool.query(alter);
    expect(await verifyAudit(database.db, workspaceId)).toEqual([`${id}:1`]);
    const query = { subject: id, limit: 1 };
    const page = await auditUseCases.listAudit(context, fay, request('listAudit', { query }));
    expect([page.items.length, page.intact]).toEqual([1, true]);
    const rest = await auditUseCases.listAudit(
      context,
      fay,
      request('listAudit', { query: { ...query, cursor: page.nextCursor ?? '' } }),
    );
    expect(rest).toMatchObject({ intact: false, nextCursor: null, items: [{ action: 'postmortem-created' }] });
  });
});
