import { HocuspocusProvider, WebSocketStatus } from '@hocuspocus/provider';
import * as Y from 'yjs';

import { LIVE_CLOSE } from '#core/shared-doc';

import { type LiveState, type LiveStatus, type SavedState, StateHolder } from './live-state.ts';
import type { LiveTarget } from './live-target.ts';
import { type Awareness, peopleIn } from './people-in-session.ts';
import { readLiveMessage, SavedCheck } from './saved-check.ts';
import { keepUnsavedEdits, type UnsavedEdits } from './unsaved-edits.ts';

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
  /** Tells others in which section this person is. */
  enter(section: string | null): void;
  /** Tries again at once: after signing in again, or when somebody asks for it. */
  reconnect(): void;
  close(): void;
}

/** Origin of the changes that this person makes outside text editors. */
const LOCAL = Symbol('local change');

/** Opens the shared document of a post-mortem and keeps it connected until it is closed. */
export function openLiveSession(target: LiveTarget): LiveSession {
  const doc = new Y.Doc();
  const holder = new StateHolder();
  const edits = keepUnsavedEdits(doc, target);
  const provider = connect(target, doc);
  const awareness = provider.awareness;
  if (awareness === null) throw new TypeError('The live session has no presence.');
  const { colour, id, name } = target.user;
  awareness.setLocalStateField('user', { id, name, color: colour, colorLight: `${colour}33` });
  const undo = new Y.UndoManager(doc, { trackedOrigins: new Set([LOCAL]), captureTimeout: 600 });
  listen({ provider, holder, edits, doc, check: new SavedCheck() });
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
    newId: () => randomId(),
    enter: (section) => {
      awareness.setLocalStateField('section', section);
    },
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

/** `crypto.randomUUID` is missing where the page is not served over https. */
function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

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
  readonly check: SavedCheck;
}

function listen(parts: Parts): void {
  const { check, doc, edits, holder, provider } = parts;
  provider.on('synced', () => {
    holder.set({ status: provider.authorizedScope === 'readonly' ? 'read-only' : 'live', ready: true, reason: null });
  });
  provider.on('unsyncedChanges', ({ number }: { number: number }) => {
    if (number > 0) return;
    check.received();
    settle(parts);
  });
  provider.on('status', ({ status }: { status: string }) => {
    if (status === 'disconnected') noteLost(holder);
  });
  provider.on('close', ({ event }: { event: { code: number; reason?: string } }) => {
    noteClosed(parts, event);
  });
  provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
    noteClosed(parts, { code: 0, reason });
  });
  provider.on('stateless', ({ payload }: { payload: string }) => {
    hear(parts, payload);
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    if (!edits.isOrigin(origin)) edits.changed();
    check.changed();
    if (holder.state.saved === 'saved') holder.set({ saved: 'saving' });
  });
  bringBackEdits(parts).catch((error: unknown) => {
    holder.set({ notice: `Edits cannot be kept on this device: ${String(error)}` });
  });
}

async function bringBackEdits(parts: Parts): Promise<void> {
  if (!(await parts.edits.ready)) return;
  parts.holder.set({ ready: true, saved: 'saving' });
  settle(parts);
}

function hear(parts: Parts, payload: string): void {
  const { check, holder } = parts;
  const message = readLiveMessage(payload);
  switch (message?.type) {
    case 'saved':
      check.told(message);
      if (holder.state.saved === 'failed') holder.set({ saved: 'saving', reason: null });
      holder.set({ revision: message.revision });
      settle(parts);
      break;
    case 'save-failed':
      holder.set({ saved: 'failed', reason: message.reason });
      break;
    case 'access':
      holder.set({ status: message.access === 'read' ? 'read-only' : 'live' });
      break;
    case undefined:
  }
}

function settle({ check, doc, edits, holder, provider }: Parts): void {
  if (provider.unsyncedChanges > 0 || !check.isSaved(doc)) return;
  holder.set({ saved: 'saved', reason: null });
  edits.saved();
}

function noteLost(holder: StateHolder): void {
  const { ready, status } = holder.state;
  if (status === 'expired' || status === 'closed') return;
  holder.set(ready ? { status: 'offline' } : { status: 'connecting', reason: 'No connection yet, trying again' });
}

/** A connection that the server will not take again is not tried again by itself. */
function noteClosed({ holder, provider }: Parts, event: { readonly code: number; readonly reason?: string }): void {
  const end = Object.values(LIVE_CLOSE).find(({ code, reason }) => code === event.code || reason === event.reason);
  const status = end === undefined ? undefined : ENDS[end.reason];
  if (status === undefined) {
    noteLost(holder);
    return;
  }
  provider.disconnect();
  holder.set({ status: status.status, reason: status.text });
}

const ENDS: Readonly<Record<string, { readonly status: LiveStatus; readonly text: string }>> = {
  [LIVE_CLOSE.sessionExpired.reason]: { status: 'expired', text: 'Your session has ended.' },
  [LIVE_CLOSE.noAccess.reason]: {
    status: 'closed',
    text: 'This post-mortem was deleted, or you may no longer see it.',
  },
  [LIVE_CLOSE.malformed.reason]: {
    status: 'closed',
    text: 'The server could not read what this page sent. Copy what is not saved, and load the page again.',
  },
  [LIVE_CLOSE.tooLarge.reason]: {
    status: 'closed',
    text: 'The document would get larger than the server stores. Take something out, and load the page again.',
  },
};

/** Cuts the wait for the next attempt short. A connection that is there, perhaps only just, is left alone. */
function reconnect(provider: HocuspocusProvider, holder: StateHolder): void {
  if (provider.configuration.websocketProvider.status === WebSocketStatus.Connected) return;
  holder.set({ status: holder.state.ready ? 'offline' : 'connecting', reason: null });
  Promise.resolve(provider.connect()).catch((error: unknown) => {
    holder.set({ status: 'offline', reason: String(error) });
  });
}
