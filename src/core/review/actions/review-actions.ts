import { actionState, type Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { shortened } from '../shortened.ts';
import { VAGUE_ACTIONS } from './vague-actions.data.ts';

/** States in which an action needs nobody any more. */
const SETTLED: ReadonlySet<string> = new Set(['done', 'verified', 'effective', 'wont-do']);

/** Actions that nobody will do, or that nobody could tell to be done. */
export function reviewActions(record: Postmortem): ReviewFinding[] {
  return record.actions.flatMap((action, index): ReviewFinding[] => {
    if (SETTLED.has(actionState(action.status))) return [];
    const name = shortened(action.text);
    const at = `actions.${String(index)}`;
    return [
      ...(action.owner === undefined
        ? [
            findingOf('action-without-owner', {
              path: `${at}.owner`,
              message: `Nobody owns the action “${name}”.`,
            }),
          ]
        : []),
      ...(action.due === undefined && action.horizon === undefined
        ? [findingOf('action-without-due', { path: `${at}.due`, message: `The action “${name}” has no due date.` })]
        : []),
      ...(VAGUE_ACTIONS.some((wording) => wording.test(action.text.trim()))
        ? [findingOf('action-vague', { path: `${at}.text`, message: `Nobody can tell when “${name}” is done.` })]
        : []),
    ];
  });
}
