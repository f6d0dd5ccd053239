import { isCancel, multiselect, select, text } from '@clack/prompts';

import { refuse } from '#core/errors';
import { resolveTime } from '#core/time';
import type { SuggestedMoment } from '#core/timeline';

import type { ReasonedMoment } from '../run/confirm-moments.ts';
import { clockText, kindText } from '../run/report.ts';
import { printable } from './text-width.ts';

const OTHER = 'other';
const LEAVE = 'leave';

/** Settings of {@link askMoments}. */
export interface AskContext {
  readonly suggested: readonly SuggestedMoment[];
  readonly zone: string;
  /** Day for times that are typed without one. */
  readonly day: string | undefined;
}

/**
 * Lets a person confirm the suggested moments: enter takes them all, the space bar picks those to change, and each of
 * these is then chosen among its alternatives, typed, or left out. Refuses when the person stops.
 */
export async function askMoments(moments: readonly ReasonedMoment[], context: AskContext): Promise<ReasonedMoment[]> {
  const sorted = moments.toSorted((a, b) => (a.at.instant ?? '').localeCompare(b.at.instant ?? ''));
  const changing = answered(
    await multiselect({
      message: 'Which moments do you want to change? Space picks, enter goes on; none takes all suggestions.',
      options: sorted.map(({ kind, at }) => ({
        value: kind,
        label: `${clockText(at, context.zone)}  ${kindText(kind)}`,
      })),
      required: false,
    }),
  );
  const confirmed: ReasonedMoment[] = [];
  for (const moment of sorted) {
    const answer = changing.includes(moment.kind) ? await askMoment(moment, context) : moment;
    if (answer) confirmed.push(answer);
  }
  return confirmed;
}

async function askMoment(moment: ReasonedMoment, context: AskContext): Promise<ReasonedMoment | undefined> {
  const suggestion = context.suggested.find((each) => each.kind === moment.kind);
  const choices = [moment, ...(suggestion?.alternatives ?? []).map((each) => ({ ...each, kind: moment.kind }))];
  const choice = answered(
    await select({
      message: `When was "${kindText(moment.kind)}"?`,
      options: [
        ...choices.map(({ at, reason }, index) => ({
          value: String(index),
          label: clockText(at, context.zone),
          hint: printable(reason),
        })),
        { value: OTHER, label: 'another time' },
        { value: LEAVE, label: 'nobody knows' },
      ],
    }),
  );
  if (choice === LEAVE) return undefined;
  return choice === OTHER ? typedMoment(moment, context) : choices[Number(choice)];
}

async function typedMoment(moment: ReasonedMoment, context: AskContext): Promise<ReasonedMoment> {
  const surroundings = {
    zone: context.zone,
    zoneStated: true,
    ...(context.day !== undefined && { day: context.day }),
  };
  const typed = answered(
    await text({
      message: `Time of "${kindText(moment.kind)}" (${context.zone})`,
      placeholder: clockText(moment.at, context.zone),
      validate: (value) =>
        resolveTime(value ?? '', surroundings).instant === null ? 'A time as 13:31 or 2026-02-23 13:31' : undefined,
    }),
  );
  return { kind: moment.kind, at: resolveTime(typed, surroundings), events: [], reason: 'Given by hand.' };
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) return refuse('interrupted', { during: 'moments were being confirmed' });
  return answer as Exclude<Answer, symbol>;
}
