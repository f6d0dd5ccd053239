import type { ByteCursor } from './byte-cursor.ts';
import { MONTHS, ZONE_WORDS } from './stamp-shapes.data.ts';

/** The parts of a stamp read from bytes. One object that every reading overwrites. */
export interface ByteStamp {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Minutes ahead of UTC; NaN where the stamp states no zone. */
  zone: number;
  /** Set where the stamp is an epoch number, else NaN. */
  epochMs: number;
}

/** A way of writing times that can be read without making strings. */
export interface ByteShape {
  /** The shape of `stamp-shapes.data.ts` that reads the same. */
  readonly id: string;
  /** Length of the "minute" that its pattern tells, in milliseconds. */
  readonly spanMs: number;
  /** Reads the stamp at the cursor; false where none stands there, or one that only the readers of text understand. */
  read(cursor: ByteCursor, into: ByteStamp): boolean;
  /** The pattern (see `minute-shape.ts`) that stamps written as this one share. */
  pattern(stamp: string): string;
}

const ZONES: ReadonlySet<string> = new Set(ZONE_WORDS);
const DASH = 45;
const COLON = 58;
const SLASH = 47;
const BLANK = 32;
const DOT = 46;
const COMMA = 44;

/** `2026-02-23T08:15:30.123+01:00` and its relatives. */
const iso: ByteShape = {
  id: 'iso',
  spanMs: 60_000,
  read(cursor, into) {
    into.year = cursor.number(4);
    if (into.year < 1000 || into.year > 2999 || !cursor.skip(DASH)) return false;
    into.month = cursor.number(2);
    if (into.month < 0 || !cursor.skip(DASH)) return false;
    into.day = cursor.number(2);
    if (into.day < 0 || !(cursor.skip(BLANK) || cursor.skip(84))) return false;
    return readClock(cursor, into) && readZone(cursor, into);
  },
  pattern: (stamp) => digitsOf(stamp, 17),
};

/** `10/Oct/2000:13:55:36 -0700`. */
const commonLog: ByteShape = {
  id: 'common-log',
  spanMs: 60_000,
  read(cursor, into) {
    into.day = cursor.number(2);
    if (into.day < 0 || !cursor.skip(SLASH)) return false;
    into.month = monthAt(cursor);
    if (into.month < 0 || !cursor.skip(SLASH)) return false;
    into.year = cursor.number(4);
    if (into.year < 1000 || !cursor.skip(COLON) || !readClock(cursor, into)) return false;
    return cursor.skip(BLANK) && readOffset(cursor, into);
  },
  pattern: (stamp) => `dd/Aaa/${digitsOf(stamp.slice(7), 11)}`,
};

/** `Jun 14 15:16:01`; the year is told by the file or the window. */
const bsd: ByteShape = {
  id: 'bsd',
  spanMs: 60_000,
  read(cursor, into) {
    into.year = -1;
    into.month = monthAt(cursor);
    if (into.month < 0 || !cursor.skip(BLANK)) return false;
    into.day = cursor.skip(BLANK) ? cursor.number(1) : cursor.number(2);
    if (into.day < 0 || !cursor.skip(BLANK) || !readClock(cursor, into)) return false;
    // Zones and years may follow behind a blank.
    into.zone = Number.NaN;
    return cursor.peek() === BLANK && !mayBeZone(cursor, 1) && !(cursor.peek(1) >= 48 && cursor.peek(1) <= 57);
  },
  pattern: (stamp) => `Aaa pd ${digitsOf(stamp.slice(7), 6)}`,
};

/** Seconds since 1970 with or without a fraction, or their thousandths, millionths, billionths. */
const epoch: ByteShape = {
  id: 'epoch',
  spanMs: 100_000,
  read(cursor, into) {
    const first = cursor.peek();
    if (first !== 49 && first !== 50) return false;
    const seconds = cursor.number(10);
    if (seconds < 0) return false;
    into.epochMs = seconds * 1000;
    if (cursor.skip(DOT)) {
      const fraction = cursor.fraction();
      if (fraction < 0) return false;
      into.epochMs += fraction;
    } else if (cursor.onDigit()) {
      const start = cursor.at;
      into.epochMs += cursor.fraction();
      const digits = cursor.at - start;
      if (digits !== 3 && digits !== 6 && digits !== 9) return false;
    }
    return !isNumberPart(cursor.peek());
  },
  // Minutes are no digits of an epoch number, but hundreds of seconds are.
  pattern: (stamp) => `dddddddd${stamp.slice(8).replaceAll(/\d/gu, 'x')}`,
};

/** All of them; `id` tells which reading of text each one equals. */
export const BYTE_SHAPES: readonly ByteShape[] = [iso, commonLog, bsd, epoch];

function readClock(cursor: ByteCursor, into: ByteStamp): boolean {
  into.hour = cursor.number(2);
  // 24:00 and seconds beyond 59 are rare enough for the readers of text.
  if (into.hour < 0 || into.hour > 23 || !cursor.skip(COLON)) return false;
  into.minute = cursor.number(2);
  if (into.minute < 0 || !cursor.skip(COLON)) return false;
  into.second = cursor.number(2);
  if (into.second < 0 || into.second > 59) return false;
  into.millisecond = 0;
  const mark = cursor.peek();
  if ((mark === DOT || mark === COMMA) && cursor.peek(1) >= 48 && cursor.peek(1) <= 57) {
    cursor.at += 1;
    into.millisecond = cursor.fraction();
  }
  return into.millisecond >= 0 && !cursor.onDigit();
}

/** The zone behind a clock: `Z`, an offset, or none. Names of zones are left to the readers of text. */
function readZone(cursor: ByteCursor, into: ByteStamp): boolean {
  into.zone = Number.NaN;
  const byte = cursor.peek();
  if (byte === 90) {
    into.zone = 0;
    cursor.at += 1;
    return !cursor.onLetter();
  }
  if (byte === 43 || byte === DASH) return readOffset(cursor, into);
  if (cursor.onLetter()) return false;
  return byte !== BLANK || !mayBeZone(cursor, 1);
}

/** `+01:00` and `+0100`. */
function readOffset(cursor: ByteCursor, into: ByteStamp): boolean {
  const sign = cursor.peek() === DASH ? -1 : 1;
  if (!cursor.skip(43) && !cursor.skip(DASH)) return false;
  const hours = cursor.number(2);
  cursor.skip(COLON);
  const minutes = cursor.number(2);
  if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59 || cursor.onDigit()) return false;
  into.zone = sign * (hours * 60 + minutes);
  return true;
}

/** Whether what stands `ahead` bytes from here could be read as a zone: a sign, or a name of one. */
function mayBeZone(cursor: ByteCursor, ahead: number): boolean {
  const byte = cursor.peek(ahead);
  if (byte === 43 || byte === DASH) return true;
  if (!cursor.onLetter(ahead)) return false;
  let length = 0;
  while (length < 6 && cursor.onLetter(ahead + length)) length += 1;
  if (length === 1) return byte === 90;
  if (length < 3 || length > 4) return false;
  return ZONES.has(wordAt(cursor, ahead, length));
}

function wordAt(cursor: ByteCursor, ahead: number, length: number): string {
  cursor.at += ahead;
  const word = cursor.word(length);
  cursor.at -= ahead;
  return word;
}

/** Steps over `Jan` … `Dec`; −1 where none stands. */
function monthAt(cursor: ByteCursor): number {
  const first = cursor.peek();
  if (first < 65 || first > 90) return -1;
  const month = MONTHS[cursor.word(3).toLowerCase()] ?? -1;
  if (month > 0) cursor.at += 3;
  return month;
}

function isNumberPart(byte: number): boolean {
  // What the shapes of text do not want behind an epoch number: letters, digits, `_`, `.`, `:`, `/`, `-`.
  return (byte >= 45 && byte <= 58) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95;
}

/** The pattern of digits whose seconds begin at `seconds`; what is no digit stands for itself. */
function digitsOf(stamp: string, seconds: number): string {
  let pattern = '';
  const zone = /(?:Z|[+-]\d\d:?\d\d)$/u.exec(stamp)?.index ?? stamp.length;
  for (let at = 0; at < stamp.length; at += 1) {
    const character = stamp.charAt(at);
    if (!/\d/u.test(character)) pattern += character;
    else if (at === seconds) pattern += 's';
    else pattern += at > seconds && at < zone ? 'x' : 'd';
  }
  return pattern;
}
