/** The one stretch in which two texts differ. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single change that makes `before` into `after`; undefined where they are the same. */
export function textDiff(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // Half of a character that takes two code units is no character.
  if (isHigh(before[start - 1]) && start > 0) start -= 1;
  if (end > 0 && isLow(before[before.length - end])) end -= 1;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Where a place of the text is after the change of somebody else. */
export function movedPlace(place: number, { at, insert, remove }: TextChange): number {
  if (place <= at) return place;
  return Math.max(at, place - remove) + insert.length;
}

function isHigh(unit: string | undefined): boolean {
  return unit !== undefined && /[\uD800-\uDBFF]/u.test(unit);
}

function isLow(unit: string | undefined): boolean {
  return unit !== undefined && /[\uDC00-\uDFFF]/u.test(unit);
}
