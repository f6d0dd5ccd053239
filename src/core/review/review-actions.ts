import { actionState, type Postmortem } from '#core/record';

import { VAGUE_ACTIONS } from './blame-wordings.data.ts';
import type { ReviewFinding } from './review-finding.ts';

/** States in which an action needs nobody any more. */
const SETTLED: ReadonlySet<string> = new Set(['done', 'verified', 'effective', 'wont-do']);

/** Actions that nobody will do, or that nobody could tell to be done. */
export function reviewActions(record: Postmortem): ReviewFinding[] {
  return record.actions.flatMap((action, index): ReviewFinding[] => {
    if (SETTLED.has(actionState(action.status))) return [];
    const name = shortened(action.text);
    const found: ReviewFinding[] = [];
    if (action.owner === undefined) {
      found.push({
        code: 'action-without-owner',
        severity: 'warning',
        message: `Nobody owns the action “${name}”.`,
        place: { path: `actions.${index}.owner` },
        help: 'Name one person who will see to it.',
      });
    }
    if (action.due === undefined && action.horizon === undefined) {
      found.push({
        code: 'action-without-due',
        severity: 'warning',
        message: `The action “${name}” has no due date.`,
        place: { path: `actions.${index}.due` },
        help: 'Agree on a day with its owner.',
      });
    }
    if (VAGUE_ACTIONS.some((wording) => wording.test(action.text.trim()))) {
      found.push({
        code: 'action-vague',
        severity: 'warning',
        message: `Nobody can tell when “${name}” is done.`,
        place: { path: `actions.${index}.text` },
        help: 'Say what will be different: which alert, which guard, which test.',
      });
    }
    return found;
  });
}

/** Factors that no action answers and nobody accepted. */
export function reviewFactors(record: Postmortem): ReviewFinding[] {
  const answers = new Set(record.actions.flatMap(({ answers: factor }) => factor ?? []));
  return (record.factors ?? []).flatMap(({ answeredBy, text }, index): ReviewFinding[] =>
    answeredBy !== undefined || answers.has(text)
      ? []
      : [
          {
            code: 'factor-unanswered',
            severity: 'info',
            message: `No action answers the factor “${shortened(text)}”.`,
            place: { path: `factors.${index}.answeredBy` },
            help: 'Name the action that changes it, or say that the risk is accepted.',
          },
        ],
  );
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/\s+\S*$/u, '')}…`;
}
