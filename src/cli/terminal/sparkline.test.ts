import { describe, expect, it } from 'vitest';

import { sparkline } from './sparkline.ts';

describe('a sparkline', () => {
  it.each([
    [[1, 2, 4, 8], 10, '▁▂▄█'],
    [[0, 5, 0, 5], 10, ' █ █'],
    [[1, 1, 1, 8, 1, 1], 3, '▁█▁'],
    [[], 10, ''],
    [[0, 0], 10, '  '],
  ])('of %j in %i columns is “%s”', (counts, width, line) => {
    expect(sparkline(counts, width)).toBe(line);
  });
});
