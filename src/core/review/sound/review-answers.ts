import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { shortened } from '../shortened.ts';
import { contentWords, shareWords } from './content-words.ts';

/** A root cause and factors that no action answers and nobody accepted. */
export function reviewAnswers(record: Postmortem): ReviewFinding[] {
  if (record.actions.length === 0) return [];
  const answers = contentWords(record.actions.map(actionText).join(' '));
  return [...unansweredCause(record, answers), ...unansweredFactors(record, answers)];
}

function actionText({ answers, criterion, details, text, ticket }: Postmortem['actions'][number]): string {
  return [text, details, criterion, answers, ticket].filter((part) => part !== undefined).join(' ');
}

/** Causes in the order in which an action is looked for: any of them will do. */
const CAUSES = ['systemic', 'technical', 'why', 'trigger', 'latentCondition', 'notCaught'] as const;

function unansweredCause(record: Postmortem, answers: ReadonlySet<string>): ReviewFinding[] {
  const told = CAUSES.filter((key) => record.rootCause?.[key] !== undefined);
  const texts = [
    ...told.map((key) => record.rootCause?.[key] ?? ''),
    ...(record.whys ?? []).flatMap(({ actions, answer }) =>
      actions === undefined ? (answer ?? '') : `${answer ?? ''} ${actions}`,
    ),
    ...(record.factors ?? []).map(({ text }) => text),
  ];
  const linked = (record.whys ?? []).some(({ actions }) => actions !== undefined);
  const [first] = told;
  if (first === undefined || linked || shareWords(contentWords(texts.join(' ')), answers)) return [];
  return [
    findingOf('root-cause-unanswered', {
      path: `rootCause.${first}`,
      message: `No action has anything to do with the cause “${shortened(record.rootCause?.[first] ?? '')}”.`,
    }),
  ];
}

function unansweredFactors(record: Postmortem, answers: ReadonlySet<string>): ReviewFinding[] {
  return (record.factors ?? []).flatMap(({ actionRequired, answeredBy, details, text }, index) => {
    if (answeredBy !== undefined || /^\W*(?:no|none|n\/a|accepted)\b/iu.test(actionRequired ?? '')) return [];
    const about = contentWords([text, details, actionRequired].join(' '));
    if (about.size === 0 || shareWords(about, answers)) return [];
    return [
      findingOf('factor-unanswered', {
        path: `factors.${String(index)}.answeredBy`,
        message: `No action answers the factor “${shortened(text)}”.`,
      }),
    ];
  });
}
