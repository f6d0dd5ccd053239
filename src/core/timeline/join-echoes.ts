import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';

/** Joins posts of bots with the fact that they repeat. */
export function joinEchoes(_arranged: Arranged, _sets: DisjointSets): void {}
