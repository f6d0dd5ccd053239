import type { Precision } from '#core/time';

/** How long a time of each precision may last, in milliseconds: `12:05` may be anything from 12:05:00 to 12:06:00. */
export const EXTENT: Readonly<Record<Exclude<Precision, 'unknown'>, number>> = {
  second: 0,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * What "about" adds on both sides, in milliseconds. People round remembered times to five or ten minutes, hours to the
 * half hour, days to the neighbouring day.
 */
export const ABOUT: Readonly<Record<Exclude<Precision, 'unknown'>, number>> = {
  second: 300_000,
  minute: 300_000,
  hour: 1_800_000,
  day: 86_400_000,
};
