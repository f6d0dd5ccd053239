import { createHash } from 'node:crypto';

import type { RouteId } from '#contract/client';
import { refuse } from '#core/errors';
import type { Actor } from '#core/workflow';

import type { JsonAnswer } from './answer-response.ts';
import { openAnswer, sealAnswer } from './sealed-answer.ts';

/** Whose key it is, as it is kept: by a hash, so that the table opens nothing. */
interface KeyOwner {
  readonly workspaceId: string;
  readonly userId: string;
  readonly route: RouteId;
  /** SHA-256 of the key. */
  readonly key: string;
}

/** What became of a key before. */
type KeyState =
  { readonly state: 'new' | 'working' | 'other-request' } | { readonly state: 'done'; readonly answer: string };

/** Where keys are kept, for 24 hours. */
export interface IdempotencyKeys {
  /** Takes the key for this request, or tells what it was taken for. */
  take(owner: KeyOwner, requestHash: Uint8Array): Promise<KeyState>;
  finish(owner: KeyOwner, answer: string): Promise<void>;
  /** Gives the key back after a refusal: nothing was created. */
  release(owner: KeyOwner): Promise<void>;
}

/** One create with a key. */
interface KeyedRequest {
  readonly actor: Actor;
  readonly key: string;
  readonly id: RouteId;
  readonly request: { readonly path: unknown; readonly query: unknown; readonly body: unknown };
}

/** Runs a create once for its key: who repeats it gets the first answer again. */
export type Idempotency = (call: KeyedRequest, run: () => Promise<JsonAnswer>) => Promise<JsonAnswer>;

/** Makes {@link Idempotency} over the place where keys are kept. */
export function createIdempotency(keys: IdempotencyKeys): Idempotency {
  return async (call, run) => {
    const { actor, id, key } = call;
    if (!/^[\x21-\x7e]{1,200}$/u.test(key)) refuse('idempotency-key-invalid', { key: key.slice(0, 200) });
    const owner = {
      workspaceId: actor.workspaceId,
      userId: actor.userId ?? '',
      route: id,
      key: sha256(key).toString('hex'),
    };
    const known = await keys.take(owner, hashOf(call));
    if (known.state === 'working') refuse('idempotency-in-progress', { key });
    if (known.state === 'other-request') refuse('idempotency-key-reused', { key });
    if (known.state === 'done') return replayed(key, known.answer);
    return runOnce(keys, { owner, key }, run);
  };
}

async function runOnce(
  keys: IdempotencyKeys,
  held: { readonly owner: KeyOwner; readonly key: string },
  run: () => Promise<JsonAnswer>,
): Promise<JsonAnswer> {
  let answer: JsonAnswer;
  try {
    answer = await run();
  } catch (error) {
    await keys.release(held.owner);
    throw error;
  }
  await keys.finish(held.owner, sealAnswer(held.key, JSON.stringify(answer)));
  return answer;
}

function replayed(key: string, sealed: string): JsonAnswer {
  const answer = JSON.parse(openAnswer(key, sealed)) as JsonAnswer;
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}

function hashOf({ id, request }: KeyedRequest): Uint8Array {
  const { body, path, query } = request;
  return sha256(JSON.stringify([id, path, query ?? null, body ?? null]));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
