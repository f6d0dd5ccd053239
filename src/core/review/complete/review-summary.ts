import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';

/** More sentences than anybody reads in half a minute. */
const MOST_SENTENCES = 6;

/** A summary that is longer than half a minute. */
export function reviewSummary(record: Postmortem): ReviewFinding[] {
  const text = record.summary?.text;
  if (text === undefined) return [];
  const sentences = text.split(/[.!?。](?=\s|$)/u).filter((part) => part.trim() !== '').length;
  if (sentences <= MOST_SENTENCES) return [];
  return [findingOf('summary-long', { path: 'summary.text', message: `The summary has ${sentences} sentences.` })];
}
