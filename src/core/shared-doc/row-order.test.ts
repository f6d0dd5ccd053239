import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isOrderKey, orderBetween, ordersBetween } from './row-order.ts';

describe('order keys', () => {
  it('count at the ends', () => {
    expect(orderBetween(undefined, undefined)).toBe('i000');
    expect(orderBetween('i000', undefined)).toBe('i001');
    expect(orderBetween(undefined, 'i000')).toBe('hzzz');
    expect(orderBetween('zzzz', undefined)).toBe('zzzzi');
    expect(orderBetween(undefined, '0000i')).toBe('00009');
  });

  it('divide between neighbours', () => {
    expect(orderBetween('i000', 'i001')).toBe('i000i');
    expect(orderBetween('i000', 'i00a')).toBe('i005');
    expect(orderBetween('i000i', 'i000j')).toBe('i000ii');
    expect(orderBetween('i000', 'i0001')).toBe('i0000i');
  });

  it('always find a place between two keys, however often rows are put in between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 300 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = place % (keys.length + 1);
          keys.splice(at, 0, orderBetween(keys[at - 1], keys[at]));
        }
        expect(keys).toEqual(keys.toSorted((left, right) => (left < right ? -1 : 1)));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => !isOrderKey(key))).toEqual([]);
      }),
    );
  });

  it('come in rising runs', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.boolean(), fc.boolean(), (count, hasLow, hasHigh) => {
        const [low, high] = [hasLow ? 'i003' : undefined, hasHigh ? 'i004' : undefined];
        const keys = ordersBetween(low, high, count);
        expect(keys).toHaveLength(count);
        const all = [...(low === undefined ? [] : [low]), ...keys, ...(high === undefined ? [] : [high])];
        expect(all.every((key, index) => index === 0 || (all[index - 1] ?? '') < key)).toBe(true);
      }),
    );
  });

  it('stay short in a long list', () => {
    expect(Math.max(...ordersBetween('i000', 'i001', 2000).map((key) => key.length))).toBeLessThan(12);
    expect(ordersBetween(undefined, undefined, 2000).at(-1)).toHaveLength(4);
  });

  it('are no other texts', () => {
    expect(['', 'i', 'i0000', 'I000', 'i000!', 'i000'.padEnd(400, '1'), 7, null].filter(isOrderKey)).toEqual([]);
  });
});
