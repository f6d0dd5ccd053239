import { type BytePattern, compileBytePattern } from './byte-pattern.ts';
import { type ByteShapeReader, readersFor, readersOf } from './byte-shape.ts';
import { ByteStampReader } from './byte-stamp-reader.ts';
import type { CompiledLayout } from './layout.ts';
import { LEVEL_WORDS } from './levels.data.ts';
import { FARTHEST, MOST_TOKENS, YEAR_AHEAD } from './locate-stamp.ts';
import type { Stamp } from './stamp.ts';
import type { LogSurvey } from './survey-log.ts';

/** What {@link ByteLines.at} says of a line whose time only the readers of text can tell. */
export const ASK_TEXT = Number.POSITIVE_INFINITY;

/** A layout of the file, as far as it says where the time stands. */
interface ByteLayout {
  readonly before: BytePattern;
  readonly shapes: readonly ByteShapeReader[];
  /** Reads its stamps: one of its own where the layout says the zone. */
  readonly stamps: ByteStampReader;
}

const NOTHING = new Uint8Array();

/**
 * Finds the time that opens a record in the bytes of a line: the same search as `createLineReader` makes in text, in the
 * same tables. Fields of JSON objects and of logfmt are not its business.
 */
export class ByteLines {
  readonly #survey: LogSurvey;
  readonly #layouts: readonly ByteLayout[];
  readonly #plain: ByteStampReader;
  /** The one that has found the time. */
  #stamps: ByteStampReader;
  /** Number of the last token at which a time opens a record. */
  readonly #last: number;
  #bytes: Uint8Array = NOTHING;
  #start = 0;
  #end = 0;

  /** `resolve` gives the epoch milliseconds of a stamp. */
  constructor(survey: LogSurvey, resolve: (stamp: Stamp) => number) {
    this.#survey = survey;
    this.#plain = new ByteStampReader(resolve);
    this.#stamps = this.#plain;
    this.#layouts = survey.layouts.flatMap((layout) => byteLayout(layout, this.#plain, resolve) ?? []);
    this.#last = Math.max(0, ...survey.profile.positions);
  }

  /** Epoch milliseconds of the record that opens here, NaN for none, {@link ASK_TEXT} where bytes do not tell. */
  at(bytes: Uint8Array, start: number, end: number): number {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    const first = this.#byte(start);
    if ((first === 32 || first === 9) && !this.#survey.indented) return Number.NaN;
    const found = this.#inLayout() ?? this.#anywhere();
    if (this.#hasControl(found === null ? start + FARTHEST : this.#stamps.stop)) return ASK_TEXT;
    if (found === null) return Number.NaN;
    const late = this.#stamps.at - start >= YEAR_AHEAD && !found.hasYear;
    return late ? ASK_TEXT : this.#stamps.instant();
  }

  #byte(at: number): number {
    return at < this.#end ? (this.#bytes[at] ?? 0) : 0;
  }

  #turnTo(stamps: ByteStampReader): void {
    stamps.put(this.#bytes, this.#end);
    this.#stamps = stamps;
  }

  #inLayout(): ByteShapeReader | null {
    for (const { before, shapes, stamps } of this.#layouts) {
      const at = before.match(this.#bytes, this.#start, this.#end);
      if (at === -1) continue;
      this.#turnTo(stamps);
      const found = stamps.find(shapes, at);
      if (found !== null) return found;
    }
    return null;
  }

  /** The time at the start of the line or behind a prefix (see `locateStamp`). */
  #anywhere(): ByteShapeReader | null {
    const { positions, weak } = this.#survey.profile;
    this.#turnTo(this.#plain);
    const every = this.#startsWithLevel();
    const last = every ? MOST_TOKENS - 1 : this.#last;
    const farthest = Math.min(this.#end, this.#start + FARTHEST);
    let at = this.#skipOpening(this.#start);
    for (let position = 0; position <= last && at < farthest; position += 1) {
      const may = every || position === 0 || positions.has(position);
      const found = may ? this.#stamps.find(readersFor(this.#byte(at)), at) : null;
      if (found !== null && (weak || !found.shape.weak)) return found;
      at = this.#skipOpening(this.#nextToken(at));
    }
    return null;
  }

  /** Blanks and `[ ( < " | ]` before a token. */
  #skipOpening(from: number): number {
    let at = from;
    while (at < this.#end && OPENING[this.#bytes[at] ?? 0] === 1) at += 1;
    return at;
  }

  #nextToken(from: number): number {
    let at = from;
    while (at < this.#end && ENDING[this.#bytes[at] ?? 0] !== 1) at += 1;
    return this.#byte(at) === 44 ? at + 1 : at;
  }

  /** Whether a level in capitals begins the line, so that the time may stand at any token. */
  #startsWithLevel(): boolean {
    let at = this.#start;
    if (OPENING_MARKS.has(this.#byte(at))) at += 1;
    while (this.#byte(at) === 32 || this.#byte(at) === 9) at += 1;
    const from = at;
    let word = 0;
    for (; isCapital(this.#byte(at)) && at - from < 10; at += 1) word = word * 32 + (this.#byte(at) & 31);
    if (at - from < 3 || at - from > 9 || !LEVEL_NUMBERS.has(word)) return false;
    const closed = CLOSING_MARKS.has(this.#byte(at)) ? at + 1 : at;
    const behind = this.#byte(closed);
    return closed >= this.#end || behind === 32 || behind === 9 || behind === 91;
  }

  /** Whether something stands before `to` that text readers take out of a line: control characters, colours, a mark. */
  #hasControl(to: number): boolean {
    const stop = Math.min(to, this.#end);
    for (let at = this.#start; at < stop; at += 1) if (CONTROL[this.#bytes[at] ?? 0] === 1) return true;
    return false;
  }
}

/** What the text readers' patterns say of a layout's time; null for a pattern that only they can match. */
function byteLayout(
  { before, shapes, layout }: CompiledLayout,
  plain: ByteStampReader,
  resolve: (stamp: Stamp) => number,
): ByteLayout | null {
  const pattern = compileBytePattern(before.source);
  if (pattern === null) return null;
  const { zone } = layout;
  const inZone = (stamp: Stamp): number =>
    resolve(stamp.zone === null && zone !== undefined ? { ...stamp, zone } : stamp);
  return {
    before: pattern,
    shapes: readersOf(shapes),
    stamps: zone === undefined ? plain : new ByteStampReader(inZone),
  };
}

/** Whether every layout of a file is one that bytes can be read by. */
export function hasByteLayouts({ layouts }: LogSurvey): boolean {
  return layouts.every(({ before }) => compileBytePattern(before.source) !== null);
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

/** Words for levels as numbers of base 32, a digit for each letter. */
const LEVEL_NUMBERS: ReadonlySet<number> = new Set(
  Object.keys(LEVEL_WORDS)
    .filter((word) => /^[a-z]+$/u.test(word))
    .map((word) => Array.from(word).reduce((number, letter) => number * 32 + (letter.charCodeAt(0) & 31), 0)),
);

function tableOf(has: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}

const OPENING = tableOf((byte) => '\t [(<"|]'.includes(String.fromCharCode(byte)));
const ENDING = tableOf((byte) => '\t [|,'.includes(String.fromCharCode(byte)));
const CONTROL = tableOf((byte) => (byte < 32 && byte !== 9 && byte !== 13) || byte === 127 || byte === 0xef);
const OPENING_MARKS: ReadonlySet<number> = new Set([91, 40, 60]);
/** `]`, `)`, `>`, `:`, `,`. */
const CLOSING_MARKS: ReadonlySet<number> = new Set([93, 41, 62, 58, 44]);
