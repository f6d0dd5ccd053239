import { describe, expect, it } from 'vitest';

import { rowsInSight } from './rows-in-sight.ts';

const list = { top: 200, height: 44, count: 1000, windowHeight: 800 };

describe('rowsInSight', () => {
  it('starts with what fits below the head, and some more', () => {
    expect(rowsInSight(list)).toEqual({ first: 0, last: 30 });
  });

  it('follows the scrolling in steps, with rows ready on both sides', () => {
    expect(rowsInSight({ ...list, top: -44 * 500 })).toEqual({ first: 490, last: 530 });
    expect(rowsInSight({ ...list, top: -44 * 503 })).toEqual({ first: 490, last: 540 });
  });

  it('always covers the window, wherever one has scrolled to', () => {
    for (let top = 400; top > -44 * 1000; top -= 37) {
      const { first, last } = rowsInSight({ ...list, top });
      expect(top + first * 44).toBeLessThanOrEqual(Math.max(0, top));
      expect(top + last * 44).toBeGreaterThanOrEqual(Math.min(800, top + 44_000));
    }
  });

  it('never goes over the end', () => {
    expect(rowsInSight({ ...list, count: 3 })).toEqual({ first: 0, last: 3 });
    expect(rowsInSight({ ...list, count: 0 })).toEqual({ first: 0, last: 0 });
    expect(rowsInSight({ ...list, count: 20, top: -44 * 500 })).toEqual({ first: 20, last: 20 });
  });
});
