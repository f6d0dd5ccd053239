import type { Span } from '../span.ts';

/** Where the line of an offset starts. */
export function lineStart(source: string, at: number): number {
  return source.lastIndexOf('\n', at - 1) + 1;
}

/** Where the line of an offset ends, line end included. */
export function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end + 1;
}

/** The whole lines that a span touches, line end included. */
export function wholeLines(source: string, { start, end }: Span): Span {
  return { start: lineStart(source, start), end: lineEnd(source, Math.max(start, end - 1)) };
}

/** Where the blank lines behind an offset at the start of a line end. */
export function behindBlank(source: string, at: number): number {
  const blank = /(?:[ \t]*\r?\n)*/uy;
  blank.lastIndex = at;
  return at + (blank.exec(source)?.[0].length ?? 0);
}

/** Where the blank lines before an offset at the start of a line begin. */
export function beforeBlank(source: string, at: number): number {
  let start = at;
  while (start > 0) {
    const above = lineStart(source, start - 1);
    if (source.slice(above, start).trim() !== '') break;
    start = above;
  }
  return start;
}
