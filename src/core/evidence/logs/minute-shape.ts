/** How many bytes of a stamp a shape looks at. */
export const SHAPE_BYTES = 32;

/**
 * Where the lines of a file have their stamp and which of its bytes make the minute, for scanners that compare bytes
 * and know no calendar. The promise: of two lines whose bytes there all lie between `least` and `greatest`, and are
 * equal where `kept` is 255, either both have their time within the same `spanMs` or both have none.
 */
export interface MinuteShape {
  /** Bytes from the start of the line, or from behind the first `anchor` in it, to the stamp. */
  readonly offset: number;
  /** The bytes that stand before the stamp wherever that is in the line, at most 16; empty where the place is fixed. */
  readonly anchor: Uint8Array;
  /** The byte that a line begins with; −1 where any does. */
  readonly opening: number;
  /** How long a "minute" of this shape is, in milliseconds from a multiple of it; 60,000 but for epoch numbers. */
  readonly spanMs: number;
  /** Least byte at each of {@link SHAPE_BYTES} places; 0 where any byte does. */
  readonly least: Uint8Array;
  /** Greatest byte at each place; 255 where any byte does. */
  readonly greatest: Uint8Array;
  /** 255 at the places that make the minute, 0 at all others. */
  readonly kept: Uint8Array;
  /** Length of the stamp in bytes. */
  readonly length: number;
  /** Where the two digits of the minute stand in the stamp; −1 where it has none of its own. */
  readonly minuteAt: number;
  /** The digits that do not make the minute: their place in the stamp, and the milliseconds that one of them counts. */
  readonly rest: readonly RestDigit[];
}

/** A digit behind the minute. */
interface RestDigit {
  readonly at: number;
  readonly ms: number;
}

/** Bytes that a letter of a pattern stands for, and whether they make the minute. */
const LETTERS: Readonly<Record<string, { readonly from: number; readonly to: number; readonly kept: boolean }>> = {
  // A digit of the date, the hour or the minute.
  d: { from: 48, to: 57, kept: true },
  // The tens of the seconds, and digits behind them.
  s: { from: 48, to: 53, kept: false },
  x: { from: 48, to: 57, kept: false },
  // A letter of a month's name.
  A: { from: 65, to: 90, kept: true },
  a: { from: 97, to: 122, kept: true },
  // A digit or the blank before a single one.
  p: { from: 32, to: 57, kept: true },
};

/** Least and greatest byte at one place. */
export type ByteRange = readonly [number, number];

/**
 * The shape of stamps written as a pattern says: `d` a digit that makes the minute, `s` the tens of the seconds, `x` a
 * digit behind them, `A` and `a` letters, `p` a digit or a blank, everything else itself. `behind` says which bytes may
 * follow, so that no zone and no further digit does. Null for patterns that are longer than a shape looks at.
 */
export function minuteShape(
  pattern: string,
  {
    behind,
    ...place
  }: Pick<MinuteShape, 'offset' | 'anchor' | 'opening' | 'spanMs'> & { readonly behind: readonly ByteRange[] },
): MinuteShape | null {
  if (pattern.length > SHAPE_BYTES) return null;
  const least = new Uint8Array(SHAPE_BYTES);
  const greatest = new Uint8Array(SHAPE_BYTES).fill(255);
  const kept = new Uint8Array(SHAPE_BYTES);
  for (let index = 0; index < pattern.length; index += 1) {
    const code = pattern.charCodeAt(index);
    const letter = LETTERS[pattern.charAt(index)] ?? { from: code, to: code, kept: true };
    least[index] = letter.from;
    greatest[index] = letter.to;
    kept[index] = letter.kept ? 255 : 0;
  }
  behind.slice(0, SHAPE_BYTES - pattern.length).forEach(([from, to], index) => {
    least[pattern.length + index] = from;
    greatest[pattern.length + index] = to;
  });
  return {
    ...place,
    least,
    greatest,
    kept,
    length: pattern.length,
    minuteAt: minuteOf(pattern),
    rest: restDigits(pattern, place.spanMs),
  };
}

/** The two digits before the seconds and one separator at most. */
function minuteOf(pattern: string): number {
  return /dd[^d]?s/u.exec(pattern)?.index ?? -1;
}

/** Ten seconds, seconds, tenths of a second and so on, down to milliseconds. */
function restDigits(pattern: string, spanMs: number): RestDigit[] {
  const places = [...pattern.matchAll(/[sx]/gu)].map(({ index }) => index);
  const first = spanMs === MINUTE_MS ? 10_000 : spanMs / 10;
  return places.map((at, index) => ({ at, ms: first / 10 ** index })).filter(({ ms }) => ms >= 1);
}

const MINUTE_MS = 60_000;

/** Where the stamp of a line of this shape stands; −1 where it opens otherwise or its anchor is not found. */
export function stampPlace({ offset, anchor, opening }: MinuteShape, bytes: Uint8Array, start: number): number {
  if (opening !== -1 && bytes[start] !== opening) return -1;
  if (anchor.length === 0) return start + offset;
  for (let at = bytes.indexOf(anchor[0]!, start); at !== -1; at = bytes.indexOf(anchor[0]!, at + 1)) {
    let same = 1;
    while (same < anchor.length && bytes[at + same] === anchor[same]) same += 1;
    if (same === anchor.length) return at + same + offset;
  }
  return -1;
}

/** Whether a stamp of this shape stands at `place`. */
export function hasShape({ least, greatest }: MinuteShape, bytes: Uint8Array, place: number): boolean {
  for (let index = 0; index < SHAPE_BYTES; index += 1) {
    const byte = bytes[place + index]!;
    if (byte < least[index]! || byte > greatest[index]!) return false;
  }
  return true;
}

/**
 * Milliseconds that the digits behind the minute tell of a stamp of this shape at `place`; NaN where only the clock of
 * the line can tell, because more digits follow.
 */
export function restOf({ rest, length }: MinuteShape, bytes: Uint8Array, place: number): number {
  const last = rest[rest.length - 1]!;
  if (last.at === length - 1 && last.ms > 1 && goesOn(bytes[place + length]!)) return Number.NaN;
  let ms = 0;
  for (let index = 0; index < rest.length; index += 1) {
    const digit = rest[index]!;
    ms += (bytes[place + digit.at]! - 48) * digit.ms;
  }
  return ms;
}

/** Whether a fraction of the second may go on with this byte: a digit, `.`, `,` or `:`. */
function goesOn(byte: number): boolean {
  return (byte >= 48 && byte <= 58) || byte === 46 || byte === 44;
}
