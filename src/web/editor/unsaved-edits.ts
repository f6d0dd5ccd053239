import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

import { UNSAVED_PREFIX } from './forget-unsaved-edits.ts';
import { putLastEdits, takeLastEdits } from './last-edits.ts';
import type { LiveTarget } from './live-target.ts';

/** Keeps edits on this device until the server has stored them, so that a reload or a crash loses nothing. */
export interface UnsavedEdits {
  /** Resolves when what was kept earlier is in the document: true if there was anything. */
  readonly ready: Promise<boolean>;
  isOrigin(origin: unknown): boolean;
  changed(): void;
  saved(): void;
  close(everythingSaved: boolean): void;
}

const FORGET_AFTER_MS = 3000;
/** Origin of edits that were written when the page was left. */
const LAST_EDITS = Symbol('last edits');

/** Starts to keep the edits of one document; those kept earlier come back. */
export function keepUnsavedEdits(
  doc: Y.Doc,
  target: Pick<LiveTarget, 'workspaceId' | 'postmortemId' | 'user'>,
): UnsavedEdits {
  const name = [UNSAVED_PREFIX, target.workspaceId, target.user.id, target.postmortemId].join(':');
  if (typeof indexedDB === 'undefined') return NOTHING;
  const store = new UnsavedStore(name, doc);
  return {
    ready: store.ready,
    isOrigin: (origin) => origin === LAST_EDITS || origin instanceof IndexeddbPersistence,
    changed: () => {
      store.keep();
    },
    saved: () => {
      store.saved();
    },
    close: (everythingSaved) => {
      store.close(everythingSaved);
    },
  };
}

const NOTHING: UnsavedEdits = {
  ready: Promise.resolve(false),
  isOrigin: () => false,
  changed: () => undefined,
  saved: () => undefined,
  close: () => undefined,
};

class UnsavedStore {
  readonly ready: Promise<boolean>;
  private readonly name: string;
  private readonly doc: Y.Doc;
  private persistence: IndexeddbPersistence | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirty = false;
  /** What the server is known to have. */
  private base: Uint8Array | undefined;

  constructor(name: string, doc: Y.Doc) {
    this.name = name;
    this.doc = doc;
    const left = takeLastEdits(name);
    this.dirty = left !== undefined;
    if (left !== undefined) Y.applyUpdate(doc, left, LAST_EDITS);
    this.persistence = new IndexeddbPersistence(name, doc);
    this.ready = this.persistence.whenSynced.then(() => doc.store.clients.size > 0);
    addEventListener('pagehide', this.leave);
  }

  keep(): void {
    clearTimeout(this.timer);
    this.dirty = true;
    this.persistence ??= new IndexeddbPersistence(this.name, this.doc);
  }

  saved(): void {
    this.dirty = false;
    this.base = Y.encodeStateVector(this.doc);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.forget();
    }, FORGET_AFTER_MS);
  }

  close(everythingSaved: boolean): void {
    clearTimeout(this.timer);
    removeEventListener('pagehide', this.leave);
    if (everythingSaved) this.forget();
    else this.stop();
  }

  /** The database drops what it has not finished when the page goes; this is written at once. */
  private readonly leave = (): void => {
    if (this.dirty) putLastEdits(this.name, Y.encodeStateAsUpdate(this.doc, this.base));
  };

  private forget(): void {
    this.persistence?.clearData().catch(ignoreClosed);
    this.persistence = undefined;
  }

  private stop(): void {
    this.persistence?.destroy().catch(ignoreClosed);
    this.persistence = undefined;
  }
}

/** A database that the browser closed already needs no closing. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof DOMException)) throw error;
}
