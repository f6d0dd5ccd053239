import { describe, expect, it } from 'vitest';

import { sparkline } from './sparkline.ts';

describe('a sparkline', () => {
  it('has one block for each count, the lowest for zero and for nothing else', () => {
    expect(sparkline([0, 1, 100, 50, 0])).toBe('▁▂█▅▁');
  });

  it('adds up neighbours where there is not enough room', () => {
    expect(sparkline([1, 1, 0, 0, 4, 4, 2], 4)).toBe('▃▁█▃');
  });

  it('is empty for no counts, and low for zeros', () => {
    expect([sparkline([]), sparkline([0, 0])]).toEqual(['', '▁▁']);
  });
});
