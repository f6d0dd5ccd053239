import { BYTE, BYTE_FLAGS } from './byte-flags.data.ts';
import { MaskOutput } from './mask-output.ts';
import { LITERAL_WORDS, TELLING_KEYS, UNIT_WORDS } from './mask-words.data.ts';
import { packedBytes, packedWord } from './packed-word.ts';
import { endsSentence, joinsNumbers, Token } from './token.ts';

/** Bytes of a message that are looked at; what is behind them makes no other pattern. */
export const LONGEST = 512;

const FLAGS = BYTE_FLAGS;
const { DIGIT, HEX, LETTER, JOIN, SLASH, COLON, MARK, WIDE, SPACE } = BYTE;
const [BLANK, QUOTE, APOSTROPHE, OPEN, CLOSE, COMMA, LESS] = [32, 34, 39, 40, 41, 44, 60];
const [SLASH_CODE, EQUALS, QUERY, OPEN_SQUARE, BACKSLASH, CLOSE_SQUARE] = [47, 61, 63, 91, 92, 93];
const LONGEST_QUOTE = 128;
const MOST_QUOTED_BLANKS = 2;
const LONGEST_UNIT = 12;
const LETTERS_OF_HEX = 7;
const STATUS_LENGTH = 3;

const UNITS = new Set(UNIT_WORDS.map(packedWord));
const LITERALS = new Set(LITERAL_WORDS.map(packedWord));
const TELLING = new Set(TELLING_KEYS.map(packedWord));
const LONGEST_LITERAL = Math.max(...LITERAL_WORDS.map(({ length }) => length));
const MAY_BE_LITERAL = Uint8Array.from({ length: 256 }, (_, code) =>
  LITERAL_WORDS.some((word) => word.charCodeAt(0) === code) ? 1 : 0,
);

/**
 * Writes the mask of a message: its text with every value as one byte and blanks as one blank. Values are numbers with
 * their units, dates and times, addresses, ids, hashes, paths, URLs and quoted words. Made by walking over the bytes
 * once, without knowledge of the program that wrote them. Nothing is allocated: the mask stands in `out` until the next
 * call.
 */
export class MessageMask {
  readonly #output = new MaskOutput(LONGEST + 8);
  readonly #token = new Token();
  /** Where the route of a request ends in the mask; the status follows. */
  #routeEnd = -1;
  #bytes: Uint8Array = this.#output.bytes;
  #end = 0;

  /** The mask, with zeros up to a multiple of four. */
  get out(): Uint8Array {
    return this.#output.bytes;
  }

  /** Masks the UTF-8 bytes from `start` to `end`; gives the length of the mask. */
  write(bytes: Uint8Array, start: number, end: number): number {
    const output = this.#output;
    const stop = Math.min(end, start + LONGEST);
    this.#bytes = bytes;
    this.#end = stop;
    this.#routeEnd = -1;
    output.length = 0;
    let at = start;
    while (at < stop) {
      const flags = FLAGS[bytes[at]!]!;
      if (flags < COLON) at = this.#read(at);
      else if (flags === SPACE) {
        output.putBlank();
        at += 1;
      } else if (flags === MARK) at = this.#mark(at);
      else {
        output.put(bytes[at]!);
        at += 1;
      }
    }
    if (stop < end) output.cut();
    output.trimEnd();
    return output.length;
  }

  #mark(at: number): number {
    const output = this.#output;
    const code = this.#bytes[at]!;
    const close = code === QUOTE || code === APOSTROPHE ? this.#closingQuote(at) : this.#emptyPair(at);
    if (close > 0) {
      output.put(code);
      output.putValue();
      output.put(this.#bytes[close]!);
      return close + 1;
    }
    // `<1 sec` is a value.
    if (code !== LESS || at + 1 >= this.#end || FLAGS[this.#bytes[at + 1]!] !== DIGIT) output.put(code);
    return at + 1;
  }

  /** Brackets that stand alone with nothing in them hold a value that is missing. */
  #emptyPair(at: number): number {
    const bytes = this.#bytes;
    const code = bytes[at];
    if ((code !== OPEN && code !== OPEN_SQUARE) || at + 1 >= this.#end) return 0;
    if (bytes[at + 1] !== (code === OPEN ? CLOSE : CLOSE_SQUARE)) return 0;
    return this.#output.endsWithBlank() ? at + 1 : 0;
  }

  /**
   * Where a quoted value ends, 0 if none begins here: one word, or a few behind a key. Keys of JSON are no values, and
   * what is behind a telling key stays.
   */
  #closingQuote(open: number): number {
    const bytes = this.#bytes;
    if (this.#output.endsWithWord()) return 0;
    const key = this.#output.keyBefore();
    if (key !== 0 && TELLING.has(key)) return 0;
    const most = Math.min(this.#end, open + LONGEST_QUOTE);
    let blanks = key === 0 ? 0 : MOST_QUOTED_BLANKS;
    for (let at = open + 1; at < most; at += 1) {
      const code = bytes[at]!;
      if (code === bytes[open])
        return at === open + 1 || (at + 1 < this.#end && FLAGS[bytes[at + 1]!] === COLON) ? 0 : at;
      if (FLAGS[code] === SPACE) {
        if (blanks === 0) return 0;
        blanks -= 1;
      }
    }
    return 0;
  }

  /** Reads the token at `start`, which is written ahead into the mask; gives where reading goes on. */
  #read(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    const { length, bytes: out } = this.#output;
    const shift = length - start;
    let seen = 0;
    let part = start;
    let at = start;
    for (; at < end; at += 1) {
      const code = bytes[at]!;
      const flags = FLAGS[code]!;
      if (flags >= COLON) {
        if (flags !== COLON || at + 2 >= end || (seen & LETTER) !== 0) break;
        // Parts of times and addresses are short.
        if (at - part > ((seen & DIGIT) === 0 ? 2 : 4) || !joinsNumbers(bytes, at)) break;
        part = at + 1;
      } else seen |= flags;
      out[shift + at] = code;
    }
    const token = this.#token;
    token.start = start;
    token.flags = seen;
    return (seen & ~(HEX | LETTER)) === 0 && (at === end || FLAGS[bytes[at]!] !== COLON)
      ? this.#keepWord(start, at)
      : this.#keepToken(at);
  }

  /** Most tokens are words of letters. */
  #keepWord(start: number, end: number): number {
    const output = this.#output;
    const length = end - start;
    const code = this.#bytes[start]!;
    const literal =
      (length <= LONGEST_LITERAL && MAY_BE_LITERAL[code] === 1 && LITERALS.has(packedBytes(this.#bytes, start, end))) ||
      (length >= LETTERS_OF_HEX && this.#token.flags === HEX);
    if (literal) output.addValue();
    else output.length += length;
    return end;
  }

  /** `end` is behind the punctuation that may follow the token. */
  #keepToken(end: number): number {
    const bytes = this.#bytes;
    const output = this.#output;
    const token = this.#token;
    const { start } = token;
    let stop = end;
    while (stop > start && endsSentence(bytes[stop - 1]!)) stop -= 1;
    token.stop = stop;
    const address = end < this.#end && FLAGS[bytes[end]!] === COLON ? this.#addressEnd(end) : 0;
    if (address > 0) {
      output.addValue();
      return address;
    }
    if (FLAGS[bytes[start]!]! >= SLASH && output.endsWithMethod()) return this.#route(start);
    const kept = token.keptUntil(bytes);
    if (kept === stop) output.length += end - start;
    else if (token.inName) this.#name(end);
    else if (this.#isStatus(end)) output.length += end - start;
    else return this.#keepPart(kept, end);
    return end;
  }

  /** Keeps the token up to `kept` and the punctuation behind it; between them is a value. */
  #keepPart(kept: number, end: number): number {
    const output = this.#output;
    const { start, stop, isNumber } = this.#token;
    const from = output.length;
    output.length += kept - start;
    output.addValue();
    if (kept > start) output.dropRepeat(from);
    if (isNumber && stop === end) return this.#unitEnd(end);
    output.copy(this.#bytes, stop, end);
    return end;
  }

  /** `GET /cart 503`: what became of a request stays. */
  #isStatus(end: number): boolean {
    const { start, isNumber } = this.#token;
    return isNumber && this.#output.length === this.#routeEnd + 1 && end - start === STATUS_LENGTH;
  }

  /** Copies a name with a value for each of its numbers. */
  #name(end: number): void {
    const bytes = this.#bytes;
    let inside = false;
    for (let at = this.#token.start; at < end; at += 1) {
      const digit = FLAGS[bytes[at]!] === DIGIT;
      if (!digit) this.#output.put(bytes[at]!);
      else if (!inside) this.#output.putValue();
      inside = digit;
    }
  }

  /** Where an URL, a path of a drive, or a host with its port ends, of which the token is the beginning; 0 for others. */
  #addressEnd(colon: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    if (colon + 2 >= end) return 0;
    const after = bytes[colon + 1]!;
    if (
      (after === SLASH_CODE && bytes[colon + 2] === SLASH_CODE) ||
      (after === BACKSLASH && colon === this.#token.start + 1)
    ) {
      let at = colon + 2;
      while (at < end && isOfAddress(bytes[at]!)) at += 1;
      return at;
    }
    return FLAGS[after] === DIGIT ? this.#token.portEnd(bytes, colon, end) : 0;
  }

  /** Copies a route, with a value for each part that has a digit and without its query. */
  #route(start: number): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = start;
    while (at < end && bytes[at] === SLASH_CODE) {
      let stop = at + 1;
      let varies = false;
      for (; stop < end && bytes[stop] !== SLASH_CODE && bytes[stop] !== QUERY && isOfAddress(bytes[stop]!); stop += 1)
        if (FLAGS[bytes[stop]!] === DIGIT) varies = true;
      this.#output.copy(bytes, at, varies ? at + 1 : stop);
      if (varies) this.#output.putValue();
      at = stop;
    }
    while (at < end && isOfAddress(bytes[at]!)) at += 1;
    this.#routeEnd = this.#output.length;
    return at;
  }

  /** Behind the unit of a number and behind the same size told again in brackets: `1190 bytes (1.16 KB)`. */
  #unitEnd(from: number): number {
    const bytes = this.#bytes;
    const unit = this.#unitAt(from);
    if (unit === from || unit + 3 >= this.#end) return unit;
    if (bytes[unit] !== BLANK || bytes[unit + 1] !== OPEN || FLAGS[bytes[unit + 2]!] !== DIGIT) return unit;
    let at = unit + 3;
    while (at < this.#end && ((FLAGS[bytes[at]!]! & (DIGIT | JOIN)) !== 0 || bytes[at] === COMMA)) at += 1;
    const again = this.#unitAt(at);
    return again > at && bytes[again] === CLOSE ? again + 1 : unit;
  }

  #unitAt(from: number): number {
    const bytes = this.#bytes;
    if (from + 1 >= this.#end || bytes[from] !== BLANK) return from;
    const most = Math.min(this.#end, from + LONGEST_UNIT);
    let at = from + 1;
    while (at < most && (FLAGS[bytes[at]!]! & (HEX | LETTER)) !== 0) at += 1;
    if (at === from + 1 || (at < this.#end && FLAGS[bytes[at]!] === DIGIT)) return from;
    return UNITS.has(packedBytes(bytes, from + 1, at)) ? at : from;
  }
}

/** URLs and paths end at blanks, quotes, commas and brackets. */
function isOfAddress(code: number): boolean {
  const flags = FLAGS[code]!;
  return flags < MARK || flags === WIDE || code === EQUALS;
}
