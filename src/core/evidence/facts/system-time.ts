import { parseInstant, timeFromEpoch } from '#core/time';
import type { WrittenTime } from '#core/time';

const EPOCH = /^(\d{9,21})(?:\.(\d+))?$/u;
const OFFSET = /([+-])(\d\d):?(\d\d)$/u;

/**
 * A timestamp as alerting systems and chats write it: ISO 8601 (without a zone it is UTC, as their APIs document) or
 * an epoch number, whose unit follows from its digits: seconds, milliseconds, microseconds or nanoseconds. Takes the
 * digits as text, because nanoseconds do not fit a double. Null where the text is no time, and for Go's zero time
 * `0001-01-01`, which means "not yet".
 */
export function systemTime(written: string): WrittenTime | null {
  const text = written.trim();
  if (text.startsWith('0001-01-01')) return null;
  const epoch = epochFromDigits(text);
  if (epoch !== null) return known(timeFromEpoch(epoch, written));
  const instant = parseInstant(text) ?? parseInstant(`${text}Z`);
  return instant === null ? null : known(timeFromEpoch(instant, written, { zone: zoneOf(text) }));
}

/** The time of a fact whose source states none. */
export function unknownTime(written: string): WrittenTime {
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
}

/** Milliseconds from the digits of an epoch in s, ms, µs or ns; null where the text is no such number. */
function epochFromDigits(text: string): number | null {
  const match = EPOCH.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (whole.length <= 11) return Number(whole + fraction.slice(0, 3).padEnd(3, '0'));
  const surplus = whole.length <= 14 ? 0 : whole.length <= 17 ? 3 : 6;
  return Number(whole.slice(0, whole.length - surplus));
}

function zoneOf(text: string): string {
  const match = OFFSET.exec(text);
  if (match === null || !text.includes(':')) return 'UTC';
  const [, sign = '+', hours = '00', minutes = '00'] = match;
  return hours === '00' && minutes === '00' ? 'UTC' : `${sign}${hours}:${minutes}`;
}

function known(time: WrittenTime): WrittenTime | null {
  return time.instant === null ? null : time;
}
