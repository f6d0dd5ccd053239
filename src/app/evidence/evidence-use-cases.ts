import { requirePostmortem } from '#app/postmortems';
import type { UseCases } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { refuse } from '#core/errors';
import { evidenceOf, poolFacets, poolSettings, readBlob, readPool } from '#store/evidence';

import { attachEvidence } from './attach-evidence.ts';
import { getEvidenceLines } from './evidence-lines.ts';
import { getImage, uploadImage } from './image-use-cases.ts';
import { presentEvidence } from './present-evidence.ts';
import { uploadEvidence } from './upload-evidence.ts';

type PoolPage = RouteAnswer<'listEvidenceEvents'>;

const PAGE = 500;

/** Everything around evidence but the drafts made of it. */
export const evidenceUseCases: UseCases<
  | 'uploadEvidence'
  | 'listEvidence'
  | 'attachEvidence'
  | 'getEvidenceRaw'
  | 'getEvidenceLines'
  | 'listEvidenceEvents'
  | 'getSuggestions'
  | 'uploadImage'
  | 'getImage'
> = {
  uploadEvidence,
  attachEvidence,
  getEvidenceLines,
  uploadImage,
  getImage,

  async listEvidence(context, actor, { path }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    return { items: await presentEvidence(context, actor, path.postmortemId) };
  },

  async getEvidenceRaw(context, actor, { path }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    const used = await evidenceOf(context.db, { workspaceId: actor.workspaceId, postmortemId: path.postmortemId });
    const item = used.find((each) => each.sha256 === path.evidenceId);
    if (item === undefined) refuse('evidence-missing', { id: path.evidenceId });
    return {
      contentType: 'application/octet-stream',
      fileName: item.name.replace(/^.*[/\\]/u, ''),
      body: streamOf(readBlob(context.db, actor.workspaceId, item.sha256)),
    };
  },

  async listEvidenceEvents(context, actor, { path, query }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    const target = { workspaceId: actor.workspaceId, postmortemId: path.postmortemId };
    const limit = query.limit ?? PAGE;
    const from = Number(query.cursor ?? 0);
    if (!Number.isSafeInteger(from) || from < 0) refuse('cursor-invalid', { cursor: query.cursor ?? '' });
    const page = await readPool(context.db, target, { ...query, from, limit: limit + 1 });
    const next = page.events[limit];
    const facets = await poolFacets(context.db, target);
    const names = new Map((await evidenceOf(context.db, target)).map((item) => [item.sha256, item.name]));
    const values = (facet: string): { value: string; count: number }[] =>
      facets.filter((each) => each.facet === facet).map(({ value, count }) => ({ value, count }));
    return {
      items: page.events.slice(0, limit).map((row) => row.event as PoolPage['items'][number]),
      nextCursor: next === undefined ? null : String(next.position),
      total: page.total,
      kinds: values('kind'),
      levels: values('level'),
      sources: values('source').map((each) => ({ ...each, name: names.get(each.value) ?? each.value })),
    };
  },

  async getSuggestions(context, actor, { path }) {
    await requirePostmortem(context, actor, { id: path.postmortemId, need: 'read' });
    const pool = await poolSettings(context.db, { workspaceId: actor.workspaceId, postmortemId: path.postmortemId });
    if (pool === undefined) return { moments: [], suspects: [], impactPeriods: [], findings: [] };
    return pool.suggestions as RouteAnswer<'getSuggestions'>;
  },
};

/** One chunk is read when one is asked for, and none after the reader has gone. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
