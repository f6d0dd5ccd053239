import { HOUR, plusSeconds, secondsBetween } from './instants.ts';

/** What is remembered of failed attempts. */
export interface Attempts {
  readonly failures: number;
  readonly lastAt: string;
  readonly blockedUntil: string;
}

/** How patient we are: so many failures for free, then 1, 2, 4 … seconds of waiting, up to the longest. */
export interface AttemptPolicy {
  readonly free: number;
  readonly longestSeconds: number;
}

/** For one account, from wherever; a stranger can only delay its owner, and not for long. */
export const ACCOUNT_POLICY: AttemptPolicy = { free: 5, longestSeconds: 300 };

/** For one address, whatever the account; offices share one. */
export const ADDRESS_POLICY: AttemptPolicy = { free: 20, longestSeconds: 900 };

/** After this long without an attempt, old ones count no more. */
const FORGOTTEN_AFTER = HOUR;

/** Seconds to wait before the next attempt; 0 if it may be made now. */
export function waitingTime(attempts: Attempts | undefined, now: string): number {
  if (attempts === undefined) return 0;
  return Math.max(0, Math.ceil(secondsBetween(now, attempts.blockedUntil)));
}

/** One more failure, counted before the password is checked, so that many at once are many. */
export function afterFailure(attempts: Attempts | undefined, now: string, policy: AttemptPolicy): Attempts {
  const remembered = attempts !== undefined && secondsBetween(attempts.lastAt, now) < FORGOTTEN_AFTER;
  const failures = (remembered ? attempts.failures : 0) + 1;
  const over = failures - policy.free;
  const wait = over < 0 ? 0 : Math.min(policy.longestSeconds, 2 ** Math.min(over, 30));
  return { failures, lastAt: now, blockedUntil: plusSeconds(now, wait) };
}

/** A failure that turned out to be none. */
export function afterSuccess(attempts: Attempts, now: string): Attempts {
  return { failures: Math.max(0, attempts.failures - 1), lastAt: now, blockedUntil: now };
}
