import type { Preview } from './preview.ts';

type Suggested = Preview['moments'][number];

/** A moment as a person confirmed it. */
export type ConfirmedMoment = Pick<Suggested, 'kind' | 'at' | 'events'>;

/** For each kind the number of the candidate that was chosen, 0 for the best; -1 for none of them. */
export type MomentChoice = Readonly<Partial<Record<Suggested['kind'], number>>>;

/** Everything that was proposed for a moment, the best first. */
export function candidatesOf({ alternatives, at, events, reason }: Suggested): Suggested['alternatives'] {
  return [{ at, events, reason }, ...alternatives];
}

/** The moments that are confirmed: the best candidate where nothing else was chosen. */
export function chosenMoments({ moments }: Pick<Preview, 'moments'>, choice: MomentChoice): ConfirmedMoment[] {
  return moments.flatMap((moment) => {
    const chosen = candidatesOf(moment)[choice[moment.kind] ?? 0];
    return chosen === undefined ? [] : [{ kind: moment.kind, at: chosen.at, events: chosen.events }];
  });
}
