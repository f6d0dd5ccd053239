import type { AppContext, PostmortemContent } from '#app/context';
import { refuse } from '#core/errors';
import { withStanding } from '#core/shared-doc';
import type { Actor } from '#core/workflow';

import { findPostmortem } from './find-postmortem.ts';
import { type ContentSave, refuseStale, saveContent } from './save-content.ts';

/** A change of content by a request. */
export interface ContentChange {
  readonly id: string;
  /** The revision it is based on; undefined where any will do. */
  readonly ifMatch: number | undefined;
  /** Makes the next content of the present one; throws refusals. May be called again where somebody else was faster. */
  readonly change: (content: PostmortemContent) => PostmortemContent;
  readonly via?: ContentSave['via'];
  readonly note?: string;
  readonly audit?: ContentSave['audit'];
}

/** Attempts to store a change that is based on no particular revision. */
const ATTEMPTS = 5;

/**
 * Changes the content of a post-mortem: through the document that people have open, so that they see it at once, or in the
 * store where nobody has. Standing (status, sign-off) stays what it is. Answers with the new revision.
 */
export async function changeContent(context: AppContext, actor: Actor, wanted: ContentChange): Promise<number> {
  const target = { workspaceId: actor.workspaceId, postmortemId: wanted.id };
  const via = wanted.via ?? (actor.via === 'web' ? 'web' : 'api');
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored = await findPostmortem(context, { actor, id: wanted.id }, { more: true });
    if (wanted.ifMatch !== undefined && wanted.ifMatch !== stored.revision) {
      return refuseStale(context, target, wanted.ifMatch);
    }
    const open = await context.live.applyToOpen(target, wanted.change, byActor(actor));
    if (open !== null) return open.revision;
    const next = wanted.change(stored);
    const { audit, note } = wanted;
    const save = { record: withStanding(next.record, stored.record), rows: next.rows, via, note, audit };
    const authors = actor.userId === null ? [] : [actor.userId];
    const revision = await saveContent(context, { target, stored }, { ...save, authors });
    if (revision !== undefined) return revision;
  }
  return refuse('postmortem-busy', { id: wanted.id });
}

function byActor(actor: Actor): { userId: string; via: 'web' | 'api' } | undefined {
  if (actor.userId === null) return undefined;
  return { userId: actor.userId, via: actor.via === 'web' ? 'web' : 'api' };
}
