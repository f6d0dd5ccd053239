import * as Y from 'yjs';

import type { LiveMessage } from '#core/shared-doc';

type SavedMessage = Extract<LiveMessage, { readonly type: 'saved' }>;

/**
 * Knows whether everything in this copy of the document is stored. The server tells what it stored as a state vector,
 * which does not know of deletions; so a message counts only if nothing was changed here since, or was still on its way.
 */
export class SavedCheck {
  private message: SavedMessage | undefined;
  private onTheirWay = 0;

  /** This copy changed. */
  changed(): void {
    this.onTheirWay += 1;
    this.message = undefined;
  }

  /** The server has received everything. */
  received(): void {
    this.onTheirWay = 0;
  }

  /** The server told what it stored. */
  told(message: SavedMessage): void {
    this.message = message.clean && this.onTheirWay === 0 ? message : undefined;
  }

  /** True if the server has stored everything that is in this copy. */
  isSaved(doc: Y.Doc): boolean {
    if (this.message === undefined || this.onTheirWay > 0) return false;
    const saved = Y.decodeStateVector(bytesOf(this.message.stateVector));
    const own = Y.decodeStateVector(Y.encodeStateVector(doc));
    return [...own].every(([client, clock]) => (saved.get(client) ?? 0) >= clock);
  }
}

/** Reads a message; undefined for one that this version does not know. */
export function readLiveMessage(payload: string): LiveMessage | undefined {
  const message = JSON.parse(payload) as { readonly type?: unknown };
  const known: readonly unknown[] = ['saved', 'save-failed', 'access'] satisfies LiveMessage['type'][];
  return known.includes(message.type) ? (message as LiveMessage) : undefined;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
}
