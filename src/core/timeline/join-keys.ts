import type { Arranged } from './arrange-events.ts';
import type { DisjointSets } from './disjoint-sets.ts';

/**
 * Joins events with equal keys. A table of positions by hash, because most of a million keys stand alone: it takes 12
 * bytes a key where a map takes a hundred.
 */
export function joinKeys({ events }: Arranged, sets: DisjointSets): void {
  let count = 0;
  for (let position = 0; position < events.length; position += 1) if (events[position]!.key !== undefined) count += 1;
  const size = 2 ** Math.ceil(Math.log2(1.5 * count + 1));
  const hashes = new Int32Array(size);
  /** Positions from 1; 0 is an empty place. */
  const firsts = new Uint32Array(size);
  for (let position = 0; position < events.length; position += 1) {
    const { key } = events[position]!;
    if (key === undefined) continue;
    const hash = hashOf(key);
    let place = hash & (size - 1);
    while (firsts[place] !== 0 && (hashes[place] !== hash || events[firsts[place]! - 1]!.key !== key)) {
      place = (place + 1) & (size - 1);
    }
    if (firsts[place] === 0) {
      hashes[place] = hash;
      firsts[place] = position + 1;
    } else sets.union(firsts[place]! - 1, position);
  }
}

/** FNV-1a over UTF-16 code units, with its high bits mixed into the low ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash ^ (hash >>> 15);
}
