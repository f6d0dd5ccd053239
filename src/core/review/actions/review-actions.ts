import type { Postmortem } from '#core/record';

import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';
import { openActions } from './open-actions.ts';
import { reviewActionFields } from './review-action-fields.ts';
import { reviewDues } from './review-dues.ts';
import { reviewOwners } from './review-owners.ts';
import { reviewStrength } from './review-strength.ts';
import { reviewWordings } from './review-wordings.ts';

/** Actions that nobody will do, that nobody could tell to be done, or that change nothing. */
export function reviewActions(record: Postmortem, options: ReviewOptions): ReviewFinding[] {
  const open = openActions(record);
  return [
    ...reviewOwners(open),
    ...reviewDues(open, record, options),
    ...reviewActionFields(open, record, options),
    ...reviewWordings(open),
    ...reviewStrength(record),
  ];
}
