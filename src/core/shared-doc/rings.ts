/**
 * Rings in a map from each id to the one it hangs under: for each ring its smallest id, in order. Every id is looked at
 * once. An id that is not in the map ends the way.
 */
export function ringsIn(parentOf: ReadonlyMap<string, string | null | undefined>): string[] {
  const wayOf = new Map<string, string>();
  const found: string[] = [];
  for (const start of parentOf.keys()) {
    let at: string | null | undefined = start;
    while (typeof at === 'string' && parentOf.has(at) && !wayOf.has(at)) {
      wayOf.set(at, start);
      at = parentOf.get(at);
    }
    // A way that ends where it passed itself ends in a ring.
    if (typeof at === 'string' && wayOf.get(at) === start) found.push(membersOf(parentOf, at).toSorted()[0] ?? at);
  }
  return found.toSorted();
}

/** All ids of the ring that an id is part of. */
export function membersOf(parentOf: ReadonlyMap<string, string | null | undefined>, id: string): string[] {
  const members = [id];
  for (let at = parentOf.get(id); typeof at === 'string' && at !== id; at = parentOf.get(at)) members.push(at);
  return members;
}
