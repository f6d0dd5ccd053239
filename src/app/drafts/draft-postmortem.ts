import { createContent } from '#app/postmortems';
import { type EvidenceUse, gatherEvidence, readInWorker, type ReadingSettings, savePool } from '#app/evidence';
import type { AppContext, UseCase } from '#app/context';
import type { RouteAnswer } from '#contract/client';
import { type DialectId, dialects, newPostmortem } from '#core/markdown';
import type { ConfirmedMoment } from '#core/draft';
import type { Actor } from '#core/workflow';
import { workspaceSettings } from '#app/settings';

/** What a draft is made of. */
export interface DraftRequest {
  readonly title: string;
  readonly dialect?: DialectId | undefined;
  readonly severity?: string | undefined;
  readonly private?: boolean | undefined;
  readonly services?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly evidence: readonly EvidenceUse[];
  readonly settings: ReadingSettings;
  readonly moments?: readonly ConfirmedMoment[] | undefined;
}

/** Drafts a post-mortem from evidence: reads it again, fills what it supports, stores it together with its pool. */
export const draftPostmortem: UseCase<'draftPostmortem'> = async (context, actor, { body }) => {
  const { evidence, zone, from, to, skew, ...rest } = body;
  return makeDraft(context, actor, { ...rest, evidence, settings: { zone, from, to, skew } });
};

/** Makes the draft; evidence that the actor neither brought nor may see is refused. */
export async function makeDraft(
  context: AppContext,
  actor: Actor,
  request: DraftRequest,
): Promise<RouteAnswer<'draftPostmortem'>> {
  const files = await gatherEvidence(context, actor, { evidence: request.evidence });
  const workspace = await workspaceSettings(context, actor.workspaceId);
  const dialect = request.dialect ?? workspace.dialect;
  const zone = dialects[dialect].zone ?? workspace.zone;
  const { severity, title } = request;
  const base = newPostmortem(dialect, { title, ...(severity !== undefined && { severity }) });
  const read = await readInWorker({
    files,
    settings: request.settings,
    now: context.now(),
    draft: { base, dialect, zone, moments: request.moments },
  });
  const record = read.draft?.record ?? base;
  const timeline = record.timeline.map(({ source }) => ({ id: context.newId(), ...withSources(source) }));
  const created = await createContent(context, actor, {
    ...request,
    dialect,
    record,
    rows: { timeline },
    via: 'draft',
  });
  const target = { workspaceId: actor.workspaceId, postmortemId: created.id };
  await savePool(context, target, { read, settings: request.settings, known: new Map(), by: actor.name });
  return created;
}

function withSources(source: string | undefined): { readonly sources?: readonly string[] } {
  return source === undefined ? {} : { sources: source.split(', ') };
}
