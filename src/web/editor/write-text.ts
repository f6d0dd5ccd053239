import type * as Y from 'yjs';

/** Makes a shared text say `next`, leaving its common beginning and end alone, so that cursors there stay. */
export function writeText(text: Y.Text, next: string): void {
  const old = text.toJSON();
  if (old === next) return;
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, next.length) - start && old.at(-1 - end) === next.at(-1 - end)) end += 1;
  // Both halves of a character stay together.
  if (start > 0 && isHighHalf(old[start - 1])) start -= 1;
  if (end > 0 && isLowHalf(old.at(-end))) end -= 1;
  text.delete(start, old.length - start - end);
  text.insert(start, next.slice(start, next.length - end));
}

function isHighHalf(unit: string | undefined): boolean {
  return unit !== undefined && /^[\uD800-\uDBFF]$/u.test(unit);
}

function isLowHalf(unit: string | undefined): boolean {
  return unit !== undefined && /^[\uDC00-\uDFFF]$/u.test(unit);
}
