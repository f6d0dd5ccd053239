import { describe, expect, it } from 'vitest';

import { ACCOUNT_POLICY, afterFailure, afterSuccess, type Attempts, waitingTime } from './attempt-limit.ts';
import { plusSeconds } from './instants.ts';

const START = '2026-03-04T10:00:00.000Z';

/** Waits after each of so many failures in a row, each made as soon as it may be. */
function waits(count: number): number[] {
  let now = START;
  let attempts: Attempts | undefined;
  return Array.from({ length: count }, () => {
    attempts = afterFailure(attempts, now, ACCOUNT_POLICY);
    const wait = waitingTime(attempts, now);
    now = plusSeconds(now, wait);
    return wait;
  });
}

describe('attempts', () => {
  it('are free at first, then each doubles the wait, up to the longest', () => {
    expect(waits(16)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('never wait longer, however many there were', () => {
    const many = { failures: 100_000, lastAt: START, blockedUntil: START };
    expect(waitingTime(afterFailure(many, START, ACCOUNT_POLICY), START)).toBe(300);
  });

  it('are forgotten after an hour without one', () => {
    const many = { failures: 50, lastAt: START, blockedUntil: START };
    expect(afterFailure(many, plusSeconds(START, 3599), ACCOUNT_POLICY).failures).toBe(51);
    expect(afterFailure(many, plusSeconds(START, 3600), ACCOUNT_POLICY).failures).toBe(1);
  });

  it('that succeed were none', () => {
    const failed = afterFailure({ failures: 7, lastAt: START, blockedUntil: START }, START, ACCOUNT_POLICY);
    expect(afterSuccess(failed, START)).toEqual({ failures: 7, lastAt: START, blockedUntil: START });
    expect(afterSuccess({ ...failed, failures: 0 }, START).failures).toBe(0);
  });

  it('of somebody unknown wait for nothing', () => {
    expect(waitingTime(undefined, START)).toBe(0);
  });
});
