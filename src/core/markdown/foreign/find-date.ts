import { findTime } from '#core/time';

/** A date inside a text, with its place. */
export interface FoundDate {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const CANDIDATE =
  /(?<![\p{L}\p{N}./:-])(?=\d{1,4}[-/. ]|\d{8}\b|\d{1,2}(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-zéä]*\.?\s?\d?)/giu;

/** Candidates looked at; dates of incidents stand near the start. */
const MOST_CANDIDATES = 60;

/** The first date with a year in a text; `null` if it has none. */
export function findDate(text: string): FoundDate | null {
  let looked = 0;
  for (const match of text.slice(0, 8_000).matchAll(CANDIDATE)) {
    if ((looked += 1) > MOST_CANDIDATES) return null;
    const found = findTime(text.slice(match.index, match.index + 120));
    if (found === null || found.time.instant === null || found.start > 2) continue;
    const start = match.index + found.start;
    return {
      written: text
        .slice(start, match.index + found.end)
        .replaceAll(/\s+/gu, ' ')
        .trim(),
      start,
      end: match.index + found.end,
    };
  }
  return null;
}

/** The date in a file name, as `2019-03-26`: with or without separators, year first or last. */
export function dateOfFile(file: string | undefined): string | undefined {
  const name = (file ?? '').split(/[\\/]/u).at(-1) ?? '';
  const first = /(?<!\d)((?:19|20)\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?!\d)/u.exec(name);
  if (first) return `${first[1] ?? ''}-${first[2] ?? ''}-${first[3] ?? ''}`;
  const last = /(?<!\d)(\d\d)[-_. ]?(\d\d)[-_. ]?((?:19|20)\d\d)(?!\d)/u.exec(name);
  if (last === null) return undefined;
  const [one, two] = [Number(last[1]), Number(last[2])];
  // Only where a number above twelve tells day from month.
  if (one > 12 === two > 12 || one > 31 || two > 31 || one * two === 0) return undefined;
  const [month, day] = one > 12 ? [two, one] : [one, two];
  return `${last[3] ?? ''}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
