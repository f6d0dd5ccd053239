import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding, TextField } from '../review-finding.ts';
import { shortened } from '../shortened.ts';

/** What shows a claim: a link, code, a quotation of a machine, a picture, a table. */
const SHOWN = /https?:\/\/|\]\(|`|!\[|^[^\S\n]*\||#\d+|\b[A-Z]{2,}-\d+\b/mu;

/**
 * A cause or figures of the impact in a document that shows nothing at all: no event, no evidence, no link, no code. Wherever
 * there is any, people judge better than a rule what it shows.
 */
export function reviewClaims(record: Postmortem, fields: readonly TextField[]): ReviewFinding[] {
  const shown =
    record.timeline.length > 0 ||
    record.evidence !== undefined ||
    record.related !== undefined ||
    fields.some(({ text }) => SHOWN.test(text));
  return shown
    ? []
    : fields.filter(isClaim).map(({ path, text }) =>
        findingOf('claim-without-evidence', {
          path,
          message: `Nothing in the document shows that “${shortened(text)}”.`,
        }),
      );
}

function isClaim({ path, text }: TextField): boolean {
  return /^rootCause\.(?:technical|systemic|trigger)$/u.test(path) || (path.startsWith('impact.') && /\d/u.test(text));
}
