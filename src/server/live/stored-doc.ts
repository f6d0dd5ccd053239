import { createHash } from 'node:crypto';

import * as Y from 'yjs';

import { applyToSharedDoc } from '#core/shared-doc';

import { documentName } from './live-target.ts';
import type { LiveLog, LiveTarget, StoredPostmortem } from './live-ports.ts';

/** A shared document made from what is stored. */
export interface StoredDoc {
  readonly doc: Y.Doc;
  /** True where it says more than the stored state: the state was absent, or the record was changed without it. */
  readonly isNewer: boolean;
}

/**
 * Makes the shared document of what is stored: the stored state, brought up to what the stored record says. It depends on
 * nothing else, so two servers that do it at the same time make the same document.
 */
export function storedDoc(target: LiveTarget, stored: StoredPostmortem, { log }: { readonly log: LiveLog }): StoredDoc {
  const doc = new Y.Doc();
  if (stored.state !== undefined) takeState(doc, stored.state, { target, log });
  const own = doc.clientID;
  const seed = `${documentName(target)}@${stored.revision}`;
  doc.clientID = createHash('sha256').update(seed).digest().readUInt32BE(0);
  let isNewer = false;
  doc.on('update', () => {
    isNewer = true;
  });
  applyToSharedDoc(doc, stored, { newId: countedIds(seed), origin: 'stored' });
  // Whatever is written from here on is not the same everywhere.
  doc.clientID = own;
  return { doc, isNewer };
}

function takeState(doc: Y.Doc, state: Uint8Array, { target, log }: { target: LiveTarget; log: LiveLog }): void {
  try {
    Y.applyUpdate(doc, state);
  } catch (error) {
    // The record has everything; what is lost is only how it merges with editors that have been offline since.
    log.error({ ...target, error }, 'The stored state of a shared document cannot be read; the record is used.');
  }
}

function countedIds(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed}#${count}`).digest('hex').slice(0, 16);
  };
}
