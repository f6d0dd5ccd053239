import type { Postmortem } from '#core/record';

import type { ReviewFinding, TextField } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';
import { reviewAnswers } from './review-answers.ts';
import { reviewClaims } from './review-claims.ts';
import { reviewDates } from './review-dates.ts';
import { reviewDurations } from './review-durations.ts';
import { reviewMoments } from './review-moments.ts';
import { reviewNumbers } from './review-numbers.ts';
import { reviewOrder } from './review-order.ts';
import { reviewWhys } from './review-whys.ts';

/** What contradicts itself, what cannot be, and what nothing in the document shows or answers. */
export function reviewSoundness(
  record: Postmortem,
  fields: readonly TextField[],
  options: ReviewOptions,
): ReviewFinding[] {
  return [
    ...reviewOrder(record),
    ...reviewMoments(record),
    ...reviewDurations(record, options.dialect),
    ...reviewDates(record, options),
    ...reviewNumbers(record),
    ...reviewClaims(record, fields),
    ...reviewWhys(record),
    ...reviewAnswers(record),
  ];
}
