import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { epochOrder } from './epoch-order.ts';

/** What the order must be, by definition. */
function compared(epochs: Float64Array): number[] {
  return Array.from(epochs, (_, index) => index).toSorted((a, b) => epochs[a]! - epochs[b]! || a - b);
}

describe('epochOrder', () => {
  it('is ascending, and keeps the given order of equal instants', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const epochs = Float64Array.from(values);
        expect([...epochOrder(epochs)]).toEqual(compared(epochs));
      }),
    );
  });

  it.each([1, 7, 65_537, 86_400_000, 62_135_596_800_000])('holds for many instants, %d ms and less apart', (span) => {
    const epochs = Float64Array.from({ length: 20_000 }, (_, index) => ((index * 7_919) % 20_011) * span - 1e12);
    expect([...epochOrder(epochs)]).toEqual(compared(epochs));
  });
});
