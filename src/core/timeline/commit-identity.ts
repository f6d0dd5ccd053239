import type { EvidenceEvent } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';

/** Fewer than seven digits name too many commits; seven is what git abbreviates to. */
const HASH = /^(?:commit:)?([0-9a-f]{7,64})$/u;

/** Joins commits whose hashes are abbreviations of one hash; an abbreviation of two different ones joins neither. */
export function joinCommits({ events }: Arranged, sets: DisjointSets): void {
  const positions = new Map<string, number>();
  for (let position = 0; position < events.length; position += 1) {
    const hash = commitHash(events[position]!);
    if (hash === null) continue;
    const first = positions.get(hash);
    if (first === undefined) positions.set(hash, position);
    else sets.union(first, position);
  }
  for (const [short, long] of abbreviations([...positions.keys()])) {
    sets.union(positions.get(short)!, positions.get(long)!);
  }
}

/** Hash of a commit event, from its key or, where it has none, from its hints; null if it is not a commit. */
function commitHash(event: EvidenceEvent): string | null {
  if (event.key !== undefined) return event.key.startsWith('commit:') ? (HASH.exec(event.key)?.[1] ?? null) : null;
  if (event.kind !== 'commit' && event.source.format !== 'git-log') return null;
  for (const hint of event.hints ?? []) {
    const hash = HASH.exec(hint)?.[1];
    if (hash !== undefined) return hash;
  }
  return null;
}

/** Pairs of an abbreviation and the one longest hash that it stands for; sorted, all that it may stand for follow it. */
function abbreviations(hashes: readonly string[]): [string, string][] {
  const sorted = hashes.toSorted();
  const isShort = (index: number): boolean => sorted[index + 1]?.startsWith(sorted[index]!) === true;
  return sorted.flatMap((hash, index): [string, string][] => {
    const longest: string[] = [];
    for (let next = index + 1; longest.length < 2 && sorted[next]?.startsWith(hash) === true; next += 1) {
      if (!isShort(next)) longest.push(sorted[next]!);
    }
    return longest.length === 1 ? [[hash, longest[0]!]] : [];
  });
}
