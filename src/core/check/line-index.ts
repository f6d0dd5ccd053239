/** A stretch of a document in lines and columns, both from 1, columns in UTF-16 units; the end is exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns offsets into lines and columns. */
export interface LineIndex {
  /** How many lines there are; a final line break opens none. */
  readonly count: number;
  /** Text of a line without its line break; empty beyond the end. */
  text(line: number): string;
  /** The region of a span of UTF-16 offsets, end exclusive. */
  region(span: { readonly start: number; readonly end: number }): Region;
}

/** The lines of a document, which end with LF, CRLF or CR. */
export function indexLines(source: string): LineIndex {
  const starts = [0];
  for (const { 0: end, index } of source.matchAll(/\r\n|\r|\n/gu)) starts.push(index + end.length);
  if (starts.length > 1 && starts.at(-1) === source.length) starts.pop();
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const point = (offset: number): { line: number; column: number } => {
    const line = lineAt(offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return {
    count: starts.length,
    text: (line) =>
      source.slice(starts[line - 1] ?? source.length, starts[line] ?? source.length).replace(/[\r\n]+$/u, ''),
    region({ start, end }) {
      const from = point(start);
      const to = point(Math.max(start, end));
      return { ...from, endLine: to.line, endColumn: to.column };
    },
  };
}
