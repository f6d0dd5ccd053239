import * as Y from 'yjs';

/** What the server tells about saving. */
export type ServerMessage =
  | {
      readonly type: 'saved';
      readonly revision: number;
      /** True if what was saved has everything this copy of the document did itself. */
      covers(doc: Y.Doc): boolean;
    }
  | { readonly type: 'save-failed'; readonly reason: string };

/** Reads a message; undefined for one that this version does not know. */
export function readServerMessage(payload: string): ServerMessage | undefined {
  const message = parseObject(payload);
  if (message?.['type'] === 'save-failed') {
    const { reason } = message;
    return { type: 'save-failed', reason: typeof reason === 'string' ? reason : 'the server could not store it' };
  }
  if (message?.['type'] !== 'saved' || typeof message['revision'] !== 'number') return undefined;
  const { revision, stateVector } = message;
  return { type: 'saved', revision, covers: (doc) => coversOwn(doc, stateVector) };
}

function parseObject(payload: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function coversOwn(doc: Y.Doc, stateVector: unknown): boolean {
  if (typeof stateVector !== 'string') return true;
  const bytes = Uint8Array.from(atob(stateVector), (character) => character.codePointAt(0) ?? 0);
  const saved = Y.decodeStateVector(bytes);
  const own = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID) ?? 0;
  return (saved.get(doc.clientID) ?? 0) >= own;
}
