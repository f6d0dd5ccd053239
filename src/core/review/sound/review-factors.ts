import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { shortened } from '../shortened.ts';

/** Factors that no action answers and nobody accepted. */
export function reviewFactors(record: Postmortem): ReviewFinding[] {
  const answers = new Set(record.actions.flatMap(({ answers: factor }) => factor ?? []));
  return (record.factors ?? []).flatMap(({ answeredBy, text }, index) =>
    answeredBy !== undefined || answers.has(text)
      ? []
      : [
          findingOf('factor-unanswered', {
            path: `factors.${String(index)}.answeredBy`,
            message: `No action answers the factor “${shortened(text)}”.`,
          }),
        ],
  );
}
