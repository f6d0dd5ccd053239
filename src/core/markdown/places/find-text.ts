import type { Span } from '../span.ts';
import { alignText } from './align-text.ts';

/** Occurrences that are looked at before a text counts as not to be found. */
const MOST_CANDIDATES = 400;

/** Every place of a value inside a part of the source, first one first; whole words before parts of words. */
export function findText(source: string, value: string, within: Span): Span[] {
  const head = /^[\p{L}\p{N}]+/u.exec(value)?.[0] ?? value[0] ?? '';
  if (head === '') return [];
  const whole: Span[] = [];
  const parts: Span[] = [];
  let looked = 0;
  for (let at = source.indexOf(head, within.start); at !== -1 && at < within.end; at = source.indexOf(head, at + 1)) {
    if ((looked += 1) > MOST_CANDIDATES) break;
    const end = alignText(source, at, value)?.at(-1);
    if (end === undefined || end > within.end) continue;
    (isWhole(source, { start: at, end }) ? whole : parts).push({ start: at, end });
  }
  return [...whole, ...parts];
}

const WORD = /[\p{L}\p{N}]/u;

function isWhole(source: string, { start, end }: Span): boolean {
  const cuts = (at: number): boolean => WORD.test(source[at - 1] ?? '') && WORD.test(source[at] ?? '');
  return !cuts(start) && !cuts(end);
}
