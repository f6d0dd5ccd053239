import type { Span } from './span.ts';

/** A part of a text: a table with the spans of its rows (header first, without the delimiter row), or no rows. */
export interface TextPart extends Span {
  readonly rows: readonly Span[];
}

const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;
const INDENTED = /^(?: {4}|\t)/u;

/**
 * Finds the tables in a run of lines that a Markdown parser without tables takes for a paragraph. A table starts with a
 * line whose next line is a delimiter row of as many cells (GFM 0.29, section 4.10), and goes on to the end of the run.
 */
export function splitTables(source: string, span: Span): TextPart[] {
  const lines = linesIn(source, span);
  const start = lines.findIndex((line, index) => startsTable(source, line, lines[index + 1]));
  if (start === -1) return [{ ...span, rows: [] }];
  const head = lines[start];
  const behind = lines.findIndex(
    (line, index) => index > start + 1 && INDENTED.test(source.slice(line.start, line.end)),
  );
  const body = lines.slice(start + 2, behind === -1 ? undefined : behind);
  const last = body.at(-1) ?? lines[start + 1];
  const before = lines[start - 1];
  const rest = behind === -1 ? undefined : lines[behind];
  if (head === undefined || last === undefined) return [{ ...span, rows: [] }];
  return [
    ...(before === undefined ? [] : [{ start: span.start, end: before.end, rows: [] }]),
    { start: head.start, end: last.end, rows: [head, ...body] },
    ...(rest === undefined ? [] : splitTables(source, { start: rest.start, end: span.end })),
  ];
}

function startsTable(source: string, line: Span, next: Span | undefined): boolean {
  if (next === undefined) return false;
  const [head, delimiter] = [source.slice(line.start, line.end), source.slice(next.start, next.end)];
  return /[|:]/u.test(delimiter) && DELIMITER_ROW.test(delimiter) && cellCount(head) === cellCount(delimiter);
}

/** How many cells a row has: pipes at its ends do not count, escaped ones neither. */
function cellCount(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/u, '')
    .replace(/(?<!\\)\|$/u, '');
  return inner.replaceAll(/\\[\\|]/gu, '').split('|').length;
}

function linesIn(source: string, span: Span): Span[] {
  const lines: Span[] = [];
  const ends = /\r\n?|\n/gu;
  ends.lastIndex = span.start;
  let start = span.start;
  for (let match = ends.exec(source); match !== null && match.index < span.end; match = ends.exec(source)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: span.end });
  return lines;
}
