import type { Arranged } from './arrange-events.ts';
import { joinCommits } from './commit-identity.ts';
import { disjointSets, type DisjointSets } from './disjoint-sets.ts';
import { joinEchoes } from './join-echoes.ts';
import { joinKeys } from './join-keys.ts';

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
