import { fitText, padText, printable, textWidth, wrapText } from './text-width.ts';

/** One column of a {@link renderTable}. */
export interface Column {
  readonly header: string;
  readonly align?: 'left' | 'right';
  /** `wrap` takes the room the others leave and breaks lines; `cut` ends in an ellipsis when there is too little. */
  readonly fit?: 'wrap' | 'cut';
  /** Never wider than this many columns. */
  readonly max?: number;
  /** Applied after fitting, so that widths count characters only. */
  readonly style?: (text: string) => string;
}

const GUTTER = 2;
const NARROWEST = 12;

/**
 * A table without rules, columns two blanks apart, that fits into `width` columns: lines without trailing blanks.
 * A table whose headers are all empty has no header line.
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  layout: { readonly width: number; readonly header?: (text: string) => string; readonly indent?: number },
): string[] {
  const indent = ' '.repeat(layout.indent ?? 0);
  const cells = rows.map((row) => columns.map((_column, index) => printable(row[index] ?? '')));
  const widths = columnWidths(columns, cells, layout.width - indent.length);
  const body = cells.flatMap((row) => renderRow(columns, row, widths));
  const header = columns.map((column, index) => padText(column.header, widths[index] ?? 0, column.align));
  const style = layout.header ?? ((text) => text);
  const head = columns.every((column) => column.header === '')
    ? []
    : [style(header.join(' '.repeat(GUTTER)).trimEnd())];
  return [...head, ...body].map((line) => (line === '' ? '' : indent + line));
}

function columnWidths(columns: readonly Column[], cells: readonly string[][], width: number): number[] {
  const widths = columns.map((column, index) => {
    const widest = Math.max(textWidth(column.header), ...cells.map((row) => textWidth(row[index] ?? '')));
    return Math.min(widest, column.max ?? widest);
  });
  const gutters = GUTTER * (columns.length - 1);
  for (const fit of ['wrap', 'cut'] as const) {
    const excess = widths.reduce((sum, each) => sum + each, gutters) - width;
    if (excess > 0) shrink(widths, columns, { fit, excess });
  }
  return widths;
}

/** Takes the excess off the columns of one fit, the widest first. */
function shrink(widths: number[], columns: readonly Column[], by: { fit: Column['fit']; excess: number }): void {
  let left = by.excess;
  while (left > 0) {
    const candidates = columns.flatMap((column, index) =>
      column.fit === by.fit && (widths[index] ?? 0) > NARROWEST ? [index] : [],
    );
    const widest = candidates.toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))[0];
    if (widest === undefined) return;
    widths[widest] = (widths[widest] ?? 0) - 1;
    left -= 1;
  }
}

function renderRow(columns: readonly Column[], row: readonly string[], widths: readonly number[]): string[] {
  const lines = columns.map((column, index) => {
    const [cell = '', width = 0] = [row[index], widths[index]];
    return column.fit === 'wrap' ? wrapText(cell, width) : [fitText(cell, width)];
  });
  const height = Math.max(1, ...lines.map((each) => each.length));
  return Array.from({ length: height }, (_line, at) =>
    columns
      .map((column, index) => {
        const padded = padText(lines[index]?.[at] ?? '', widths[index] ?? 0, column.align);
        const text = index === columns.length - 1 ? padded.trimEnd() : padded;
        return column.style && text.trim() !== '' ? column.style(text) : text;
      })
      .join(' '.repeat(GUTTER))
      .trimEnd(),
  );
}
