import type { IncomingHttpHeaders } from 'node:http';

import type { Postmortem } from '#core/record';
import type { Rows, SharedContent } from '#core/shared-doc';

/** One post-mortem of one workspace. */
export interface LiveTarget {
  readonly workspaceId: string;
  readonly postmortemId: string;
}

/** Somebody who is signed in. */
export interface LiveUser {
  readonly id: string;
  /** As others see it beside the cursor. */
  readonly name: string;
}

/** Who asks, in which workspace. */
export interface LiveIdentity {
  readonly user: LiveUser;
  readonly workspaceId: string;
  /** Id of the session or token, so that connections can be found by it. */
  readonly session: string;
}

/** What is stored of a post-mortem. */
export interface StoredPostmortem extends SharedContent {
  readonly revision: number;
  /** The shared document as a Yjs update (version 1); absent as long as nobody edited it live. */
  readonly state?: Uint8Array;
}

/** What is to be stored as the next revision. */
interface LiveSave {
  readonly record: Postmortem;
  readonly rows: Rows;
  /** The shared document as a Yjs update (version 1); to be stored in the same transaction. */
  readonly state: Uint8Array;
  readonly expectedRevision: number;
  /** Ids of the users who changed something since the last save. */
  readonly authors: readonly string[];
  /** How the change came in. */
  readonly via: 'web' | 'api';
}

/** The part of the log that live editing writes to. */
export interface LiveLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Counters of live editing. */
export interface LiveMetrics {
  saved(result: 'saved' | 'conflict' | 'failed', seconds: number): void;
  refused(reason: string): void;
}

/** What live editing needs from the rest of the server. */
export interface LivePorts {
  /** Who sent these headers; null where nobody is signed in (any more). */
  authenticate(headers: IncomingHttpHeaders): Promise<LiveIdentity | null>;
  /** What somebody may do with a post-mortem; `none` where there is no such one, too. */
  access(identity: LiveIdentity, target: LiveTarget): Promise<'none' | 'read' | 'write'>;
  /** Reads a post-mortem, the record no later than the state. Refuses (kind `missing`) where there is none. */
  load(target: LiveTarget): Promise<StoredPostmortem>;
  /**
   * Stores everything in one transaction and answers with the new revision. Refuses with kind `conflict` where the stored
   * revision is not the expected one, with kind `missing` where the post-mortem is gone.
   */
  save(target: LiveTarget, save: LiveSave): Promise<{ readonly revision: number }>;
  /**
   * Stores the shared document alone, without a new revision, if the stored revision is still this one; refuses as `save`
   * does. Called before anybody gets a document that was made from the record: an editor that was offline meanwhile merges
   * only if it and the server started from the same document.
   */
  keepState(target: LiveTarget, kept: { readonly state: Uint8Array; readonly revision: number }): Promise<void>;
  readonly log: LiveLog;
  readonly metrics: LiveMetrics;
}

/** Limits and times. */
export interface LiveSettings {
  /** Origins that pages of this server have, as `https://nevertwice.example`; the host asked for is always one. */
  readonly origins: readonly string[];
  /** A save follows the last change after this many milliseconds of quiet … */
  readonly quietMs: number;
  /** … and the first unsaved change after this many at the latest. */
  readonly latestMs: number;
  /** Waits between attempts to save, in milliseconds; the last one repeats. */
  readonly retryMs: readonly number[];
  /** Bytes of one message. */
  readonly maxMessageBytes: number;
  /** Bytes of a document as it is stored. */
  readonly maxDocumentBytes: number;
  /** Connections that one person may open in a minute. */
  readonly connectionsPerMinute: number;
  /** Messages that one connection may send in ten seconds. */
  readonly messagesPerTenSeconds: number;
  /** How often rights and sessions of open connections are looked at again, in milliseconds. */
  readonly recheckMs: number;
}

/** Settings for everyday use. */
export const LIVE_DEFAULTS: LiveSettings = {
  origins: [],
  quietMs: 1000,
  latestMs: 5000,
  retryMs: [1000, 2000, 4000, 8000, 15_000, 30_000],
  maxMessageBytes: 4 * 1024 * 1024,
  maxDocumentBytes: 4 * 1024 * 1024,
  connectionsPerMinute: 60,
  messagesPerTenSeconds: 2000,
  recheckMs: 30_000,
};

/** What the server shows about live editing. */
interface LiveStatus {
  readonly documents: number;
  readonly connections: number;
  /** Failed attempts to save since the start. */
  readonly failedSaves: number;
  /** Documents with changes that are not stored yet. */
  readonly unsaved: number;
  /** Documents whose last attempt to save failed. */
  readonly failing: number;
}

/** Live editing of post-mortems. */
export interface Live {
  /** Takes the upgrade of a request to `/api/v1/postmortems/{id}/live`. */
  handleUpgrade(request: import('node:http').IncomingMessage, socket: import('node:stream').Duplex, head: Buffer): void;
  /**
   * Applies a change to a document that is open, stores it and answers with the new revision; null where nobody has the
   * document open, and the caller stores by itself. What `change` throws is thrown, and nothing has changed then; the same
   * where it cannot be stored.
   *
   * @param by who makes the change; it becomes a revision of its own
   */
  applyToOpen(
    target: LiveTarget,
    change: (content: SharedContent) => SharedContent,
    by?: { readonly userId: string; readonly via?: 'web' | 'api' },
  ): Promise<{ readonly revision: number } | null>;
  /** Somebody stored a revision, perhaps another process: where the document is open and older, it takes it in. */
  noticeRevision(target: LiveTarget, revision: number): Promise<void>;
  /** Looks again at who may still have which document open, of one workspace or of all: after a change of role, access or session. */
  recheckAccess(target: Partial<LiveTarget>): Promise<void>;
  /** Tries to store everything that is not stored yet, once. */
  flush(): Promise<void>;
  status(): LiveStatus;
  /** Closes every connection and stores what is not stored yet, trying again until `deadlineMs` is over. */
  stop(deadlineMs?: number): Promise<void>;
}
