import type { EvidenceEvent } from '#core/evidence';

import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';

/** Fewer digits name too many commits; seven is what git abbreviates to. */
const SHORTEST = 7;
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

/** Pairs of an abbreviation and the one longest hash that it stands for. */
function abbreviations(hashes: readonly string[]): [string, string][] {
  const sorted = hashes.toSorted();
  const longest = sorted.filter((hash, index) => !sorted[index + 1]?.startsWith(hash));
  const byStart = Map.groupBy(longest, (hash) => hash.slice(0, SHORTEST));
  return sorted.flatMap((hash): [string, string][] => {
    const candidates = (byStart.get(hash.slice(0, SHORTEST)) ?? []).filter((full) => full.startsWith(hash));
    const only = candidates[0];
    return candidates.length === 1 && only !== undefined && only !== hash ? [[hash, only]] : [];
  });
}
