/** Marks of Markdown at the start of a line: quotes, list markers, task boxes, heading marks. */
const LINE_MARKS = /^(?:\s*(?:>|[-*+•](?=\s|$)|\d{1,9}[.)](?=\s|$)|#{1,6}(?=\s|$)|\[[ xX*]?\](?=\s|$)))+/u;

/** Words and signs of a text, without the marks of Markdown. A line of nothing else than signs is one token. */
export function tokensOf(text: string): string[] {
  return text
    .replaceAll(/<br\s*\/?>/giu, '\n')
    .split(/\r\n|\r|\n/u)
    .flatMap((line) => lineTokens(line));
}

function lineTokens(line: string): string[] {
  const body = line.replace(LINE_MARKS, '');
  const words = body.match(/[\p{L}\p{N}\p{M}]+|[^\s!-~\p{L}\p{N}\p{M}\p{P}→⇒]/gu);
  return words ?? body.match(/[?!%$@]+/gu) ?? [];
}

/** True for a line that only draws: blank, a rule, a fence, a table's rule, an empty item. */
export function lineIsMarkup(line: string): boolean {
  return tokensOf(line).length === 0;
}
