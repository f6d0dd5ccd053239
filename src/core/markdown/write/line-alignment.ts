/** For each line of one text the line of another one that it is, -1 for none; in order, as many as possible. */
export function alignLines(one: readonly string[], other: readonly string[]): number[] {
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const at = a * width + b;
      lengths[at] =
        one[a] === other[b]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  const matches = one.map(() => -1);
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const at = a * width + b;
    if (one[a] === other[b]) matches[a++] = b++;
    else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) a += 1;
    else b += 1;
  }
  return matches;
}

/** Lines that one text has instead of some of another one. */
export interface Hunk {
  /** First line of what goes, and how many lines that are. */
  readonly start: number;
  readonly gone: number;
  readonly come: readonly string[];
}

/** Where two texts differ, in order. */
export function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  const matches = [...alignLines(before, after), after.length];
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  matches.forEach((match, index) => {
    if (match === -1) return;
    if (index > start || match > from) hunks.push({ start, gone: index - start, come: after.slice(from, match) });
    [start, from] = [index + 1, match + 1];
  });
  return hunks;
}
