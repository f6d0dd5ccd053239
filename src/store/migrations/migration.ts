import type { Kysely } from 'kysely';

/** One step that brings the database forward. Once released it never changes; corrections are a step of their own. */
export interface Migration {
  /** As its file, `0001-postmortems`. */
  readonly name: string;
  /** Runs in a transaction. What it does must not depend on what it reads. */
  readonly up: (db: Kysely<unknown>) => Promise<void>;
}
