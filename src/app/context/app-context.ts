import type { Kysely } from 'kysely';

import type { Postmortem } from '#core/record';
import type { Tables } from '#store/tables';

/** Everything a use case needs besides its input. Made once, by `start-server`. */
export interface AppContext {
  readonly db: Kysely<Tables>;
  /** The present as UTC instant with milliseconds. */
  readonly now: () => string;
  /** A new UUID (version 7, so that neighbours in time are neighbours in indexes). */
  readonly newId: () => string;
  readonly live: LiveDocuments;
  readonly changes: ChangeFeed;
  readonly log: AppLog;
  /** Origin under which people reach the server, without a slash at its end; absent: links are told as paths. */
  readonly publicUrl?: () => string;
}

/** Content of a post-mortem: the record, and what belongs to its rows. */
export interface PostmortemContent {
  readonly record: Postmortem;
  readonly rows: Rows;
}

/** Identity and side data of the rows of every list, by path of the list. */
export type Rows = Readonly<Record<string, readonly RowMeta[]>>;

/** What identifies a row, and what belongs to it besides the record. The same shape as in `core/shared-doc`. */
export type RowMeta = import('#core/shared-doc').RowMeta;

/** Documents that are open in editors. */
export interface LiveDocuments {
  /**
   * Applies a change to the document if it is open, saves, and answers with the new revision; null where nobody has it
   * open, and the caller saves by itself.
   */
  applyToOpen(
    target: PostmortemTarget,
    change: (content: PostmortemContent) => PostmortemContent,
    by?: { readonly userId: string; readonly via: 'web' | 'api' },
  ): Promise<{ readonly revision: number } | null>;
  /** Looks again at who may still have the document open: after a change of role, access or session. */
  recheckAccess(target: Partial<PostmortemTarget> & { readonly workspaceId: string }): Promise<void>;
}

/** One post-mortem of one workspace. */
export interface PostmortemTarget {
  readonly workspaceId: string;
  readonly postmortemId: string;
}

/** Something changed; lists and dashboards refetch. Carries no content, since not everybody may see it. */
export interface Change {
  readonly workspaceId: string;
  readonly type: 'postmortem' | 'settings' | 'people' | 'evidence';
  readonly id: string;
  readonly revision: number | null;
}

/** Announces changes after their transaction has committed; reaches every process on the same database. */
export interface ChangeFeed {
  announce(change: Change): void;
  subscribe(workspaceId: string, listener: (change: Change) => void): () => void;
}

/** The part of the log that use cases write to. */
export interface AppLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
