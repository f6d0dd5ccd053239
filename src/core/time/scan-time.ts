import { matchAt, type Scanned } from './match-at.ts';
import { type ClockPart, inHalfDay, scanClock } from './scan-clock.ts';
import type { DayPart } from './scan-day.ts';
import { type Moment, scanMoment } from './scan-moment.ts';
import { BETWEEN, BETWEEN_AND, DASHES, OPEN_ENDS, RANGE_WORDS, WAVES } from './time-words.data.ts';
import type { TimeContext } from './written-time.ts';

/** A point or range in time as written, before any day or zone from the surroundings is added. */
export interface TimeReading {
  readonly start: Moment;
  /** The far end of a range. */
  readonly finish: Moment | null;
  /** The start once more by a clock whose zone is stated, as `12:43 (UTC 03:43)` has it. */
  readonly same: Moment | null;
}

const MARKS = String.raw`(?:\*\*|__|[*_\x60])?`;
const DASH = String.raw`\s*(?:[${DASHES}]{1,2}|[${WAVES}]|->|→|\.{2,3}|…|\/(?=\d{4}-))\s*`;
const PREFIX = new RegExp(`(?:${BETWEEN.join('|')})\\s+`, 'iuy');
const TO = new RegExp(`${MARKS}(?:${DASH}|\\s+(?:${RANGE_WORDS.join('|')})\\s+)${MARKS}`, 'iuy');
const AND = new RegExp(`\\s+(?:${[...BETWEEN_AND, ...RANGE_WORDS].join('|')})\\s+|${DASH}`, 'iuy');
const BRACKET = new RegExp(`${MARKS}\\s*[(（]\\s*(?:=\\s*)?`, 'uy');
const CLOSING_BRACKET = /\s*[)）]/uy;
const OPEN = new RegExp(`(?:${OPEN_ENDS.join('|')})(?![\\p{L}\\d])`, 'iuy');
const SECOND_DAY = new RegExp(
  String.raw`[${DASHES}${WAVES}](\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?(?![\p{L}\d:%/-]|\.\d|\s?[ap]\.?m)`,
  'uy',
);
/** Behind a date with its year, a hyphen may be anything; a slash, a longer dash or a word is the second day. */
const SECOND_DAY_OF_DATE = new RegExp(
  String.raw`(?:\/|\s?(?:[–—${WAVES}]|->|→)\s?|\s(?:${RANGE_WORDS.join('|')})\s)(\d{1,2})(?![\p{L}\d:%/-]|\.\d|\s?[ap]\.?m|\s\p{Ll})`,
  'uy',
);
const HOUR_OF_RANGE = new RegExp(
  String.raw`(\d{1,2})(?=\s*(?:[${DASHES}${WAVES}]|to|and)\s*\d{1,2}(?::\d\d)?\s*[ap]\.?m)`,
  'iuy',
);

/** The longest point or range in time that starts at an offset, or null. */
export function scanTime(text: string, at: number, order: TimeContext['dateOrder']): Scanned<TimeReading> | null {
  const prefix = matchAt(PREFIX, text, at);
  const between = prefix === null ? null : scanRange(text, at + prefix[0].length, { order, separator: AND });
  const scanned = between?.value.finish ? between : scanRange(text, at, { order, separator: TO });
  return scanned === null ? null : scanSame(text, scanned, order);
}

/** Adds the `(UTC 03:43)` of `12:43 (UTC 03:43)` to a clock time that has no zone. */
function scanSame(text: string, scanned: Scanned<TimeReading>, order: TimeContext['dateOrder']): Scanned<TimeReading> {
  const { start } = scanned.value;
  const bracket = start.clock?.known === true && start.zone === null ? matchAt(BRACKET, text, scanned.end) : null;
  if (bracket === null) return scanned;
  const inside = scanRange(text, scanned.end + bracket[0].length, { order, separator: TO });
  const closing = inside === null ? null : matchAt(CLOSING_BRACKET, text, inside.end);
  const same = inside?.value.start;
  if (closing === null || same?.clock?.known !== true || same.zone === null) return scanned;
  return { value: { ...scanned.value, same }, end: closing.index + closing[0].length };
}

interface RangeForm {
  readonly order: TimeContext['dateOrder'];
  readonly separator: RegExp;
}

function scanRange(text: string, at: number, form: RangeForm): Scanned<TimeReading> | null {
  const start = scanHourOfRange(text, at) ?? scanMoment(text, at, form.order);
  if (start === null) return null;
  const point = { value: { start: start.value, finish: null, same: null }, end: start.end };
  const days = scanSecondDay(text, start.end, start.value);
  if (days !== null) return days;
  const separator = matchAt(form.separator, text, start.end);
  if (separator === null) return point;
  const from = start.end + separator[0].length;
  const open = matchAt(OPEN, text, from);
  if (open !== null) return { ...point, end: from + open[0].length };
  const finish = scanMoment(text, from, form.order);
  if (finish === null || !isEndOf(start.value, finish.value)) return point;
  return { value: joinEnds(start.value, finish.value), end: finish.end };
}

/** The `9` of `9–11 am`. */
function scanHourOfRange(text: string, at: number): Scanned<Moment> | null {
  const match = matchAt(HOUR_OF_RANGE, text, at);
  const clock = match === null ? null : scanClock(`${match[0]}:00`, 0);
  if (match === null || clock === null) return null;
  const start = { day: null, weekday: null, clock: { ...clock.value, precision: 'hour' as const }, zone: null };
  return { value: { ...start, approximate: false }, end: at + match[0].length };
}

/** The `30` of `October 29–30, 2025` and of `2025-10-29/30`. */
function scanSecondDay(text: string, at: number, start: Moment): Scanned<TimeReading> | null {
  if (start.clock !== null || start.day?.known !== true) return null;
  const match = matchAt(start.day.year === null ? SECOND_DAY : SECOND_DAY_OF_DATE, text, at);
  if (match === null || Number(match[1]) <= start.day.day || Number(match[1]) > 31) return null;
  const year = match[2] === undefined ? start.day.year : Number(match[2]);
  const finish = { ...start, day: { ...start.day, year, day: Number(match[1]) } };
  return { value: joinEnds(start, finish), end: at + match[0].length };
}

/** Both ends of a range are written alike: clock to clock, day to day. */
function isEndOf(start: Moment, finish: Moment): boolean {
  if (start.clock === null) return finish.clock === null && finish.day !== null;
  return finish.clock !== null && finish.clock.compact === start.clock.compact;
}

/** What is written once holds for both ends: am/pm and zone of the far end, the day of the near one, the year of either. */
function joinEnds(start: Moment, finish: Moment): TimeReading {
  const clock = start.clock === null || finish.clock === null ? start.clock : sameHalf(start.clock, finish.clock);
  const [from, to] =
    start.day === null || finish.day === null ? [start.day, finish.day] : sameYear(start.day, finish.day);
  return {
    start: { ...start, day: from, clock, zone: start.zone ?? finish.zone },
    finish: { ...finish, day: to, zone: finish.zone ?? start.zone },
    same: null,
  };
}

/** `October 30 – November 2, 2025` is one year, `December 30 – January 2, 2026` two. */
function sameYear(start: DayPart, finish: DayPart): readonly [DayPart, DayPart] {
  const across = start.month * 31 + start.day > finish.month * 31 + finish.day ? 1 : 0;
  if (start.year === null && finish.year !== null) return [{ ...start, year: finish.year - across }, finish];
  if (start.year !== null && finish.year === null) return [start, { ...finish, year: start.year + across }];
  return [start, finish];
}

/** `1:46 – 5:30pm` starts after noon, `11:30 – 1:15pm` before it. */
function sameHalf(start: ClockPart, finish: ClockPart): ClockPart {
  if (finish.meridiem === null || start.meridiem !== null || start.hour > 12) return start;
  const same = inHalfDay(start, finish.meridiem);
  if (same.hour * 60 + same.minute <= finish.hour * 60 + finish.minute) return same;
  return inHalfDay(start, finish.meridiem === 'am' ? 'pm' : 'am');
}
