import type { Span } from '../source-text.ts';

/** One cell, unquoted, with the place it stands at (quotation marks included). */
interface Cell extends Span {
  readonly text: string;
}

/** One record; it can run over several lines where a quoted cell has line breaks. */
export interface TableRow extends Span {
  readonly cells: readonly Cell[];
  /** True where a quotation mark opens and never closes; then it counts as text. */
  readonly unclosed: boolean;
}

/** A quoted cell longer than this was never closed: reading on would swallow the table. */
const LONGEST_CELL = 100_000;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Records of a text in the manner of RFC 4180: quoted cells, doubled quotation marks, LF or CRLF. Blank lines are left out. */
export function* scanTable(text: string, delimiter: string): Generator<TableRow> {
  for (let at = 0; at < text.length;) {
    const row = scanRow(text, at, delimiter);
    if (row.cells.length > 1 || row.cells[0]?.text.trim() !== '') yield row;
    at = afterBreak(text, row.end);
  }
}

function scanRow(text: string, start: number, delimiter: string): TableRow {
  const cells: Cell[] = [];
  let unclosed = false;
  let at = start;
  for (;;) {
    const quoted = text.charCodeAt(at) === QUOTE ? closingQuote(text, at) : undefined;
    if (quoted === -1) unclosed = true;
    const end = endOfCell(text, quoted === undefined || quoted === -1 ? at : quoted + 1, delimiter);
    cells.push({ text: cellText(text.slice(at, end), quoted), start: at, end });
    if (text[end] !== delimiter) return { start, end, cells, unclosed };
    at = end + 1;
  }
}

/** Position of the quotation mark that closes the one at `open`; -1 if there is none in reach. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at === -1 || at - open > LONGEST_CELL ? -1 : at;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) === LF) || text[at] === delimiter) break;
  }
  return at;
}

function cellText(raw: string, quoted: number | undefined): string {
  if (quoted === undefined || quoted === -1) return raw;
  const close = raw.lastIndexOf('"');
  return `${raw.slice(1, close).replaceAll('""', '"')}${raw.slice(close + 1)}`;
}

function afterBreak(text: string, end: number): number {
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}
