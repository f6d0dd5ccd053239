import { refuse } from '#core/errors';

/** A bucket that fills by `perSecond` up to `burst`; every request takes one. */
export interface RateLimit {
  readonly perSecond: number;
  readonly burst: number;
}

/** Takes one from the bucket of that key; refuses with the time to wait where it is empty. */
export type TakeToken = (key: string, limit: RateLimit) => void;

interface Bucket {
  level: number;
  at: number;
}

/** Buckets are forgotten when they are full again, and looked through when there are this many. */
const MOST_BUCKETS = 10_000;

/** Makes buckets; `clock` tells milliseconds. */
export function createRateLimiter(clock: () => number): TakeToken {
  const buckets = new Map<string, Bucket>();
  return (key, limit) => {
    const now = clock();
    const known = buckets.get(key);
    const level = known === undefined ? limit.burst : filled(known, limit, now);
    if (level < 1) {
      refuse('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil((1 - level) / limit.perSecond)) });
    }
    if (known === undefined) {
      if (buckets.size >= MOST_BUCKETS) forgetFull(buckets, limit, now);
      buckets.set(key, { level: level - 1, at: now });
      return;
    }
    known.level = level - 1;
    known.at = now;
  };
}

function filled(bucket: Bucket, limit: RateLimit, now: number): number {
  return Math.min(limit.burst, bucket.level + ((now - bucket.at) / 1000) * limit.perSecond);
}

/** Where nobody's bucket is full again, the oldest half goes: memory is bounded whatever arrives. */
function forgetFull(buckets: Map<string, Bucket>, limit: RateLimit, now: number): void {
  for (const [key, bucket] of buckets) if (filled(bucket, limit, now) >= limit.burst) buckets.delete(key);
  if (buckets.size < MOST_BUCKETS) return;
  for (const key of [...buckets.keys()].slice(0, MOST_BUCKETS / 2)) buckets.delete(key);
}
