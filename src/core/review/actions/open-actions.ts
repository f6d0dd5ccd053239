import { actionState, type Postmortem } from '#core/record';

import { shortened } from '../shortened.ts';
import { tellsThePast } from './action-strength.ts';

/** States in which an action needs nobody any more. */
const SETTLED: ReadonlySet<string> = new Set(['done', 'verified', 'effective', 'wont-do']);

/** An action that somebody still has to do. */
export interface OpenAction {
  readonly action: Postmortem['actions'][number];
  /** Its path in the record: `actions.3`. */
  readonly at: string;
  /** Its text as a message quotes it. */
  readonly name: string;
}

/** Actions that are neither settled nor told as done (“Raised the limit” without a status). */
export function openActions(record: Postmortem): OpenAction[] {
  return record.actions.flatMap((action, index) => {
    const told = action.status === undefined && tellsThePast(action.text);
    return told || SETTLED.has(actionState(action.status))
      ? []
      : [{ action, at: `actions.${String(index)}`, name: shortened(action.text) }];
  });
}
