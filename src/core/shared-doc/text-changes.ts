/** Replaces `remove` characters at `at` of the old text by `insert`. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Beyond this many differing lines the whole middle is replaced at once. */
const MOST_LINES = 400;

/**
 * Changes that make `next` out of `old`, last one first, so that each one's place is right when it is applied. Lines
 * that both have stay untouched, and within a changed passage so do its common beginning and end: cursors and what
 * others type there stay where they are.
 */
export function textChanges(old: string, next: string): TextChange[] {
  if (old === next) return [];
  const before = splitLines(old);
  const after = splitLines(next);
  const changes: TextChange[] = [];
  let offset = 0;
  for (const hunk of lineHunks(before, after)) {
    const kept = before.slice(hunk.skipped, hunk.from);
    offset += lengthOf(kept);
    const removed = before.slice(hunk.from, hunk.to);
    changes.push(...narrow(removed.join(''), after.slice(hunk.nextFrom, hunk.nextTo).join(''), offset));
    offset += lengthOf(removed);
  }
  return changes.toReversed();
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

interface Hunk {
  /** Where the line after the previous hunk stands. */
  readonly skipped: number;
  readonly from: number;
  readonly to: number;
  readonly nextFrom: number;
  readonly nextTo: number;
}

/** Runs of lines that differ, between lines of a longest common subsequence. */
function lineHunks(before: readonly string[], after: readonly string[]): Hunk[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const pairs = commonLines(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const hunks: Hunk[] = [];
  let [at, nextAt, skipped] = [start, start, 0];
  for (const [line, nextLine] of [...pairs, [before.length - end - start, after.length - end - start] as const]) {
    const [to, nextTo] = [start + line, start + nextLine];
    if (to > at || nextTo > nextAt) {
      hunks.push({ skipped, from: at, to, nextFrom: nextAt, nextTo });
      skipped = to;
    }
    [at, nextAt] = [to + 1, nextTo + 1];
  }
  return hunks;
}

/** Index pairs of a longest common subsequence of lines. */
function commonLines(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  if (before.length === 0 || after.length === 0 || before.length > MOST_LINES || after.length > MOST_LINES) return [];
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** One change without the common beginning and end. Both halves of a character stay together. */
function narrow(removed: string, inserted: string, offset: number): TextChange[] {
  const shorter = Math.min(removed.length, inserted.length);
  let start = 0;
  while (start < shorter && removed[start] === inserted[start]) start += 1;
  if (isSplit(removed, start) || isSplit(inserted, start)) start -= 1;
  let end = 0;
  while (end < shorter - start && removed.at(-1 - end) === inserted.at(-1 - end)) end += 1;
  if (isSplit(removed, removed.length - end) || isSplit(inserted, inserted.length - end)) end -= 1;
  const change = {
    at: offset + start,
    remove: removed.length - start - end,
    insert: inserted.slice(start, inserted.length - end),
  };
  return change.remove === 0 && change.insert === '' ? [] : [change];
}

/** True where the place lies between the two halves of one character. */
function isSplit(text: string, at: number): boolean {
  return at > 0 && /^[\uD800-\uDBFF]$/u.test(text[at - 1] ?? '') && /^[\uDC00-\uDFFF]$/u.test(text[at] ?? '');
}
