import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';
import { demandsOf, isMet } from './completeness.ts';

/** What the template and the policy ask for and is missing. */
export function reviewCompleteness(record: Postmortem, { dialect, demands }: ReviewOptions): ReviewFinding[] {
  return demandsOf(dialect, demands)
    .filter((demand) => !demand.path.startsWith('actions.*.') && !isMet(record, demand))
    .map(({ because, code, label, note, path, required }) =>
      findingOf(code, {
        path,
        severity: required === true ? 'warning' : 'info',
        message: `“${label}” is missing${because === undefined ? '' : `; the team asks for it because ${because}`}.`,
        ...(note === undefined ? {} : { help: note }),
      }),
    );
}
