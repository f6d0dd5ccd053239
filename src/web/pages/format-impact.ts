import { formatDuration } from '#core/time';

/** A duration for a list: to the minute from an hour on, to the hour from a day on. */
export function formatImpact(seconds: number): string {
  const step = seconds >= 86_400 ? 3600 : seconds >= 3600 ? 60 : 1;
  return formatDuration(Math.round(seconds / step) * step);
}
