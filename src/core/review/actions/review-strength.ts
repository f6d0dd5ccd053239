import { actionState, type Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { actionStrength } from './action-strength.ts';

const WEAK: ReadonlySet<string> = new Set(['document', 'train']);

/** Documents whose actions all tell people something, and change nothing. */
export function reviewStrength({ actions }: Postmortem): ReviewFinding[] {
  const strengths = actions
    .filter(({ status }) => actionState(status) !== 'wont-do')
    .map(({ text }) => actionStrength(text));
  if (strengths.length === 0 || !strengths.every(({ strength }) => WEAK.has(strength))) return [];
  const subject = strengths.length === 1 ? 'The only action tells' : `All ${String(strengths.length)} actions tell`;
  return [
    findingOf('action-weak', { path: 'actions', message: `${subject} people something; none changes the system.` }),
  ];
}
