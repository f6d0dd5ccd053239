import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding, TextField } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';
import { shortened } from '../shortened.ts';
import { processOf } from '../template-process.ts';
import { PRESCRIPTIONS } from './prescriptions.data.ts';

/** What a template asks of its texts besides their being there: learnings, numbers, names. */
export function reviewDemandedStyle(
  record: Postmortem,
  fields: readonly TextField[],
  options: ReviewOptions,
): ReviewFinding[] {
  const rules = processOf(options)?.rules ?? [];
  const precise = new Set(rules.filter(({ kind }) => kind === 'precise').map(({ section }) => section));
  return [
    ...(rules.some(({ kind }) => kind === 'learnings') ? fields.flatMap(prescriptive) : []),
    ...(precise.has('impact') ? withoutNumbers(record, fields) : []),
    ...(precise.has('technical') || precise.has('root-cause') ? withoutNames(record) : []),
  ];
}

function prescriptive({ path, text }: TextField): ReviewFinding[] {
  if (!path.startsWith('lessons.')) return [];
  const match = PRESCRIPTIONS.map((pattern) => pattern.exec(text)).find((each) => each !== null);
  if (match === undefined || match === null) return [];
  return [
    findingOf('lesson-prescriptive', {
      path,
      message: `“${match[0]}” tells what must be done, not what was learned.`,
      range: { start: match.index, end: match.index + match[0].length },
    }),
  ];
}

function withoutNumbers(record: Postmortem, fields: readonly TextField[]): ReviewFinding[] {
  const told = fields.filter(({ path }) => path.startsWith('impact.'));
  if (record.impact?.periods !== undefined || told.length === 0 || told.some(({ text }) => /\d/u.test(text))) return [];
  return [
    findingOf('impact-without-numbers', {
      path: told[0]?.path ?? 'impact',
      message: 'The impact is told without a number.',
    }),
  ];
}

/** Names of code, settings, versions and products: quoted, numbered, joined by signs, or with capitals inside a sentence. */
const NAME = /`|\d|["“”]|\w[_./:-]\w|\b[a-z]+[A-Z]\w|\b[A-Z]{2,}\b|(?<=[\p{L},] )\p{Lu}\p{L}+|\]\(/u;

function withoutNames({ rootCause }: Postmortem): ReviewFinding[] {
  const text = rootCause?.technical;
  if (text === undefined || NAME.test(text)) return [];
  return [
    findingOf('cause-imprecise', {
      path: 'rootCause.technical',
      message: `“${shortened(text)}” names no component, setting or change.`,
    }),
  ];
}
