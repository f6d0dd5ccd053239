import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { placeRows } from './place-rows.ts';

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 20 });

function stored(order: readonly string[], before: readonly { row_id: string; position: number }[] = []) {
  const positions = placeRows(before, order);
  return order.map((row_id, index) => ({ row_id, position: positions[index] ?? 0 }));
}

describe('places of rows', () => {
  it('rise, whatever order follows on whatever order', () => {
    fc.assert(
      fc.property(ids, ids, ids, (first, second, third) => {
        const placed = stored(third, stored(second, stored(first)));
        for (let index = 1; index < placed.length; index += 1) {
          expect(placed[index]?.position).toBeGreaterThan(placed[index - 1]?.position ?? Infinity);
        }
      }),
    );
  });

  it('stay for all rows but the one that moves', () => {
    const before = stored(['a', 'b', 'c', 'd', 'e']);
    const after = stored(['a', 'd', 'b', 'c', 'e'], before);
    const known = new Map(before.map((row) => [row.row_id, row.position]));
    expect(after.filter((row) => known.get(row.row_id) !== row.position).map((row) => row.row_id)).toEqual(['d']);
  });

  it('stay for all rows when one comes or goes', () => {
    const before = stored(['a', 'b', 'c']);
    const known = new Map(before.map((row) => [row.row_id, row.position]));
    for (const order of [
      ['x', 'a', 'b', 'c'],
      ['a', 'x', 'b', 'c'],
      ['a', 'b', 'c', 'x'],
      ['a', 'c'],
    ]) {
      const moved = stored(order, before).filter((row) => known.get(row.row_id) !== row.position);
      expect(moved.map((row) => row.row_id)).toEqual(order.includes('x') ? ['x'] : []);
    }
  });

  it('find room between two rows again and again', () => {
    let rows = stored(['a', 'z']);
    for (let turn = 0; turn < 200; turn += 1) {
      rows = stored(['a', `n${turn}`, ...rows.slice(1).map((row) => row.row_id)], rows);
    }
    expect(new Set(rows.map((row) => row.position)).size).toBe(202);
  });
});
