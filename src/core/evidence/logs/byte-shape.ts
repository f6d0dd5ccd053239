import { type BytePattern, compileBytePattern } from './byte-pattern.ts';
import { MONTHS } from './stamp-shapes.data.ts';
import { type CompiledShape, shapesFor } from './stamp.ts';

/** A shape of times that is read from bytes. */
export interface ByteShapeReader {
  readonly shape: CompiledShape;
  /** Reads the time that stands exactly at `at` into `parts`; its end, −1 where none stands there. */
  read(bytes: Uint8Array, at: number, end: number): number;
  /** Whether its pattern has a year. */
  readonly hasYear: boolean;
  /** The time read last. */
  readonly parts: StampParts;
}

/** A time as bytes told it; −1 for what is not written. One object for all readings of a shape. */
export interface StampParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** Where its zone stands; −1 without one. */
  zoneStart: number;
  zoneEnd: number;
  epochMs: number;
  /** Where its second and the fraction of it stand; −1 where they are not written. */
  secondStart: number;
  secondEnd: number;
  fractionStart: number;
  fractionEnd: number;
  /** Numbers of a date whose order the file decides: 0 to 3 of them. */
  readonly numbers: Int32Array;
}

const READERS = new WeakMap<CompiledShape, ByteShapeReader>();

/** The readers of bytes for these shapes. One whose pattern is none that bytes are matched with finds nothing. */
export function readersOf(shapes: readonly CompiledShape[]): ByteShapeReader[] {
  return shapes.map((shape) => readerOf(shape));
}

/** Made once for each shape. */
function readerOf(shape: CompiledShape): ByteShapeReader {
  const known = READERS.get(shape);
  if (known !== undefined) return known;
  const reader = new PatternShape(shape);
  READERS.set(shape, reader);
  return reader;
}

const NOTHING = new Uint8Array();

class PatternShape implements ByteShapeReader {
  readonly shape: CompiledShape;
  readonly hasYear: boolean;
  readonly parts: StampParts = emptyParts();
  /** Compiled when it is first asked for: a file has few of the shapes. */
  #pattern: BytePattern | null | undefined;
  #bytes: Uint8Array = NOTHING;
  /** 0 without AM and PM, 1 for AM, 2 for PM. */
  #half = 0;

  constructor(shape: CompiledShape) {
    this.shape = shape;
    // Epoch numbers and dates of three numbers have one, too.
    this.hasYear = ['Y', 'e', 'E', '3'].some((token) => shape.tokens.includes(token));
  }

  read(bytes: Uint8Array, at: number, end: number): number {
    if (this.#pattern === undefined) this.#pattern = compileBytePattern(this.shape.regex.source);
    const pattern = this.#pattern;
    const stop = pattern?.match(bytes, at, end) ?? -1;
    if (pattern === null || stop === -1) return -1;
    clearParts(this.parts);
    this.#bytes = bytes;
    this.#half = 0;
    const { captures } = pattern;
    const { tokens } = this.shape;
    for (let index = 0; index < tokens.length; index += 1) {
      const start = captures[2 * index] ?? -1;
      if (start !== -1) this.#set(tokens[index] ?? '', start, captures[2 * index + 1] ?? start);
    }
    if (!this.#applyHalf()) return -1;
    if (!Number.isNaN(this.parts.epochMs)) this.parts.epochMs += this.parts.millisecond;
    return stop;
  }

  #set(token: string, start: number, end: number): void {
    const { parts } = this;
    switch (token) {
      case 'Y':
        parts.year = this.#number(start, end);
        break;
      case 'M':
        parts.month = this.#number(start, end);
        break;
      case 'D':
        parts.day = this.#number(start, end);
        break;
      case 'b':
        parts.month = monthOf(this.#bytes, start);
        break;
      case 'h':
        parts.hour = this.#number(start, end);
        break;
      case 'm':
        parts.minute = this.#number(start, end);
        break;
      case 's':
        parts.second = this.#number(start, end);
        parts.secondStart = start;
        parts.secondEnd = end;
        break;
      case 'f':
        parts.millisecond = this.#scaled(start, end, 3);
        parts.fractionStart = start;
        parts.fractionEnd = end;
        break;
      case 'z':
        parts.zoneStart = start;
        parts.zoneEnd = end;
        break;
      case 'p':
        this.#half = ((this.#bytes[start] ?? 0) | 32) === 112 ? 2 : 1;
        break;
      case 'e':
      case 'E':
        parts.epochMs = this.#scaled(start, end, 13);
        parts.second = 0;
        break;
      case '1':
      case '2':
      case '3':
        parts.numbers[token === '1' ? 0 : token === '2' ? 1 : 2] = this.#number(start, end);
    }
  }

  #number(start: number, end: number): number {
    let value = 0;
    for (let at = start; at < end; at += 1) value = value * 10 + (this.#bytes[at] ?? 0) - 48;
    return value;
  }

  /** The first so many digits as a number, with zeros for those that are not written. */
  #scaled(start: number, end: number, digits: number): number {
    let value = 0;
    for (let at = start; at < start + digits; at += 1)
      value = value * 10 + (at < end ? (this.#bytes[at] ?? 0) - 48 : 0);
    return value;
  }

  /** False where hour and AM or PM do not go together. */
  #applyHalf(): boolean {
    const { parts } = this;
    if (this.#half === 0) return true;
    if (parts.hour < 1 || parts.hour > 12) return false;
    parts.hour = (parts.hour % 12) + (this.#half === 2 ? 12 : 0);
    return true;
  }
}

function emptyParts(): StampParts {
  return {
    year: -1,
    month: -1,
    day: -1,
    hour: 0,
    minute: 0,
    second: -1,
    millisecond: 0,
    zoneStart: -1,
    zoneEnd: -1,
    // Not a small number, so that the field holds fractions from the start.
    epochMs: Number.NaN,
    secondStart: -1,
    secondEnd: -1,
    fractionStart: -1,
    fractionEnd: -1,
    numbers: new Int32Array(3).fill(-1),
  };
}

function clearParts(parts: StampParts): void {
  parts.year = -1;
  parts.month = -1;
  parts.day = -1;
  parts.hour = 0;
  parts.minute = 0;
  parts.second = -1;
  parts.millisecond = 0;
  parts.zoneStart = -1;
  parts.zoneEnd = -1;
  parts.epochMs = Number.NaN;
  parts.secondStart = -1;
  parts.secondEnd = -1;
  parts.fractionStart = -1;
  parts.fractionEnd = -1;
  parts.numbers.fill(-1);
}

/** Months by the second and third letter of their names, which no two share. */
const MONTH_BY_LETTERS: Int32Array = new Int32Array(128 * 128).fill(-1);
for (const [name, month] of Object.entries(MONTHS)) {
  MONTH_BY_LETTERS[(name.charCodeAt(1) << 7) | name.charCodeAt(2)] = month;
}

/** The month whose name begins at `at`; the pattern has made sure that one does. */
function monthOf(bytes: Uint8Array, at: number): number {
  return MONTH_BY_LETTERS[(((bytes[at + 1] ?? 0) & 127) << 7) | ((bytes[at + 2] ?? 0) & 127)] ?? -1;
}

const DIGIT_READERS = readersOf(shapesFor(48));
const LETTER_READERS = readersOf(shapesFor(65));
const NO_READERS: readonly ByteShapeReader[] = [];

/** Readers of the shapes that a time beginning with this byte can have, in the order in which they are tried. */
export function readersFor(byte: number): readonly ByteShapeReader[] {
  if (byte >= 48 && byte <= 57) return DIGIT_READERS;
  return byte >= 65 && byte <= 90 ? LETTER_READERS : NO_READERS;
}
