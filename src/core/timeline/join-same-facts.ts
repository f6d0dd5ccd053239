import type { Arranged } from './arrange-events.ts';
import { joinCommits } from './commit-identity.ts';
import { disjointSets, type DisjointSets } from './disjoint-sets.ts';
import { joinEchoes } from './join-echoes.ts';

/**
 * Finds events that are one fact told several times: by equal keys, by commit hashes of different length, and posts of
 * bots that repeat an alert, a deployment or a status update.
 */
export function joinSameFacts(arranged: Arranged): DisjointSets {
  const sets = disjointSets(arranged.events.length);
  joinKeys(arranged, sets);
  joinCommits(arranged, sets);
  joinEchoes(arranged, sets);
  return sets;
}

function joinKeys({ events }: Arranged, sets: DisjointSets): void {
  const firsts = new Map<string, number>();
  for (let position = 0; position < events.length; position += 1) {
    const key = events[position]!.key;
    if (key === undefined) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, position);
    else sets.union(first, position);
  }
}
