import type { Kysely } from 'kysely';
import type { Pool } from 'pg';

/** How to reach the database. */
export interface OpenDatabaseOptions {
  /** `postgresql://…` of a server that somebody else runs; absent: the embedded one. */
  readonly databaseUrl?: string;
  /** Where the embedded server keeps its data and its lock; made if missing. Unused with `databaseUrl`. */
  readonly dataDirectory: string;
  /** Most connections at once; 10 if absent. */
  readonly poolSize?: number;
  /** Hears what happened to the server (started, taken over, restarted), one sentence a call; never a password. */
  readonly log?: (line: string) => void;
}

/**
 * An open database. Values arrive as plain data: `int8` as number (a query that meets one beyond 2^53 fails),
 * `timestamptz` as `2026-03-04T10:00:00.000Z`, `date` as `2026-03-04`, `interval` as `PT1H30M`, `numeric` as text.
 */
export interface Database {
  /** Queries; name the tables with `db.withTables<…>()`. */
  readonly db: Kysely<unknown>;
  /** The connections below `db`, for what needs one of its own: `LISTEN`, `COPY`, advisory locks. */
  readonly pool: Pool;
  /** Address for other clients on this machine. May hold a password: never show or log it. */
  readonly url: string;
  /** Whether this process runs the server. */
  readonly embedded: boolean;
  /** Waits for running queries, closes the connections and stops the embedded server. Harmless when repeated. */
  readonly close: () => Promise<void>;
}
