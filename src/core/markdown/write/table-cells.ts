import type { Span } from '../span.ts';

/** A cell of a row: without the blanks around it, and with them. */
export interface TableCell extends Span {
  readonly from: number;
  readonly to: number;
}

/** Cuts a row at its unescaped pipes. */
export function cellsIn(source: string, { start, end }: Span): TableCell[] {
  const row = source.slice(start, end);
  const open = /^\s*\|/u.exec(row)?.[0].length ?? 0;
  const cells: TableCell[] = [];
  let from = open;
  for (let at = open; at <= row.length; at += 1) {
    if (row[at] === '\\') at += 1;
    else if (at === row.length || row[at] === '|') {
      if (at < row.length || row.slice(from).trim() !== '')
        cells.push(trimmed(row, { start, from, to: Math.min(at, row.length) }));
      from = at + 1;
    }
  }
  return cells;
}

function trimmed(row: string, { start, from, to }: { start: number; from: number; to: number }): TableCell {
  const text = row.slice(from, to);
  const lead = text.length - text.trimStart().length;
  const length = text.trim().length;
  const first = length === 0 ? from : from + lead;
  return { start: start + first, end: start + first + length, from: start + from, to: start + to };
}
