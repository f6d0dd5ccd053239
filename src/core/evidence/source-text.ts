import type { Place } from '#core/errors';

import { byteCounter } from './byte-offset.ts';
import type { EventSource, EvidenceText } from './types.ts';

/** A stretch of text: offsets in UTF-16 units from 0, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One line without its line break. */
export interface TextLine extends Span {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Places of a piece of evidence: turns offsets in the decoded text into lines and raw bytes. */
export interface TextIndex {
  readonly input: EvidenceText;
  /** Line of a character, from 1. Lines end with LF or CRLF. */
  lineAt(charOffset: number): number;
  /** Offset of a character in the raw bytes, counted with the byte order mark. */
  byteOffset(charOffset: number): number;
  /** All lines in order, blank ones included. A final line break opens no further line. */
  lines(): Iterable<TextLine>;
}

/** Longest raw text that an event carries, in UTF-16 units. */
export const RAW_LIMIT = 4000;

const indexes = new WeakMap<EvidenceText, TextIndex>();

/**
 * The index of a piece of evidence. Cheap to ask for again: it is built when first used and kept as long as the
 * evidence itself.
 */
export function indexText(input: EvidenceText): TextIndex {
  const known = indexes.get(input);
  if (known !== undefined) return known;
  const index = createIndex(input);
  indexes.set(input, index);
  return index;
}

function createIndex(input: EvidenceText): TextIndex {
  let starts: readonly number[] | undefined;
  let bytes: ((charOffset: number) => number) | undefined;
  return {
    input,
    lineAt: (charOffset) => lastAtOrBefore((starts ??= lineStarts(input.text)), charOffset) + 1,
    byteOffset: (charOffset) => (bytes ??= byteCounter(input))(charOffset),
    lines: () => linesIn(input.text),
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lines of a text; see {@link TextIndex.lines}. */
export function* linesIn(text: string): Generator<TextLine> {
  let start = 0;
  for (let line = 1; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 ? text.length : feed;
    const end = feed > start && text.charCodeAt(feed - 1) === 13 ? feed - 1 : stop;
    yield { text: text.slice(start, end), start, end, line };
    start = stop + 1;
  }
}

/**
 * Where one fact stands in its evidence: line, raw byte offset and the raw text, verbatim, cut at
 * {@link RAW_LIMIT} characters with an ellipsis.
 */
export function sourceAt(index: TextIndex, format: string, span: Span): EventSource {
  return {
    evidence: index.input.evidence,
    file: index.input.file,
    format,
    line: index.lineAt(span.start),
    offset: index.byteOffset(span.start),
    raw: rawText(index.input.text, span),
  };
}

/** Place of a finding: file, line and raw byte offset of a character. */
export function placeAt(index: TextIndex, charOffset: number): Place {
  return { file: index.input.file, line: index.lineAt(charOffset), offset: index.byteOffset(charOffset) };
}

function rawText(text: string, { start, end }: Span): string {
  if (end - start <= RAW_LIMIT) return text.slice(start, end);
  const last = text.charCodeAt(start + RAW_LIMIT - 2);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(start, start + RAW_LIMIT - (splitsPair ? 2 : 1))}…`;
}
