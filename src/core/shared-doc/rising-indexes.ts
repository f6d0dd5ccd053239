/**
 * Indexes of a longest run (with gaps) in which the values rise: what can stay where it is when a list gets a new order.
 * Undefined values are never part of it.
 */
export function risingIndexes(values: readonly (number | undefined)[]): Set<number> {
  const before: (number | undefined)[] = [];
  const tails: number[] = [];
  values.forEach((value, index) => {
    if (value === undefined) return;
    const at = firstNotBelow(tails, values, value);
    before[index] = tails[at - 1];
    tails[at] = index;
  });
  const rising = new Set<number>();
  for (let index = tails.at(-1); index !== undefined; index = before[index]) rising.add(index);
  return rising;
}

function firstNotBelow(tails: readonly number[], values: readonly (number | undefined)[], value: number): number {
  let [low, high] = [0, tails.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
