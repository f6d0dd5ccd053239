import { formatInstant } from '#core/time';

/** The present as a UTC instant, to the second. */
export function currentInstant(): string {
  return formatInstant(Math.floor(Date.now() / 1000) * 1000);
}

/** Today on the calendar of this machine, as `2026-02-23`. */
export function localToday(): string {
  const now = new Date();
  return formatInstant(now.getTime() - now.getTimezoneOffset() * 60_000).slice(0, 10);
}
