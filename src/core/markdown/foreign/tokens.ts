/** Marks of Markdown at the start of a line: quotes, list markers, task boxes, heading marks. */
const LINE_MARKS = /^(?:\s*(?:>|[-*+•](?=\s|$)|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s|$)|\[[ xX*]?\](?=\s|$)))+/u;

/** Cuts texts into tokens, a line at a time. */
export interface Tokenizer {
  /** Words and signs of a text, without the marks of Markdown. A line of nothing else than signs is one token. */
  (text: string): readonly string[];
}

/**
 * A tokenizer for one document. The same line comes by again and again (in the source, in the text that is kept), so it
 * remembers what a line gave.
 */
export function tokenizer(): Tokenizer {
  const known = new Map<string, readonly string[]>();
  const ofLine = (line: string): readonly string[] => {
    const found = known.get(line);
    if (found !== undefined) return found;
    const tokens = /<br/iu.test(line) ? line.split(/<br\s*\/?>/iu).flatMap(lineTokens) : lineTokens(line);
    known.set(line, tokens);
    return tokens;
  };
  return (text) => (/[\r\n]/u.test(text) ? text.split(/\r\n|\r|\n/u).flatMap(ofLine) : ofLine(text));
}

function lineTokens(line: string): string[] {
  const body = line.replace(LINE_MARKS, '');
  const words = body.match(/[\p{L}\p{N}\p{M}]+|[^\s!-~\p{L}\p{N}\p{M}\p{P}→⇒]/gu);
  return words ?? body.match(/[?!%$@]+/gu) ?? [];
}
