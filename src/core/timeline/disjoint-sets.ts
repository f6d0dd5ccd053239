/** Sets of positions that grow together; the smallest position stands for its set, so the result has no order of joining. */
export interface DisjointSets {
  /** The smallest position of the set that `position` is in. */
  find(position: number): number;
  union(a: number, b: number): void;
}

/** Every position from 0 to `size` - 1 in a set of its own. */
export function disjointSets(size: number): DisjointSets {
  const parents = new Uint32Array(size);
  for (let index = 0; index < size; index += 1) parents[index] = index;
  const find = (position: number): number => {
    let at = position;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  const union = (a: number, b: number): void => {
    const [rootA, rootB] = [find(a), find(b)];
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  };
  return { find, union };
}
