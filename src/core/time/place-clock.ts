import { civilFromDays, DAY_MS } from './calendar.ts';
import { civilCandidates } from './civil.ts';
import type { Moment } from './scan-moment.ts';

/** One instant, or two where clocks were put back in between. */
export type Candidates = readonly [number] | readonly [number, number];

/** Epoch milliseconds of clock and day in a zone; two where clocks were put back in between. */
export function instantsOf({ clock }: Moment, day: number, zone: string): Candidates | null {
  const known = clock?.known === true ? clock : null;
  if (known === null) return civilCandidates(civilFromDays(day), zone);
  if (!known.possible) return null;
  if (zone === 'UTC' && known.second < 60) {
    return [day * DAY_MS + ((known.hour * 60 + known.minute) * 60 + known.second) * 1000 + known.millisecond];
  }
  const { hour, minute, second, millisecond } = known;
  return civilCandidates({ ...civilFromDays(day), hour, minute, second, millisecond }, zone);
}
