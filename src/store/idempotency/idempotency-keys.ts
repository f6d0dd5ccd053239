import { type Kysely, type RawBuilder, sql } from 'kysely';

import type { Tables } from '#store/tables';

/** Whose key it is; `key` is a hash, so that the table opens nothing. */
export interface KeyOwner {
  readonly workspaceId: string;
  readonly userId: string;
  readonly route: string;
  /** SHA-256 of the key. */
  readonly key: string;
}

/** What became of a key before. `answer` is as it was given to `finish`. */
export type KeyState =
  { readonly state: 'new' | 'working' | 'other-request' } | { readonly state: 'done'; readonly answer: string };

/** Keys of creates that may be repeated. */
export interface IdempotencyKeys {
  /** Takes the key for this request, or tells what it was taken for. */
  take(owner: KeyOwner, requestHash: Uint8Array): Promise<KeyState>;
  /** Keeps the answer for whoever repeats the request. */
  finish(owner: KeyOwner, answer: string): Promise<void>;
  /** Gives the key back: nothing was created. */
  release(owner: KeyOwner): Promise<void>;
  /** Forgets keys that are too old. */
  forgetOld(): Promise<void>;
}

interface Moments {
  readonly now: string;
  /** Before this, keys are forgotten. */
  readonly oldest: string;
  /** A request from before this that has not answered never will: its process has ended. */
  readonly abandoned: string;
}

const KEPT_MS = 24 * 3_600_000;
const ABANDONED_MS = 5 * 60_000;

/** Keeps keys in the database for 24 hours; `clock` tells the present as UTC instant. */
export function idempotencyKeys(db: Kysely<Tables>, clock: () => string): IdempotencyKeys {
  const moments = (): Moments => {
    const now = clock();
    const before = (milliseconds: number): string => new Date(Date.parse(now) - milliseconds).toISOString();
    return { now, oldest: before(KEPT_MS), abandoned: before(ABANDONED_MS) };
  };
  return {
    take: async (owner, requestHash) =>
      (await takeRow(db, { owner, requestHash }, moments())) ? { state: 'new' } : stateOf(db, owner, requestHash),
    finish: async (owner, answer) => {
      const response = JSON.stringify(answer);
      await sql`update idempotency_keys set response = ${response} where ${isRow(owner)}`.execute(db);
    },
    release: async (owner) => {
      await sql`delete from idempotency_keys where ${isRow(owner)}`.execute(db);
    },
    forgetOld: async () => {
      await sql`delete from idempotency_keys where at < ${moments().oldest}`.execute(db);
    },
  };
}

/**
 * The mark that a request is being worked on may be lost with the machine: the request is lost then, too. So this one
 * statement does not wait for the disk.
 */
const NOT_FLUSHED = sql`select set_config('synchronous_commit', 'off', true)`;

async function takeRow(
  db: Kysely<Tables>,
  request: { readonly owner: KeyOwner; readonly requestHash: Uint8Array },
  { abandoned, now, oldest }: Moments,
): Promise<boolean> {
  const { key, route, userId, workspaceId } = request.owner;
  const { rows } = await sql`
    insert into idempotency_keys as held (workspace_id, user_id, route, key, request_hash, at)
    select ${workspaceId}::uuid, ${userId}::uuid, ${route}, ${key}, ${request.requestHash}::bytea, ${now}::timestamptz
    from (${NOT_FLUSHED}) as not_flushed
    on conflict (workspace_id, user_id, route, key) do update
      set request_hash = excluded.request_hash, response = null, at = excluded.at
      where held.at < ${oldest} or (held.response is null and held.at < ${abandoned})
    returning 1`.execute(db);
  return rows.length > 0;
}

async function stateOf(db: Kysely<Tables>, owner: KeyOwner, requestHash: Uint8Array): Promise<KeyState> {
  const { rows } = await sql<{ same: boolean; response: string | null }>`
    select request_hash = ${requestHash} as same, response from idempotency_keys where ${isRow(owner)}`.execute(db);
  const [row] = rows;
  // Given back between the two statements: whoever had it was refused, and may be asked again.
  if (row === undefined) return { state: 'working' };
  if (!row.same) return { state: 'other-request' };
  return row.response === null ? { state: 'working' } : { state: 'done', answer: row.response };
}

function isRow({ key, route, userId, workspaceId }: KeyOwner): RawBuilder<unknown> {
  return sql`workspace_id = ${workspaceId} and user_id = ${userId} and route = ${route} and key = ${key}`;
}
