import type { LineIndex } from './line-index.ts';

/** A comment that takes findings of some codes away, with the reason that it gives. */
export interface Suppression {
  readonly codes: readonly string[];
  /** Undefined where the comment gives none; then it takes nothing away. */
  readonly reason: string | undefined;
  /** Line of the comment itself. */
  readonly line: number;
  /** First and last line it is about, both included. */
  readonly from: number;
  readonly to: number;
}

const COMMENT =
  /<!--\s*nevertwice-ignore(?<whole>-document)?\s+(?<codes>[^:]*?)\s*(?::\s*(?<reason>[\s\S]*?))?\s*-->/gu;

/**
 * The suppressions of a document. `<!-- nevertwice-ignore CODE: reason -->` at the end of a line is about that line; on
 * a line of its own, about the block below it, or the whole section if a heading stands there.
 * `nevertwice-ignore-document` is about the whole document. Several codes are separated by commas. Comments in code blocks are code.
 */
export function suppressionsIn(source: string, lines: LineIndex): Suppression[] {
  const fenced = fencedLines(lines);
  return [...source.matchAll(COMMENT)].flatMap((match): Suppression[] => {
    const { line, endLine } = lines.region({ start: match.index, end: match.index + match[0].length });
    if (fenced.has(line)) return [];
    const { codes = '', reason = '', whole } = match.groups ?? {};
    const alone = isAlone(lines, { line, endLine }, match[0]);
    const scope =
      whole !== undefined
        ? { from: 1, to: Number.POSITIVE_INFINITY }
        : alone
          ? scopeBelow(lines, endLine + 1)
          : { from: line, to: endLine };
    return [
      {
        codes: codes.split(/[\s,]+/u).filter((code) => code !== ''),
        reason: reason === '' ? undefined : reason,
        line,
        ...scope,
      },
    ];
  });
}

function isAlone(lines: LineIndex, { line, endLine }: { line: number; endLine: number }, comment: string): boolean {
  const text = Array.from({ length: endLine - line + 1 }, (_each, index) => lines.text(line + index)).join('\n');
  return text.trim() === comment.replaceAll(/\r\n?/gu, '\n');
}

/** The block that starts at or below a line; with a heading at its start, everything down to the next heading of its depth. */
function scopeBelow(lines: LineIndex, line: number): { from: number; to: number } {
  let from = line;
  while (from <= lines.count && lines.text(from).trim() === '') from += 1;
  const depth = headingDepth(lines.text(from));
  let to = from;
  if (depth === undefined) while (to < lines.count && lines.text(to + 1).trim() !== '') to += 1;
  else while (to < lines.count && (headingDepth(lines.text(to + 1)) ?? 7) > depth) to += 1;
  return { from, to };
}

function headingDepth(text: string): number | undefined {
  return /^ {0,3}(#{1,6})(?:[ \t]|$)/u.exec(text)?.[1]?.length;
}

/** Lines inside fenced code, fences included. */
function fencedLines(lines: LineIndex): ReadonlySet<number> {
  const found = new Set<number>();
  let fence: string | undefined;
  for (let line = 1; line <= lines.count; line += 1) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/u.exec(lines.text(line));
    if (fence !== undefined || mark !== null) found.add(line);
    if (fence === undefined) fence = mark?.[1];
    else if (mark?.[1]?.startsWith(fence) === true && mark[2]?.trim() === '') fence = undefined;
  }
  return found;
}
