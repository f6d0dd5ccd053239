import { civilFromDays, DAY_MS, daysFromCivil, MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';

/**
 * The one way this project writes an instant: UTC as `2026-02-23T08:15:00Z`, with `.785` only where milliseconds
 * are not zero, so that equal instants are equal strings. Fractions of a millisecond are cut off.
 * Takes epoch milliseconds in the years 0001 to 9999; anything else is a bug of the caller and throws a RangeError
 * (use {@link timeFromEpoch} for numbers that come from outside).
 */
export function formatInstant(epochMs: number): string {
  const ms = Math.floor(epochMs);
  if (!(ms >= MIN_EPOCH_MS && ms <= MAX_EPOCH_MS)) {
    throw new RangeError(`The instant ${String(epochMs)} ms lies outside the years 0001 to 9999.`);
  }
  const days = Math.floor(ms / DAY_MS);
  return `${dayText(days)}T${clockText(ms - days * DAY_MS)}Z`;
}

let lastDays = Number.NaN;
let lastDayText = '';

/** Evidence comes in runs of the same day, so the last day is remembered: the result depends on the argument alone. */
function dayText(days: number): string {
  if (days !== lastDays) {
    const { year, month, day } = civilFromDays(days);
    lastDayText = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    lastDays = days;
  }
  return lastDayText;
}

function clockText(msOfDay: number): string {
  const seconds = Math.floor(msOfDay / 1000);
  const ms = msOfDay - seconds * 1000;
  const minutes = Math.floor(seconds / 60);
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
  return ms === 0 ? clock : `${clock}.${String(ms).padStart(3, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value);
}

/**
 * Fast inverse of {@link formatInstant} for hot paths: epoch milliseconds of a string that this project wrote.
 * It reads fixed places and checks nothing; for text from outside use {@link parseInstant}.
 */
export function instantToEpoch(instant: string): number {
  const days = daysFromCivil(pair(instant, 0) * 100 + pair(instant, 2), pair(instant, 5), pair(instant, 8));
  const seconds = pair(instant, 11) * 3600 + pair(instant, 14) * 60 + pair(instant, 17);
  const ms = instant.length > 20 ? pair(instant, 20) * 10 + instant.charCodeAt(22) - 48 : 0;
  return days * DAY_MS + seconds * 1000 + ms;
}

function pair(text: string, at: number): number {
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}
