import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { shortened } from '../shortened.ts';
import { contentWords } from './content-words.ts';
import { PERSON_ANSWERS } from './person-answers.data.ts';

type Why = NonNullable<Postmortem['whys']>[number];

/** Whys that end too early, turn in a circle, or say the same again. */
export function reviewWhys({ whys = [] }: Postmortem): ReviewFinding[] {
  if (whys.length === 0) return [];
  return [...shallow(whys), ...whys.flatMap((why, index) => [...circular(whys, index), ...endsAtPerson(whys, index)])];
}

/** Answers that lead to a why, the nearest first; ends where the parents turn in a circle. */
function ancestors(whys: readonly Why[], index: number): { readonly found: number[]; readonly ring: boolean } {
  const found: number[] = [];
  let at = whys[index]?.parent ?? null;
  while (at !== null) {
    if (at === index || found.includes(at)) return { found, ring: true };
    found.push(at);
    at = whys[at]?.parent ?? null;
  }
  return { found, ring: false };
}

/** So many answers in a row are the fewest that lead anywhere. */
const LEAST = 2;

function shallow(whys: readonly Why[]): ReviewFinding[] {
  const deepest = Math.max(...whys.map((_, index) => ancestors(whys, index).found.length + 1));
  return deepest >= LEAST
    ? []
    : [findingOf('why-shallow', { path: 'whys', message: 'The whys end after the first answer.' })];
}

function circular(whys: readonly Why[], index: number): ReviewFinding[] {
  const path = `whys.${String(index)}.answer`;
  const { found, ring } = ancestors(whys, index);
  if (ring) return [findingOf('why-cycle', { path, message: 'This why leads back to itself.' })];
  const answer = whys[index]?.answer ?? '';
  const repeated = found.findIndex((each) => saysTheSame(answer, whys[each]?.answer ?? ''));
  if (repeated > 0) {
    return [
      findingOf('why-cycle', {
        path,
        message: `“${shortened(answer)}” was the answer to an earlier why already: the whys turn in a circle.`,
      }),
    ];
  }
  if (repeated === -1 && !saysTheSame(answer, whys[index]?.question ?? '')) return [];
  return [findingOf('why-repeats', { path, message: `“${shortened(answer)}” says again what was asked.` })];
}

/** True for the same content in other forms; texts of a single word say too little to tell. */
function saysTheSame(one: string, other: string): boolean {
  const [left, right] = [contentWords(one), contentWords(other)];
  return left.size > 1 && left.size === right.size && left.isSubsetOf(right);
}

function endsAtPerson(whys: readonly Why[], index: number): ReviewFinding[] {
  const answer = whys[index]?.answer;
  if (answer === undefined || whys.some(({ parent }) => parent === index)) return [];
  const match = PERSON_ANSWERS.map((pattern) => pattern.exec(answer)).find((each) => each !== null);
  if (match === undefined || match === null) return [];
  return [
    findingOf('why-stops-at-person', {
      path: `whys.${String(index)}.answer`,
      message: `The last answer is about a person: “${match[0]}”.`,
      range: { start: match.index, end: match.index + match[0].length },
    }),
  ];
}
