import { BYTE_KIND, BYTE_KINDS, DATE_WORDS, REQUEST_METHODS, UNIT_WORDS } from './byte-kinds.data.ts';
import { packedBytes, packedWord } from './packed-word.ts';
import { portEnd, TokenScan } from './token-scan.ts';

/** The byte that stands for a value in a mask; no text has it. */
export const VALUE = 1;
/** Bytes of a message that are looked at; what is behind them makes no other pattern. */
export const LONGEST = 512;

const { HEX, DIGIT, JOIN, COLON, MARK, WIDE, SPACE } = BYTE_KIND;
const KINDS = BYTE_KINDS;
const BLANK = 32;
const [QUOTE, APOSTROPHE, OPEN, CLOSE, COMMA, SLASH, LESS, QUERY, BACKSLASH] = [34, 39, 40, 41, 44, 47, 60, 63, 92];
const LONGEST_QUOTE = 128;
const LONGEST_UNIT = 12;

const UNITS = new Set(UNIT_WORDS.map(packedWord));
const DATES = new Set(DATE_WORDS.map(packedWord));
const METHODS = new Set(REQUEST_METHODS.map(packedWord));

/**
 * Writes the mask of a message: its text with every value as one byte {@link VALUE} and blanks as one blank. Values are
 * numbers with their units, dates and times, addresses, ids, hashes, paths, URLs and quoted words. Made by walking over
 * the bytes once, without knowledge of the program that wrote them. Nothing is allocated: the mask stands in `out`
 * until the next call.
 */
export class MessageMask {
  readonly out: Uint8Array = new Uint8Array(LONGEST + 8);
  readonly #token = new TokenScan();
  #length = 0;
  #bytes: Uint8Array = this.out;
  #end = 0;

  /** Masks the UTF-8 bytes from `start` to `end`; gives the length of the mask. */
  write(bytes: Uint8Array, start: number, end: number): number {
    this.#bytes = bytes;
    this.#end = Math.min(end, start + LONGEST);
    this.#length = 0;
    let at = start;
    while (at < this.#end) {
      const kind = KINDS[bytes[at]!]!;
      if (kind <= JOIN) at = this.#word(at);
      else if (kind === SPACE) at = this.#blank(at);
      else at = this.#mark(at, kind);
    }
    while (this.#length > 0 && this.out[this.#length - 1] === BLANK) this.#length -= 1;
    return this.#length;
  }

  #put(code: number): void {
    this.out[this.#length] = code;
    this.#length += 1;
  }

  #copy(from: number, to: number): void {
    const { out } = this;
    const bytes = this.#bytes;
    let length = this.#length;
    for (let at = from; at < to; at += 1) {
      out[length] = bytes[at]!;
      length += 1;
    }
    this.#length = length;
  }

  #blank(at: number): number {
    if (this.#length > 0 && this.out[this.#length - 1] !== BLANK) this.#put(BLANK);
    return at + 1;
  }

  #mark(at: number, kind: number): number {
    const code = this.#bytes[at]!;
    if (kind === MARK) {
      const close = code === QUOTE || code === APOSTROPHE ? this.#closingQuote(at) : 0;
      if (close > 0) {
        this.#put(code);
        this.#put(VALUE);
        this.#put(code);
        return close + 1;
      }
      if (this.#isEmptyPair(at)) {
        this.#put(code);
        this.#put(VALUE);
        this.#put(this.#bytes[at + 1]!);
        return at + 2;
      }
      // `<1 sec` is a value.
      if (code === LESS && at + 1 < this.#end && KINDS[this.#bytes[at + 1]!] === DIGIT) return at + 1;
    }
    this.#put(code);
    return at + 1;
  }

  /** Brackets that stand alone with nothing in them hold a value that is missing. */
  #isEmptyPair(at: number): boolean {
    const bytes = this.#bytes;
    const code = bytes[at];
    if (at + 1 >= this.#end || this.#length === 0 || this.out[this.#length - 1] !== BLANK) return false;
    return (code === OPEN && bytes[at + 1] === CLOSE) || (code === 91 && bytes[at + 1] === 93);
  }

  /** Where a quoted value without blanks ends, 0 if none begins here. Keys of JSON are no values. */
  #closingQuote(open: number): number {
    const bytes = this.#bytes;
    if (this.#length > 0 && isWord(this.out[this.#length - 1]!)) return 0;
    const most = Math.min(this.#end, open + LONGEST_QUOTE);
    for (let at = open + 1; at < most; at += 1) {
      const code = bytes[at]!;
      if (code === bytes[open])
        return at === open + 1 || (at + 1 < this.#end && KINDS[bytes[at + 1]!] === COLON) ? 0 : at;
      if (KINDS[code] === SPACE) return 0;
    }
    return 0;
  }

  /** Puts a value; those that follow each other are one, and so is a date with its month in words. */
  #value(): void {
    const { out } = this;
    this.#dropDateWords();
    let length = this.#length;
    if (length > 0 && out[length - 1] === BLANK) length -= 1;
    if (length > 0 && out[length - 1] === COMMA) length -= 1;
    if (length > 0 && out[length - 1] === VALUE && length < this.#length) this.#length = length;
    else this.#put(VALUE);
  }

  /** The same name with a value once more, as in a list of blocks: one stands for all. */
  #dropRepeat(from: number): void {
    const { out } = this;
    const length = this.#length - from;
    const before = from - 1 - length;
    if (before < 0 || out[from - 1] !== BLANK || (before > 0 && out[before - 1] !== BLANK)) return;
    for (let at = 0; at < length; at += 1) if (out[before + at] !== out[from + at]) return;
    this.#length = from - 1;
  }

  #dropDateWords(): void {
    const { out } = this;
    for (let count = 0; count < 2; count += 1) {
      const length = this.#length;
      if (length < 4 || out[length - 1] !== BLANK || (length > 4 && isWord(out[length - 5]!))) return;
      if (!DATES.has(packedBytes(out, length - 4, length - 1))) return;
      this.#length -= 4;
    }
  }

  /** A token from `start`; gives where reading goes on. Most are plain words. */
  #word(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = start;
    while (at < end && KINDS[bytes[at]!]! <= HEX) at += 1;
    const kind = at < end ? KINDS[bytes[at]!]! : SPACE;
    if (kind <= JOIN || kind === COLON) return this.#mixed(start);
    this.#copy(start, at);
    return at;
  }

  #mixed(start: number): number {
    const bytes = this.#bytes;
    const token = this.#token;
    token.read(bytes, start, this.#end);
    const { next, stop, kept } = token;
    if (next < this.#end && KINDS[bytes[next]!] === COLON) {
      const end = this.#addressEnd(start, next);
      if (end > 0) {
        this.#value();
        return end;
      }
    }
    if (token.path && this.#followsMethod()) return this.#route(start);
    if (token.inName) this.#name(start, stop);
    else if (kept < stop) {
      const from = this.#length;
      this.#copy(start, kept);
      this.#value();
      if (kept > start) this.#dropRepeat(from);
      if (token.number && next === stop) return this.#unitEnd(next);
    } else this.#copy(start, stop);
    this.#copy(stop, next);
    return next;
  }

  /** Copies a name with a value for each of its numbers. */
  #name(from: number, to: number): void {
    const bytes = this.#bytes;
    let inside = false;
    for (let at = from; at < to; at += 1) {
      const digit = KINDS[bytes[at]!] === DIGIT;
      if (!digit) this.#put(bytes[at]!);
      else if (!inside) this.#put(VALUE);
      inside = digit;
    }
  }

  /** Where an URL, a path of a drive, or a host with its port ends; 0 if it is none of them. */
  #addressEnd(start: number, colon: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    if (colon + 2 >= end) return 0;
    const after = bytes[colon + 1]!;
    if ((after === SLASH && bytes[colon + 2] === SLASH) || (after === BACKSLASH && colon === start + 1)) {
      let at = colon + 2;
      while (at < end && isOfAddress(bytes[at]!)) at += 1;
      return at;
    }
    return KINDS[after] === DIGIT ? portEnd(bytes, colon, { start, end }) : 0;
  }

  #followsMethod(): boolean {
    const { out } = this;
    const end = this.#length - 1;
    if (end < 3 || out[end] !== BLANK) return false;
    let from = end;
    while (from > 0 && KINDS[out[from - 1]!]! <= HEX) from -= 1;
    return METHODS.has(packedBytes(out, from, end));
  }

  /** Copies a route, with a value for each segment that has a digit and without its query. */
  #route(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = start;
    while (at < end && bytes[at] === SLASH) {
      let stop = at + 1;
      let varies = false;
      for (; stop < end && bytes[stop] !== SLASH && bytes[stop] !== QUERY && isOfAddress(bytes[stop]!); stop += 1)
        if (KINDS[bytes[stop]!] === DIGIT) varies = true;
      this.#copy(at, varies ? at + 1 : stop);
      if (varies) this.#put(VALUE);
      at = stop;
    }
    while (at < end && isOfAddress(bytes[at]!)) at += 1;
    return at;
  }

  /** Behind the unit of a number and behind the same size told again in brackets: `1190 bytes (1.16 KB)`. */
  #unitEnd(from: number): number {
    const unit = this.#unitAt(from);
    if (unit === from || unit + 3 >= this.#end) return unit;
    const bytes = this.#bytes;
    if (bytes[unit] !== BLANK || bytes[unit + 1] !== OPEN || KINDS[bytes[unit + 2]!] !== DIGIT) return unit;
    let at = unit + 3;
    while (at < this.#end && (KINDS[bytes[at]!] === DIGIT || KINDS[bytes[at]!] === JOIN || bytes[at] === COMMA))
      at += 1;
    const again = this.#unitAt(at);
    return again > at && bytes[again] === CLOSE ? again + 1 : unit;
  }

  #unitAt(from: number): number {
    const bytes = this.#bytes;
    if (from + 1 >= this.#end || bytes[from] !== BLANK) return from;
    const most = Math.min(this.#end, from + LONGEST_UNIT);
    let at = from + 1;
    while (at < most && KINDS[bytes[at]!]! <= HEX) at += 1;
    if (at < this.#end && KINDS[bytes[at]!] === DIGIT) return from;
    return UNITS.has(packedBytes(bytes, from + 1, at)) ? at : from;
  }
}

function isWord(code: number): boolean {
  const kind = KINDS[code]!;
  return kind <= DIGIT || kind === WIDE;
}

/** URLs and paths end at blanks, quotes, commas and brackets. */
function isOfAddress(code: number): boolean {
  const kind = KINDS[code]!;
  return kind < MARK || kind === WIDE || code === 61;
}
