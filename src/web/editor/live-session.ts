import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';

import { readServerMessage } from './server-message.ts';
import { type LiveState, type LiveStatus, type SavedState, StateHolder } from './live-state.ts';
import { type Awareness, peopleIn } from './people-in-session.ts';
import { keepUnsavedEdits, type UnsavedEdits } from './unsaved-edits.ts';

/** What a session is about, and who takes part. */
export interface LiveTarget {
  readonly workspaceId: string;
  readonly postmortemId: string;
  readonly user: { readonly id: string; readonly name: string; readonly colour: string };
}

/** One post-mortem that is open for editing, together with everybody else who edits it. */
export interface LiveSession {
  readonly target: LiveTarget;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Undoes what this person did, never what others did. */
  readonly undo: Y.UndoManager;
  readonly status: LiveStatus;
  readonly saved: SavedState;
  /** Everything at once; the same object until something changes. */
  readonly state: LiveState;
  subscribe(listener: () => void): () => void;
  /** Makes one change of this person: one step of undo, one update to others. */
  change(apply: () => void): void;
  /** Starts a new step of undo, whatever came shortly before. */
  closeStep(): void;
  newId(): string;
  /** Tries again at once: after signing in again, or when somebody asks for it. */
  reconnect(): void;
  close(): void;
}

/** Codes with which the server closes a connection because of the session or the rights of the person. */
const EXPIRED = /session-expired|expired|unauthor/u;
const DENIED = /denied|forbidden|private|missing|access/u;

/** Opens the shared document of a post-mortem and keeps it connected until it is closed. */
export function openLiveSession(target: LiveTarget): LiveSession {
  const doc = new Y.Doc();
  const holder = new StateHolder();
  const edits = keepUnsavedEdits(doc, target);
  const provider = connect(target, doc);
  const awareness = provider.awareness;
  if (awareness === null) throw new TypeError('The live session has no presence.');
  awareness.setLocalStateField('user', { id: target.user.id, name: target.user.name, color: target.user.colour });
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL]), captureTimeout: 600 });
  listen({ provider, holder, edits, doc });
  awareness.on('change', () => {
    holder.set({ people: peopleIn(awareness) });
  });
  return {
    target,
    doc,
    awareness,
    undo,
    get status() {
      return holder.state.status;
    },
    get saved() {
      return holder.state.saved;
    },
    get state() {
      return holder.state;
    },
    subscribe: (listener) => holder.subscribe(listener),
    change: (apply) => {
      doc.transact(apply, LOCAL);
    },
    closeStep: () => {
      undo.stopCapturing();
    },
    newId: () => crypto.randomUUID().slice(0, 18),
    reconnect: () => {
      reconnect(provider, holder);
    },
    close: () => {
      undo.destroy();
      provider.destroy();
      edits.close(holder.state.saved === 'saved');
      doc.destroy();
    },
  };
}

/** Origin of the changes that this person makes outside text editors. */
const LOCAL = Symbol('local change');

function connect(target: LiveTarget, document: Y.Doc): HocuspocusProvider {
  const url = new URL(`/api/v1/postmortems/${encodeURIComponent(target.postmortemId)}/live`, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return new HocuspocusProvider({ url: url.href, name: `${target.workspaceId}/${target.postmortemId}`, document });
}

interface Parts {
  readonly provider: HocuspocusProvider;
  readonly holder: StateHolder;
  readonly edits: UnsavedEdits;
  readonly doc: Y.Doc;
}

function listen(parts: Parts): void {
  const { doc, edits, holder, provider } = parts;
  const authorised = (): LiveStatus => (provider.authorizedScope === 'readonly' ? 'read-only' : 'live');
  provider.on('synced', () => {
    holder.set({ status: authorised(), ready: true, reason: null });
  });
  provider.on('status', ({ status }: { status: string }) => {
    if (status !== 'disconnected' || holder.state.status === 'expired' || holder.state.status === 'closed') return;
    holder.set({ status: holder.state.ready ? 'offline' : 'connecting' });
  });
  provider.on('close', ({ event }: { event: { reason?: string } }) => {
    stopIfRefused(parts, event.reason ?? '');
  });
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    stopIfRefused(parts, reason);
  });
  provider.on('stateless', ({ payload }: { payload: string }) => {
    hear(parts, payload);
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    if (!edits.isOrigin(origin)) edits.changed();
    holder.set({ saved: holder.state.saved === 'failed' ? 'failed' : 'saving' });
  });
  edits.ready
    .then((found) => {
      if (found && !holder.state.ready) holder.set({ ready: true, saved: 'saving' });
    })
    .catch((error: unknown) => {
      holder.set({ notice: `Edits cannot be kept on this device: ${String(error)}` });
    });
}

function hear({ doc, edits, holder, provider }: Parts, payload: string): void {
  const message = readServerMessage(payload);
  if (message === undefined) return;
  if (message.type === 'save-failed') {
    holder.set({ saved: 'failed', reason: message.reason });
    return;
  }
  const everything = message.covers(doc) && provider.unsyncedChanges === 0;
  holder.set({ revision: message.revision, saved: everything ? 'saved' : 'saving', reason: null });
  if (everything) edits.saved();
}

/** A connection that the server will not take again is not tried again by itself. */
function stopIfRefused({ holder, provider }: Parts, reason: string): void {
  const word = reason.toLowerCase();
  if (!EXPIRED.test(word) && !DENIED.test(word)) return;
  provider.disconnect();
  holder.set({ status: EXPIRED.test(word) ? 'expired' : 'closed', reason: reason === '' ? null : reason });
}

function reconnect(provider: HocuspocusProvider, holder: StateHolder): void {
  holder.set({ status: holder.state.ready ? 'offline' : 'connecting', reason: null });
  provider.disconnect();
  provider.connect().catch((error: unknown) => {
    holder.set({ status: 'offline', reason: String(error) });
  });
}
