import type { Postmortem } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { shortened } from '../shortened.ts';
import { contentWords } from './content-words.ts';
import { PERSON_ANSWERS } from './person-answers.data.ts';

type Why = NonNullable<Postmortem['whys']>[number];

/** A why with what leads to it. */
interface Step {
  readonly why: Why;
  readonly index: number;
  /** What question and answer say, as texts that are equal where those say the same; empty where they say too little to tell. */
  readonly asked: string;
  readonly said: string;
  /** Steps that lead to it, the nearest first. */
  readonly before: readonly number[];
  /** True where those turn in a ring. */
  readonly ring: boolean;
}

/** Whys that end too early, turn in a circle, or say the same again. */
export function reviewWhys({ whys = [] }: Postmortem): ReviewFinding[] {
  if (whys.length === 0) return [];
  const steps = whys.map((why, index) => ({
    why,
    index,
    asked: gist(why.question),
    said: gist(why.answer),
    ...leadingTo(whys, index),
  }));
  const parents = new Set(whys.map(({ parent }) => parent));
  return [
    ...shallow(steps),
    ...steps.flatMap((step) => [...circular(step, steps), ...(parents.has(step.index) ? [] : endsAtPerson(step))]),
  ];
}

function leadingTo(whys: readonly Why[], index: number): Pick<Step, 'before' | 'ring'> {
  const before = new Set<number>();
  let at = whys[index]?.parent ?? null;
  while (at !== null && at !== index && !before.has(at)) {
    before.add(at);
    at = whys[at]?.parent ?? null;
  }
  return { before: [...before], ring: at !== null };
}

/** The content of a text in a fixed order; a single word says too little to tell. */
function gist(text: string | undefined): string {
  const words = contentWords(text ?? '');
  return words.size < 2 ? '' : [...words].toSorted().join(' ');
}

/** So many answers in a row are the fewest that lead anywhere. */
const LEAST = 2;

function shallow(steps: readonly Step[]): ReviewFinding[] {
  return steps.some(({ before }) => before.length + 1 >= LEAST)
    ? []
    : [findingOf('why-shallow', { path: 'whys', message: 'The whys end after the first answer.' })];
}

function circular({ asked, before, index, ring, said, why }: Step, steps: readonly Step[]): ReviewFinding[] {
  const path = `whys.${String(index)}.answer`;
  if (ring) return [findingOf('why-cycle', { path, message: 'This why leads back to itself.' })];
  if (said === '') return [];
  const answer = shortened(why.answer ?? '');
  const repeated = before.findIndex((each) => steps[each]?.said === said);
  if (repeated > 0) {
    return [
      findingOf('why-cycle', {
        path,
        message: `“${answer}” was the answer to an earlier why already: the whys turn in a circle.`,
      }),
    ];
  }
  return repeated === 0 || asked === said
    ? [findingOf('why-repeats', { path, message: `“${answer}” says again what was asked.` })]
    : [];
}

function endsAtPerson({ index, why: { answer } }: Step): ReviewFinding[] {
  if (answer === undefined) return [];
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
