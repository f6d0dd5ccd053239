import * as Y from 'yjs';

import type { LivePorts, LiveTarget, StoredPostmortem } from './live-ports.ts';
import { isConflict } from './refusal-kinds.ts';
import { storedDoc } from './stored-doc.ts';

/** What is stored of a post-mortem, and the shared document that was made of it. */
export interface KeptDoc {
  readonly stored: StoredPostmortem;
  /** The shared document as a Yjs update. */
  readonly state: Uint8Array;
}

/** How often it is read again when somebody else stores in between. */
const MOST_CONFLICTS = 20;

/**
 * Makes the shared document of what is stored, and stores it before anybody sees it. Rows that came past the document get
 * their place in it only here: made a second time of a later revision, they would be other rows, and whoever has the first
 * ones would bring them along. Refuses what reading and storing refuse.
 */
export async function keptDoc(ports: LivePorts, target: LiveTarget): Promise<KeptDoc> {
  for (let conflicts = 0; ; conflicts += 1) {
    const stored = await ports.load(target);
    const { doc, isNewer } = storedDoc(target, stored, ports);
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    try {
      if (isNewer) await ports.keepState(target, { state, revision: stored.revision });
      return { stored, state };
    } catch (error) {
      if (!isConflict(error) || conflicts >= MOST_CONFLICTS) throw error;
    }
  }
}
