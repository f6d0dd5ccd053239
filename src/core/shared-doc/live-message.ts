import type { Finding } from '#core/errors';

/** What the server tells editors of a shared document beside its content. */
export type LiveMessage =
  /** Everything up to `stateVector` (base64 of a Yjs state vector) is stored as this revision. */
  | {
      readonly type: 'saved';
      readonly revision: number;
      readonly stateVector: string;
      /**
       * True where nothing changed since. All changes of an editor are saved when such a message arrives after its last
       * change while the server has acknowledged all of them; a state vector alone does not know of deletions.
       */
      readonly clean: boolean;
      /** What of the document does not fit the record. */
      readonly findings: readonly Finding[];
    }
  /** Storing failed and is tried again. */
  | { readonly type: 'save-failed'; readonly reason: string; readonly retryInSeconds: number }
  /** The right of this person changed. */
  | { readonly type: 'access'; readonly access: 'read' | 'write' };

/** Why the server closed a connection: code and reason of the close event. An editor keeps what it has in any case. */
export const LIVE_CLOSE = {
  /** Sign in again, then connect again. */
  sessionExpired: { code: 4401, reason: 'session-expired' },
  /** There is no such post-mortem, or none that this person may see. */
  noAccess: { code: 4404, reason: 'no-access' },
  /** What the editor sent is no change of a document. */
  malformed: { code: 4400, reason: 'malformed' },
  /** The document would get larger than the server stores. */
  tooLarge: { code: 4413, reason: 'document-too-large' },
  /** Too many connections or messages; wait before connecting again. */
  tooMany: { code: 4429, reason: 'too-many' },
  /** The server stops or dropped its copy; connect again. */
  restart: { code: 1012, reason: 'restart' },
} as const;
