import { setImmediate as tick } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { takeTurns } from './take-turns.ts';

describe('taking turns', () => {
  it('lets so many run at once, the rest in order, and goes on after a failure', async () => {
    const inTurn = takeTurns(2);
    const order: number[] = [];
    let [running, most] = [0, 0];
    const work = (index: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      order.push(index);
      await tick();
      running -= 1;
      if (index % 3 === 0) throw new Error(`no ${index}`);
      return index;
    };
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, index) => inTurn(work(index))));
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.map(({ status }) => status)).toEqual(
      Array.from({ length: 9 }, (_, index) => (index % 3 === 0 ? 'rejected' : 'fulfilled')),
    );
    await expect(inTurn(async () => 'free again')).resolves.toBe('free again');
  });
});
