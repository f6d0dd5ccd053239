import type { Postmortem } from '#core/record';

import { demandsOf, isMet } from './completeness.ts';
import { reviewActions, reviewFactors } from './review-actions.ts';
import type { ReviewFinding } from './review-finding.ts';
import { reviewTimes } from './review-times.ts';
import { reviewWording } from './review-wording.ts';
import { textFields } from './text-fields.ts';

/**
 * What a reader should look at in a post-mortem: what its template asks for and is missing, times that contradict each
 * other, actions nobody will do, wordings that blame, what was left to be filled in. Deterministic, in the order of the
 * document; every finding has the path of its place. Codes are listed in `docs/reference/findings.md`.
 *
 * @param dialect id of the template it is written for
 */
export function reviewRecord(record: Postmortem, dialect: string): ReviewFinding[] {
  return [
    ...missing(record, dialect),
    ...reviewTimes(record),
    ...reviewActions(record),
    ...reviewFactors(record),
    ...reviewSummary(record),
    ...reviewWording(textFields(record)),
  ];
}

function missing(record: Postmortem, dialect: string): ReviewFinding[] {
  return demandsOf(dialect)
    .filter((demand) => !isMet(record, demand))
    .map((demand) => ({
      code: demand.code,
      severity: demand.required === true ? 'warning' : 'info',
      message: `“${demand.label}” is missing.`,
      place: { path: demand.path },
      help: demand.required === true ? 'Fill it in; no post-mortem does without it.' : 'The template asks for it.',
    }));
}

/** More sentences than anybody reads in half a minute. */
const MOST_SENTENCES = 6;

function reviewSummary(record: Postmortem): ReviewFinding[] {
  const text = record.summary?.text;
  if (text === undefined) return [];
  const sentences = text.split(/[.!?。](?=\s|$)/u).filter((part) => part.trim() !== '').length;
  if (sentences <= MOST_SENTENCES) return [];
  return [
    {
      code: 'summary-long',
      severity: 'info',
      message: `The summary has ${sentences} sentences.`,
      place: { path: 'summary.text' },
      help: 'Two to four say what happened, what it did and what changes; the rest has sections of its own.',
    },
  ];
}
