import { BLAME_WORDINGS } from './blame-wordings.data.ts';
import type { ReviewFinding, TextField } from './review-finding.ts';

/** Fields in which people are quoted or listed: what they say is theirs. */
const LISTS_OF_NAMES = /^(?:roles|meeting|related|incident|document)\./u;

/** Wordings that blame. One finding for each kind and field. */
export function reviewWording(fields: readonly TextField[]): ReviewFinding[] {
  return fields.flatMap(blame);
}

function blame(field: TextField): ReviewFinding[] {
  if (LISTS_OF_NAMES.test(field.path)) return [];
  const text = withoutQuotes(field.text);
  return BLAME_WORDINGS.flatMap(({ code, instead, pattern, why }): ReviewFinding[] => {
    const found = [...text.matchAll(pattern)].map(([words]) => words.trim());
    const [first] = found;
    if (first === undefined) return [];
    const finding: ReviewFinding = {
      code,
      severity: 'warning',
      message: `“${first}” reads as blame. ${why}`,
      place: { path: field.path },
      help:
        instead === undefined ? 'Say what happened and what made it possible.' : 'Leave it out, or say what happened.',
    };
    const value = instead === undefined ? undefined : rewritten(field.text, pattern, instead);
    if (value === undefined || value === field.text) return [finding];
    const label = instead === '' ? `Leave out “${first}”` : `Write “${first.replace(pattern, instead ?? '')}”`;
    return [{ ...finding, fix: { path: field.path, value, label } }];
  });
}

/** What stands in quotation marks or code was said by somebody or something else. Places stay the same. */
function withoutQuotes(text: string): string {
  return text.replaceAll(/`[^`]*`|"[^"\n]*"|“[^”\n]*”|^>.*$/gmu, (quote) => ' '.repeat(quote.length));
}

/** The text with the wording replaced; undefined where nothing would be left. A sentence still begins with a capital. */
function rewritten(text: string, pattern: RegExp, instead: string): string | undefined {
  const value = text
    .replace(pattern, instead)
    .replaceAll(/(?<=^|[.!?]\s+)\p{Ll}/gmu, (letter, offset: number) =>
      text[offset] === letter ? letter : letter.toUpperCase(),
    )
    .trim();
  return value === '' ? undefined : value;
}
