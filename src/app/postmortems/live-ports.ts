import type { AppContext, PostmortemTarget } from '#app/context';
import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';
import { accessTo, type Actor } from '#core/workflow';
import { confidentialityOf, keepLiveState, loadLiveState } from '#store/postmortems';

import { findPostmortem, systemActor } from './find-postmortem.ts';
import { refuseStale, saveContent } from './save-content.ts';

/** What is stored of a post-mortem, for the document that people edit together. */
export interface LivePostmortem {
  readonly record: Postmortem;
  readonly rows: Rows;
  readonly revision: number;
  /** The shared document as a Yjs update (version 1); absent as long as nobody edited it live. */
  readonly state?: Uint8Array;
}

/** What an editor stores. */
export interface LiveContentSave {
  readonly record: Postmortem;
  readonly rows: Rows;
  readonly state: Uint8Array;
  readonly expectedRevision: number;
  readonly authors: readonly string[];
  readonly via: 'web' | 'api';
}

/** What the actor may do with a post-mortem; `none` where there is no such one, too. */
export async function liveAccess(
  context: Pick<AppContext, 'db'>,
  actor: Actor,
  postmortemId: string,
): Promise<'none' | 'read' | 'write'> {
  const found = await confidentialityOf(context.db, { workspaceId: actor.workspaceId, postmortemId });
  return found === undefined ? 'none' : accessTo(actor, found);
}

/** Reads a post-mortem for editing; refuses `postmortem-missing`. Whoever calls has decided who may see it. */
export async function loadForLive(context: AppContext, target: PostmortemTarget): Promise<LivePostmortem> {
  const seek = { actor: systemActor(target.workspaceId), id: target.postmortemId };
  // One after the other: a state that is newer than the record is noticed when something is stored, an older one is not.
  const { record, revision, rows } = await findPostmortem(context, seek);
  const state = await loadLiveState(context.db, target);
  return { record, revision, rows, ...(state !== undefined && { state: new Uint8Array(state) }) };
}

/**
 * Stores what people have edited together as the next revision. Refuses `revision-stale` where the stored revision is not
 * the expected one, `postmortem-missing` where the post-mortem is gone.
 */
export async function saveFromLive(
  context: AppContext,
  target: PostmortemTarget,
  save: LiveContentSave,
): Promise<{ readonly revision: number }> {
  const { authors, expectedRevision, record, rows, state, via } = save;
  const stored = await findPostmortem(
    context,
    { actor: systemActor(target.workspaceId), id: target.postmortemId },
    { more: true },
  );
  if (stored.revision !== expectedRevision) return refuseStale(context, target, expectedRevision);
  const content = { record, rows, state, authors, via, continues: via === 'web' };
  const revision = await saveContent(context, { target, stored }, content);
  return revision === undefined ? refuseStale(context, target, expectedRevision) : { revision };
}

/**
 * Stores the shared document alone. Refuses `revision-stale` where the stored revision is another one, `postmortem-missing`
 * where the post-mortem is gone.
 */
export async function keepStateOfLive(
  context: AppContext,
  target: PostmortemTarget,
  kept: { readonly state: Uint8Array; readonly revision: number },
): Promise<void> {
  if (!(await keepLiveState(context.db, target, kept))) await refuseStale(context, target, kept.revision);
}
