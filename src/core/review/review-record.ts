import type { Postmortem } from '#core/record';

import { reviewActions } from './actions/review-actions.ts';
import { peopleOf, reviewBlameless } from './blameless/index.ts';
import { reviewCompleteness } from './complete/review-completeness.ts';
import { reviewDemandedStyle } from './complete/review-demanded-style.ts';
import { reviewSummary } from './complete/review-summary.ts';
import { reviewPlaceholders } from './document/review-placeholders.ts';
import type { ReviewFinding } from './review-finding.ts';
import type { ReviewOptions } from './review-options.ts';
import { reviewSoundness } from './sound/review-soundness.ts';
import { textFields } from './text-fields.ts';

/**
 * What a reader should look at in a post-mortem: what its template asks for and is missing, what contradicts itself,
 * actions that nobody will do, wordings that blame, what was left to be filled in. Deterministic; every finding has the
 * path of its place and a rule in `RULES`. Nothing is overdue or in the future unless the options say what the present is.
 */
export function reviewRecord(record: Postmortem, options: ReviewOptions): ReviewFinding[] {
  const fields = textFields(record);
  const { languages } = options;
  return [
    ...reviewCompleteness(record, options),
    ...reviewSummary(record, options),
    ...reviewDemandedStyle(record, fields, options),
    ...reviewSoundness(record, fields, options),
    ...reviewActions(record, options),
    ...reviewPlaceholders(fields),
    ...reviewBlameless(fields, { people: peopleOf(record), ...(languages && { languages }) }),
  ];
}
