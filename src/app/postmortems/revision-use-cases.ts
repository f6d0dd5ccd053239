import type { UseCases } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { refuse } from '#core/errors';
import { annotateRevision, listRevisions, loadRevision, type RevisionRow } from '#store/revisions';

import { changeContent } from './change-content.ts';
import { requirePostmortem } from './find-postmortem.ts';
import { writtenDocument } from './large-document.ts';
import { readCursor, writeCursor } from './list-cursor.ts';
import { readPostmortem } from './record-use-cases.ts';

type RevisionSummary = RouteAnswer<'listRevisions'>['items'][number];

const PAGE = 50;

/** The history of a post-mortem. */
export const revisionUseCases: UseCases<'listRevisions' | 'getRevision' | 'restoreRevision'> = {
  async listRevisions(context, actor, { path, query }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    const target = { workspaceId: actor.workspaceId, postmortemId: path.postmortemId };
    const { cursor, limit = PAGE } = query;
    const [before] = readCursor(cursor, 'revision', ['integer']) ?? [];
    const page = { before: before === undefined ? undefined : Number(before), limit: limit + 1 };
    const found = await listRevisions(context.db, target, page);
    const last = found.length > limit ? found[limit - 1] : undefined;
    return {
      items: found.slice(0, limit).map(presentRevision),
      nextCursor: last === undefined ? null : writeCursor('revision', [String(last.revision)]),
    };
  },

  async getRevision(context, actor, { path }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    const target = { workspaceId: actor.workspaceId, postmortemId: path.postmortemId };
    const found = await loadRevision(context.db, target, Number(path.revision));
    if (found === undefined) return refuse('revision-missing', { revision: path.revision });
    const { content, dialect, source } = found;
    // Not written yet: it was stored a moment ago.
    const markdown = found.markdown ?? (await writtenDocument({ record: content.record, dialect, source }));
    return { ...presentRevision(found), bytes: Buffer.byteLength(markdown), markdown };
  },

  async restoreRevision(context, actor, { path, ifMatch }) {
    const id = path.postmortemId;
    await requirePostmortem(context, actor, { id, need: 'write' });
    const target = { workspaceId: actor.workspaceId, postmortemId: id };
    const found = await loadRevision(context.db, target, Number(path.revision));
    if (found === undefined) return refuse('revision-missing', { revision: path.revision });
    const note = `Restored revision ${path.revision}`;
    const audit = { action: 'revision-restored', details: { revision: found.revision } };
    const change = () => found.content;
    const revision = await changeContent(context, actor, { id, ifMatch, change, note, audit, via: 'restore' });
    // An open document stores it as any other change; the history says what it was.
    await annotateRevision(context.db, target, { revision, via: 'restore', note });
    return readPostmortem(context, actor, id);
  },
};

function presentRevision({ at, by, bytes, note, revision, via }: RevisionRow): RevisionSummary {
  return { at, by, bytes, note, revision, via: via as RevisionSummary['via'] };
}
