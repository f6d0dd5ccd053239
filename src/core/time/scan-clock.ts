import { matchAt, type Scanned } from './match-at.ts';
import { CLOCK_SUFFIXES, HOUR_NAMES, UNSPACED } from './time-words.data.ts';

/** A clock time as written. */
export interface ClockPart {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly precision: 'second' | 'minute' | 'hour';
  /** False for placeholders (`HH:MM`, `--:--`): a clock time belongs here and is not known. */
  readonly known: boolean;
  /** False for readings that no clock shows (`25:00`). */
  readonly possible: boolean;
  /** Seconds after the start that the unknown digits of `14:??` leave open. */
  readonly openSeconds: number;
  readonly meridiem: 'am' | 'pm' | null;
  /** Written as `1205`: too much like any number to be trusted anywhere. */
  readonly compact: boolean;
}

const COLON = /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?!\d|:\d|:[\da-f]{2}:)/uy;
const PARTLY_UNKNOWN =
  /(?!\d{1,2}:\d\d)(\d{1,2}|\d[?xX_](?=:\D)|\?\??|[xX]{2}|-{2}|_{2}|HH|hh):(\d\d|\d[?xX_]|\?\??|[xX]{2}|-{2}|_{2}|MM|mm)(?::(?:\d\d|\?\?|[xX]{2}|-{2}|_{2}|SS|ss))?(?![\w?])/uy;
const UNKNOWN = /\?{3,8}(?![\p{L}\d?]|:[\d?])/uy;
const POINT = new RegExp(`(\\d{1,2})\\.([0-5]\\d)(?!\\d|\\.\\d|\\s?%|[${UNSPACED}])`, 'uy');
const POINT_SURE = /\s*(?:uhr|[ap]\.?m\b|hrs\b)/iuy;
const LETTER_H = /(\d{1,2}) ?h ?([0-5]\d)(?!\w|\s*m)/iuy;
const HOUR_ALONE = /(\d{1,2})(?=\s*(?:[ap](?:\.\s?m\.?|m)|uhr|o['’]clock)(?![\p{L}\d]))/iuy;
const COMPACT = /([01]\d|2[0-3])([0-5]\d)(?!\d|[.,:/]\d)/uy;
const BASIC = /(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?(?!\d)/uy;
const MERIDIEM = /\s*([ap])(?:\.\s?m\.?|m)(?![\p{L}\d])/iuy;
/** `11:21a`: one letter is enough directly behind minutes, unless it is a digit of an address. */
const MERIDIEM_LETTER = /(?<=:\d\d)([ap])(?![\p{L}\d]|:[\da-f]{0,4}:)/iuy;
const SUFFIX = new RegExp(`\\s*(?:${CLOCK_SUFFIXES.join('|')})(?![\\p{L}\\d])`, 'iuy');
const WORD = /\p{L}+/uy;

/** The clock time at an offset, with am/pm and words like `Uhr`, or null. */
export function scanClock(text: string, at: number): Scanned<ClockPart> | null {
  const found = scanDigits(text, at) ?? scanHourName(text, at);
  if (found === null) return null;
  const meridiem = found.value.known
    ? (matchAt(MERIDIEM, text, found.end) ?? matchAt(MERIDIEM_LETTER, text, found.end))
    : null;
  const half = meridiem?.[1]?.toLowerCase() === 'a' ? 'am' : 'pm';
  const value = meridiem === null ? found.value : inHalfDay(found.value, half);
  const end = found.end + (meridiem?.[0].length ?? 0);
  return { value, end: end + (matchAt(SUFFIX, text, end)?.[0].length ?? 0) };
}

/** The clock time of ISO 8601's basic form, `120506`, as it stands behind a `T`. */
export function scanBasicClock(text: string, at: number): Scanned<ClockPart> | null {
  const match = matchAt(BASIC, text, at);
  return match === null ? null : scannedClock(match);
}

/** A reading of a twelve-hour clock on the twenty-four-hour clock; `13:05 pm` says the same thing twice. */
export function inHalfDay(clock: ClockPart, meridiem: 'am' | 'pm'): ClockPart {
  const possible = clock.possible && (clock.hour <= 12 || meridiem === 'pm');
  const hour = clock.hour > 12 ? clock.hour : (clock.hour % 12) + (meridiem === 'pm' ? 12 : 0);
  return { ...clock, hour, possible, meridiem };
}

function scanDigits(text: string, at: number): Scanned<ClockPart> | null {
  const colon = matchAt(COLON, text, at);
  if (colon !== null) return scannedClock(colon);
  const letter = matchAt(LETTER_H, text, at) ?? matchAt(HOUR_ALONE, text, at);
  if (letter !== null) return scannedClock(letter);
  const compact = matchAt(COMPACT, text, at);
  if (compact !== null) return scannedClock(compact, true);
  return scanPoint(text, at) ?? scanPartlyUnknown(text, at) ?? scanUnknown(text, at);
}

/** `12.05`: one digit before the point is more often a number, so that needs `Uhr` or am/pm behind it. */
function scanPoint(text: string, at: number): Scanned<ClockPart> | null {
  const match = matchAt(POINT, text, at);
  if (match === null) return null;
  const sure = match[1]?.length === 2 || matchAt(POINT_SURE, text, at + match[0].length) !== null;
  return sure && Number(match[1]) < 25 ? scannedClock(match) : null;
}

function scanPartlyUnknown(text: string, at: number): Scanned<ClockPart> | null {
  const match = matchAt(PARTLY_UNKNOWN, text, at);
  if (match === null) return null;
  const hour = Number(match[1]);
  const tens = Number(match[2]?.[0]);
  const known = Number.isInteger(hour);
  const value = makeClock(known ? hour : 0, Number.isInteger(tens) ? tens * 10 : 0, 'hour');
  const openSeconds = Number.isInteger(tens) ? 599 : 3599;
  return { value: { ...value, known, openSeconds: known ? openSeconds : 0 }, end: at + match[0].length };
}

/** The `???` of a line whose time is still to be found. */
function scanUnknown(text: string, at: number): Scanned<ClockPart> | null {
  const match = matchAt(UNKNOWN, text, at);
  return match === null ? null : { value: { ...makeClock(0, 0, 'hour'), known: false }, end: at + match[0].length };
}

function scanHourName(text: string, at: number): Scanned<ClockPart> | null {
  const word = matchAt(WORD, text, at)?.[0] ?? '';
  const name = word.toLowerCase();
  const hour = Object.hasOwn(HOUR_NAMES, name) ? HOUR_NAMES[name] : undefined;
  return hour === undefined ? null : { value: makeClock(hour, 0, 'hour'), end: at + word.length };
}

function scannedClock(match: RegExpExecArray, compact = false): Scanned<ClockPart> {
  const [all, hour, minute, second, fraction = ''] = match;
  const precision = second === undefined ? (minute === undefined ? 'hour' : 'minute') : 'second';
  const base = makeClock(Number(hour), Number(minute ?? 0), precision);
  const exact = { second: Number(second ?? 0), millisecond: Number(fraction.slice(0, 3).padEnd(3, '0')) };
  const possible = base.possible && (exact.second < 60 || (exact.second === 60 && base.minute === 59));
  return { value: { ...base, ...exact, possible, compact }, end: match.index + all.length };
}

function makeClock(hour: number, minute: number, precision: ClockPart['precision']): ClockPart {
  const possible = minute < 60 && (hour < 24 || (hour === 24 && minute === 0));
  const rest = { second: 0, millisecond: 0, known: true, openSeconds: 0, meridiem: null, compact: false };
  return { hour, minute, precision, possible, ...rest };
}
