import type { Chunk } from '../document-tree.ts';
import { classifyHeading } from './classify-heading.ts';

/** Longer lines, and lines of more words, are text. */
const LONGEST_TITLE = 60;
const MOST_WORDS = 6;

/**
 * Cuts paragraphs at lines that name a section, as people write them who use no headings: `Timeline:` or `2. Timeline`
 * above the text. Where the document has headings, only the first line of a paragraph may be such a line, with a colon.
 */
export function withTitles(chunks: readonly Chunk[], source: string): Chunk[] {
  const headed = chunks.filter(({ kind, text = '' }) => kind === 'heading' && classifyHeading(text) !== undefined);
  const plain = headed.length < 2;
  return chunks.flatMap((chunk) => (chunk.kind === 'paragraph' ? cut(chunk, source, plain) : [chunk]));
}

function cut(chunk: Chunk, source: string, plain: boolean): Chunk[] {
  const lines = source.slice(chunk.start, chunk.end).split('\n');
  if (lines.length < 2 && !plain) return [chunk];
  const pieces: Chunk[] = [];
  let [at, from] = [chunk.start, chunk.start];
  const close = (end: number): void => {
    const text = source.slice(from, end).trimEnd();
    if (text.trim() !== '') pieces.push({ kind: 'paragraph', start: from, end: from + text.length });
  };
  lines.forEach((line, index) => {
    const title = plain || index === 0 ? titleOf(line, plain) : undefined;
    if (title !== undefined) {
      close(at);
      const end = at + line.trimEnd().length;
      pieces.push({ kind: 'label', start: at, end, label: { text: title, valueStart: end } });
      from = at + line.length + 1;
    }
    at += line.length + 1;
  });
  close(chunk.end);
  return pieces;
}

/** The title at the start of a text that goes on below it, and how long it is. */
export function titleLine(text: string): { text: string; length: number } | null {
  const line = text.split('\n', 1)[0] ?? '';
  const title = line.length === text.length ? undefined : titleOf(line, true);
  return title === undefined ? null : { text: title, length: line.length };
}

function titleOf(line: string, bare: boolean): string | undefined {
  const match = /^\s*(?:\d{1,2}[.)]\s+|[-=~]{2,}\s*)?(\p{Lu}[^.!?;|*_`]{2,}?)(?:\s*[-=~]{2,})?(\s*:)?\s*$/u.exec(
    line.length > LONGEST_TITLE ? '' : line,
  );
  const title = match?.[1];
  if (title === undefined || (match?.[2] === undefined && !bare) || title.split(/\s+/u).length > MOST_WORDS)
    return undefined;
  const kind = classifyHeading(title);
  return kind === undefined || kind === 'metadata' || kind === 'people' ? undefined : title;
}
