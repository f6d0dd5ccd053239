import { findingOf } from '../finding-of.ts';
import type { ReviewFinding, TextField } from '../review-finding.ts';
import { OPEN_FIELDS, PLACEHOLDERS, WHOLE_PLACEHOLDERS } from './placeholders.data.ts';

/** What was left to be filled in, once for each field. What stands in code belongs to it. */
export function reviewPlaceholders(fields: readonly TextField[]): ReviewFinding[] {
  return fields.flatMap(({ path, text }) => {
    if (OPEN_FIELDS.some((pattern) => pattern.test(path))) return [];
    const found = placeholderIn(withoutCode(text));
    if (found === undefined) return [];
    return [
      findingOf('placeholder-left', {
        path,
        message: `“${text.slice(found.start, found.end)}” was left to be filled in.`,
        range: found,
      }),
    ];
  });
}

function placeholderIn(text: string): { readonly start: number; readonly end: number } | undefined {
  const whole = WHOLE_PLACEHOLDERS.test(text.trim());
  const start = whole ? text.search(/\S/u) : -1;
  if (whole) return { start, end: start + text.trim().length };
  const match = PLACEHOLDERS.map((pattern) => pattern.exec(text)).find((each) => each !== null);
  return match === undefined || match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

/** Code and addresses as blanks, so that places stay the same. */
function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?(?:```|$)|`[^`\n]*`|https?:\/\/\S+/gu, (code) => ' '.repeat(code.length));
}
