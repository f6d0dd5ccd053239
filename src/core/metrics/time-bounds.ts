import { instantToEpoch, type WrittenTime } from '#core/time';

import { ABOUT, EXTENT } from './uncertainty.data.ts';

/** Between which instants a time lies, and the one instant that stands for it (epoch milliseconds). */
export interface TimeBounds {
  readonly min: number;
  readonly max: number;
  readonly point: number;
  /** True where the point can be shown as it is: exact or written to the minute, not "about", not a range. */
  readonly sharp: boolean;
}

/** The bounds of a written time; null where it does not resolve to an instant. */
export function timeBounds(time: WrittenTime): TimeBounds | null {
  if (time.instant === null || time.precision === 'unknown') return null;
  const point = instantToEpoch(time.instant);
  const end = time.until === undefined ? point : Math.max(point, instantToEpoch(time.until));
  const about = time.approximate ? ABOUT[time.precision] : 0;
  return {
    min: point - about,
    max: end + EXTENT[time.precision] + about,
    point,
    sharp: end === point && !time.approximate && (time.precision === 'second' || time.precision === 'minute'),
  };
}
