import { isTree, sameContent, type Tree } from './record-tree.ts';

/** A row that can be matched: its id where it has one, and what it says. */
export interface MatchableRow {
  readonly id: string | undefined;
  readonly cells: Readonly<Tree>;
}

/** How far rows are searched for one that says nearly the same. */
const NEARBY = 40;

/**
 * For each wanted row the index of the known row that it is, or undefined for a new one. A row is known by its id; one
 * without an id by its content, then by what it has in common with rows near its place.
 */
export function matchRows(known: readonly MatchableRow[], wanted: readonly MatchableRow[]): (number | undefined)[] {
  const free = new Set(known.keys());
  const matches: (number | undefined)[] = wanted.map(() => undefined);
  const take = (index: number, found: number | undefined): void => {
    if (found === undefined || !free.delete(found)) return;
    matches[index] = found;
  };
  const byId = new Map(known.map(({ id }, index) => [id, index]));
  wanted.forEach(({ id }, index) => {
    if (id !== undefined) take(index, byId.get(id));
  });
  const unnamed = [...wanted.keys()].filter((index) => wanted[index]?.id === undefined);
  const byContent = Map.groupBy(free, (index) => contentKey(known[index]));
  const next = new Map<string, number>();
  for (const index of unnamed) {
    const key = contentKey(wanted[index]);
    const place = next.get(key) ?? 0;
    next.set(key, place + 1);
    take(index, byContent.get(key)?.[place]);
  }
  for (const index of unnamed) if (matches[index] === undefined) take(index, findAlike(known, wanted[index], free));
  return matches;
}

function contentKey(row: MatchableRow | undefined): string {
  if (row === undefined) return '';
  const entries = Object.entries(row.cells).filter(([key]) => key !== 'parent');
  return JSON.stringify(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function findAlike(
  known: readonly MatchableRow[],
  wanted: MatchableRow | undefined,
  free: ReadonlySet<number>,
): number | undefined {
  let seen = 0;
  for (const index of free) {
    seen += 1;
    if (seen > NEARBY || wanted === undefined) return undefined;
    if (isAlike(known[index]?.cells ?? {}, wanted.cells)) return index;
  }
  return undefined;
}

/** True for rows of which one is likely an edit of the other: the same time or name, or mostly the same text. */
function isAlike(left: Readonly<Tree>, right: Readonly<Tree>): boolean {
  return Object.entries(left).some(([key, value]) => {
    const other = right[key];
    if (key === 'parent' || value === null || other === undefined) return false;
    if (key === 'id' || key === 'section' || key === 'role') return value === other;
    if (isTree(value)) return sameContent(value['written'], isTree(other) ? other['written'] : undefined);
    return LONG_TEXTS.has(key) && typeof value === 'string' && typeof other === 'string' && shareMost(value, other);
  });
}

const LONG_TEXTS: ReadonlySet<string> = new Set(['text', 'question', 'answer', 'action', 'markdown', 'metric']);

function shareMost(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return 2 * (start + end) >= Math.max(left.length, right.length);
}
