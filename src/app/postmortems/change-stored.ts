import type { AppContext } from '#app/context';
import { refuse } from '#core/errors';
import type { Actor } from '#core/workflow';
import type { StoredPostmortem } from '#store/postmortems';

import { findPostmortem } from './find-postmortem.ts';
import { refuseStale, type SaveBase } from './save-content.ts';

/** A change of what is stored, past the document that people may have open. */
export interface StoredChange {
  readonly id: string;
  /** The revision it is based on; undefined where any will do. */
  readonly ifMatch: number | undefined;
  /** Stores the change; undefined where somebody else was faster. May be called again then. */
  readonly write: (base: SaveBase) => Promise<number | undefined>;
}

const ATTEMPTS = 5;

/**
 * Changes what does not live in the shared document: standing, labels, access. An open document takes it over with its next
 * save. Answers with the new revision.
 */
export async function changeStored(context: AppContext, actor: Actor, change: StoredChange): Promise<number> {
  const target = { workspaceId: actor.workspaceId, postmortemId: change.id };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const stored: StoredPostmortem = await findPostmortem(context, { actor, id: change.id }, { more: true });
    if (change.ifMatch !== undefined && change.ifMatch !== stored.revision) {
      return refuseStale(context, target, change.ifMatch);
    }
    const revision = await change.write({ target, stored });
    if (revision !== undefined) return revision;
  }
  return refuse('postmortem-busy', { id: change.id });
}
