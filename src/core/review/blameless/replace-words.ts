/** Words of a text, and what stands in their place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  /** '' leaves them out, with a comma and the blank behind them. */
  readonly by: string;
}

/** A text with some words replaced. What begins with a capital still does, and “a” and “an” agree with what follows. */
export function replaceWords(text: string, { start, end, by }: Replacement): string {
  const written = text.slice(start, end);
  const behind = by === '' ? text.slice(end).replace(/^(?:\s*,)?[^\S\n]*/u, '') : text.slice(end);
  const before = by === '' && /^[.,;:!?)]|^$/u.test(behind) ? text.slice(0, start).trimEnd() : text.slice(0, start);
  const begins = /^\p{Lu}/u.test(written) && beginsSentence(text.slice(0, start));
  const [head, tail] = begins ? capitalised(by, behind) : [by, behind];
  return `${withArticle(before, head + tail)}${head}${tail}`;
}

/** A name has a capital everywhere; what stands where a sentence begins gets one. */
function beginsSentence(before: string): boolean {
  return /(?:^|[.!?:]\s+|\n\s*(?:[-*+#>]+\s+|\d+[.)]\s+)?|[*_|(]\s*)$/u.test(before.slice(-40));
}

function capitalised(by: string, behind: string): readonly [string, string] {
  return by === ''
    ? [by, behind.charAt(0).toUpperCase() + behind.slice(1)]
    : [by.charAt(0).toUpperCase() + by.slice(1), behind];
}

function withArticle(before: string, next: string): string {
  const vowel = /^[aeiou]/iu.test(next);
  return before.replace(
    /\b([Aa])n?(\s+)$/u,
    (_, letter: string, blank: string) => `${letter}${vowel ? 'n' : ''}${blank}`,
  );
}
