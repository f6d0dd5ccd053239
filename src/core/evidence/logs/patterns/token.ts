import { BYTE, BYTE_FLAGS } from './byte-flags.data.ts';
import { SOURCE_ENDINGS } from './mask-words.data.ts';
import { packedBytes, packedWord } from './packed-word.ts';

const FLAGS = BYTE_FLAGS;
const { DIGIT, HEX, LETTER, JOIN, SLASH, AT } = BYTE;
const [DOT, COLON_CODE, MINUS, PLUS] = [46, 58, 45, 43];
const SOURCES = new Set(SOURCE_ENDINGS.map(packedWord));
/** A name with more digits than this is numbered by a machine, not by the people who named it. */
const NAMED_DIGITS = 2;
const LEAST_NAME = 4;
/** Hexadecimal digits of letters and digits from this length on are an id; of letters alone from the longer one. */
const LEAST_ID = 6;
const LEAST_LETTER_ID = 7;
const LONGEST_PORT = 5;

/** A token of a message: where it stands and the flags of all its bytes. One object for all, so that nothing is allocated. */
export class Token {
  start = 0;
  /** Where the token ends, without the punctuation behind it. */
  stop = 0;
  flags = 0;
  /** True where only the digits vary inside a name that people gave: `jk2_init`. */
  inName = false;

  /** Whether it is a plain number, which may have its unit behind it. */
  get isNumber(): boolean {
    return (this.flags & (DIGIT | HEX | LETTER)) === DIGIT;
  }

  /** Up to where the token stays as it is; the rest is a value. `stop` where nothing varies. */
  keptUntil(bytes: Uint8Array): number {
    const { start, stop, flags } = this;
    this.inName = false;
    if (stop === start) return stop;
    if ((flags & DIGIT) === 0) return this.#isPath(bytes) || this.#isMail(bytes) || this.#isHexWord() ? start : stop;
    if ((flags & (HEX | LETTER)) === 0) return start;
    if (isDigit(bytes[start]!) || ((FLAGS[bytes[start]!]! & JOIN) !== 0 && isDigit(bytes[start + 1]!))) return start;
    if ((flags & LETTER) === 0 && stop - start >= LEAST_ID) return start;
    if (this.#isPath(bytes) || this.#isMail(bytes)) return start;
    return this.#keptName(bytes);
  }

  /** From the root, or of several parts with numbers. */
  #isPath(bytes: Uint8Array): boolean {
    const { start, stop, flags } = this;
    if ((flags & SLASH) === 0) return false;
    const rooted = (FLAGS[bytes[start]!]! & SLASH) !== 0;
    const numbered = (flags & DIGIT) !== 0;
    if (rooted && numbered) return true;
    if (!rooted && !numbered) return false;
    let slashes = 0;
    for (let at = start; at < stop && slashes < 2; at += 1) if ((FLAGS[bytes[at]!]! & SLASH) !== 0) slashes += 1;
    return slashes >= 2 && stop > start + 2;
  }

  #isMail(bytes: Uint8Array): boolean {
    if ((this.flags & AT) === 0) return false;
    let at = this.start;
    while ((FLAGS[bytes[at]!]! & AT) === 0) at += 1;
    if (at === this.start) return false;
    for (let dot = at + 2; dot < this.stop; dot += 1) if (bytes[dot] === DOT && !isDigit(bytes[dot - 1]!)) return true;
    return false;
  }

  #isHexWord(): boolean {
    return this.flags === HEX && this.stop - this.start >= LEAST_LETTER_ID;
  }

  /** `blk_<*>`, `eth<*>`, `QuorumServer@<*>`: names stay up to where their number begins. */
  #keptName(bytes: Uint8Array): number {
    const { start } = this;
    let cut = start;
    while (!isDigit(bytes[cut]!)) cut += 1;
    const behindLetter = isLetter(bytes[cut - 1]!);
    if (behindLetter && this.#isGiven(bytes)) {
      this.inName = true;
      return start;
    }
    if (behindLetter && this.#hasLetterFrom(bytes, cut)) while (cut > start && isLetter(bytes[cut - 1]!)) cut -= 1;
    // The sign of a number is part of it: `blk_-1608`.
    if (cut > start + 1 && isSign(bytes[cut - 1]!) && !isLetter(bytes[cut - 2]!)) cut -= 1;
    return hasName(bytes, start, cut) ? cut : start;
  }

  /** Whether people gave the name: more letters than digits, and few digits. */
  #isGiven(bytes: Uint8Array): boolean {
    let digits = 0;
    let letters = 0;
    for (let at = this.start; at < this.stop; at += 1) {
      if (isDigit(bytes[at]!)) digits += 1;
      else if (isLetter(bytes[at]!)) letters += 1;
    }
    return digits <= NAMED_DIGITS && letters >= LEAST_NAME;
  }

  #hasLetterFrom(bytes: Uint8Array, from: number): boolean {
    for (let at = from; at < this.stop; at += 1) if (isLetter(bytes[at]!)) return true;
    return false;
  }

  /**
   * Where the port ends, if the token is a host with a dot and a port follows at the colon at `colon`; else 0. A source
   * file with a line is no host.
   */
  portEnd(bytes: Uint8Array, colon: number, end: number): number {
    let stop = colon + 1;
    while (stop < end && isDigit(bytes[stop]!)) stop += 1;
    const length = stop - colon - 1;
    if (length < 2 || length > LONGEST_PORT || (stop < end && isLetter(bytes[stop]!))) return 0;
    let dot = colon - 1;
    while (dot >= this.start && bytes[dot] !== DOT) dot -= 1;
    return dot < this.start || SOURCES.has(packedBytes(bytes, dot + 1, colon)) ? 0 : stop;
  }
}

/** Whether a part of a number goes on behind the colon at `at`: `12:30:59`, `a0:de:09`, `fe80::1`. */
export function joinsNumbers(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1]!;
  if ((FLAGS[next]! & (DIGIT | HEX)) !== 0) return true;
  return next === COLON_CODE && (FLAGS[bytes[at + 2]!]! & (DIGIT | HEX)) !== 0;
}

/** Punctuation that ends a sentence: no part of the token that it stands behind. */
export function endsSentence(code: number): boolean {
  return code === DOT || code === 33 || code === 63 || code === MINUS || code === 42 || code === COLON_CODE;
}

function isDigit(code: number): boolean {
  return FLAGS[code] === DIGIT;
}

function isLetter(code: number): boolean {
  return (FLAGS[code]! & (HEX | LETTER)) !== 0;
}

function isSign(code: number): boolean {
  return code === MINUS || code === PLUS;
}

function hasName(bytes: Uint8Array, from: number, to: number): boolean {
  let letters = 0;
  for (let at = from; at < to; at += 1) if (isLetter(bytes[at]!)) letters += 1;
  return letters >= 2;
}
