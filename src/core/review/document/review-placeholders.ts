import { findingOf } from '../finding-of.ts';
import type { ReviewFinding, TextField } from '../review-finding.ts';
import { PLACEHOLDERS } from './placeholders.data.ts';

/** What was left to be filled in, once for each field. */
export function reviewPlaceholders(fields: readonly TextField[]): ReviewFinding[] {
  return fields.flatMap(({ path, text }) => {
    const found = PLACEHOLDERS.map((pattern) => pattern.exec(text)).find((match) => match !== null);
    if (found === undefined || found === null) return [];
    const [words] = found;
    return [
      findingOf('placeholder-left', {
        path,
        message: `“${words}” was left to be filled in.`,
        range: { start: found.index, end: found.index + words.length },
      }),
    ];
  });
}
