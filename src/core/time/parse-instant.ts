import { DAY_MS, daysFromCivil, isCalendarDay, MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';

const EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt_]| +)(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? *(?:(Z|z|UTC|GMT)|([+\-−])(\d\d)(?::?(\d\d))?(?: +\(?[A-Z]{1,5}\)?)?(?:\[[\w/+-]+\])?)$/u;
const BASIC =
  /^(\d{4})(\d\d)(\d\d)[Tt](\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?(?:(Z|z)|([+\-−])(\d\d)(?::?(\d\d))?)$/u;

/**
 * Epoch milliseconds of a complete timestamp (ISO 8601, RFC 3339 and what programs make of them), or null.
 * Day, time and zone are required: `2026-02-23T08:15:30.120+01:00`, with a blank for `T`, a comma for the point, up
 * to nine digits of a second (cut to milliseconds), `Z`, `UTC`, `GMT`, `+01:00`, `+0100` or `+01`, Go's and git's
 * `+0000 UTC`, and the basic form `20260223T081530Z`. A leap second `23:59:60` counts as the first second of the
 * next minute, `24:00:00` as the next midnight. Years 0001 to 9999. Zone names need {@link resolveTime}.
 */
export function parseInstant(text: string): number | null {
  const trimmed = text.trim();
  const match = EXTENDED.exec(trimmed) ?? BASIC.exec(trimmed);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = ''] = match;
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
  const clock = clockMs(Number(hour), Number(minute), Number(second));
  const offset = match[8] === undefined ? offsetMs(match[9], match[10], match[11]) : 0;
  if (clock === null || offset === null) return null;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  const epoch = days * DAY_MS + clock + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset;
  return epoch >= MIN_EPOCH_MS && epoch <= MAX_EPOCH_MS ? epoch : null;
}

/** Milliseconds since midnight of a wall clock reading, or null where no clock shows that. */
function clockMs(hour: number, minute: number, second: number): number | null {
  const midnight = hour === 24 && minute === 0 && second === 0;
  const leap = second === 60 && minute === 59;
  if ((hour > 23 && !midnight) || minute > 59 || (second > 59 && !leap)) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function offsetMs(sign = '+', hours = '0', minutes = '0'): number | null {
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '+' ? ms : -ms;
}
