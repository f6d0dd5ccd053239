import { BYTE_KIND, BYTE_KINDS, SOURCE_ENDINGS } from './byte-kinds.data.ts';
import { packedWord, packedBytes } from './packed-word.ts';

const { LETTER, HEX, DIGIT, JOIN, COLON } = BYTE_KIND;
const KINDS = BYTE_KINDS;
const [SLASH, BACKSLASH, AT, DOT, COLON_CODE] = [47, 92, 64, 46, 58];
const SOURCES = new Set(SOURCE_ENDINGS.map(packedWord));
/** A name with more digits than this is numbered by a machine, not by the people who named it. */
const NAMED_DIGITS = 2;
const LONGEST_PORT = 5;

/**
 * One token of a message and what it is made of. Read once, byte by byte; the fields hold the last token read, so that
 * nothing is allocated.
 */
export class TokenScan {
  /** Where the token ends, without the punctuation behind it. */
  stop = 0;
  /** Where reading goes on: behind the punctuation, which is copied. */
  next = 0;
  /** Up to here the token stays as it is; the rest is a value. `stop` where nothing varies. */
  kept = 0;
  /** True where only the digits vary inside a name that people gave: `jk2_init`. */
  inName = false;
  /** True for a plain number, which may have its unit behind it. */
  number = false;
  /** True for a path from the root. */
  path = false;

  #digits = 0;
  #hex = 0;
  #letters = 0;
  #slashes = 0;
  #firstDigit = -1;
  #at = -1;

  /** Reads the token that begins at `start`, which is a letter, a digit or a mark that joins them. */
  read(bytes: Uint8Array, start: number, end: number): void {
    this.inName = false;
    this.number = false;
    this.path = false;
    const at = this.#measure(bytes, start, end);
    let stop = at;
    while (stop > start && endsNothing(bytes[stop - 1]!)) stop -= 1;
    this.stop = stop;
    this.next = Math.max(at, stop);
    if (this.#digits === 0) this.kept = this.#keptWord(bytes, start);
    else this.kept = this.#keptOf(bytes, start);
  }

  #measure(bytes: Uint8Array, start: number, end: number): number {
    let digits = 0;
    let hex = 0;
    let letters = 0;
    let slashes = 0;
    let firstDigit = -1;
    let mail = -1;
    let at = start;
    for (; at < end; at += 1) {
      const code = bytes[at]!;
      const kind = KINDS[code]!;
      if (kind === LETTER) letters += 1;
      else if (kind === HEX) hex += 1;
      else if (kind === DIGIT) {
        if (digits === 0) firstDigit = at;
        digits += 1;
      } else if (kind === JOIN) {
        if (code === SLASH || code === BACKSLASH) slashes += 1;
        else if (code === AT && mail === -1) mail = at;
      } else if (kind !== COLON || letters > 0 || !goesOn(bytes, at, end) || (digits === 0 && hex > 2)) break;
    }
    this.#digits = digits;
    this.#hex = hex;
    this.#letters = letters;
    this.#slashes = slashes;
    this.#firstDigit = firstDigit;
    this.#at = mail;
    return at;
  }

  /** Without a digit only paths and mail addresses are values. */
  #keptWord(bytes: Uint8Array, start: number): number {
    if (this.#at > start && this.#hasDotBehind(bytes, this.#at)) return start;
    if (this.#slashes >= 2 && isSlash(bytes[start]!) && this.stop > start + 2) {
      this.path = true;
      return start;
    }
    return this.stop;
  }

  #hasDotBehind(bytes: Uint8Array, from: number): boolean {
    for (let at = from + 2; at < this.stop; at += 1) if (bytes[at] === DOT) return true;
    return false;
  }

  #keptOf(bytes: Uint8Array, start: number): number {
    const first = this.#firstDigit;
    if (this.#letters === 0 && this.#hex === 0) {
      this.number = true;
      return start;
    }
    const opening = KINDS[bytes[start]!]!;
    if (opening === DIGIT || (opening === JOIN && first === start + 1)) return start;
    if (this.#letters === 0 && this.stop - start >= 6) return start;
    if (this.#slashes > 0 && (this.#slashes >= 2 || isSlash(bytes[start]!))) {
      this.path = isSlash(bytes[start]!);
      return start;
    }
    if (this.#at > start && this.#at > first) return start;
    return this.#keptName(bytes, start);
  }

  /** `blk_<*>`, `eth<*>`, `QuorumServer@<*>`: names stay up to where their number begins. */
  #keptName(bytes: Uint8Array, start: number): number {
    const first = this.#firstDigit;
    let cut = first;
    if (KINDS[bytes[first - 1]!]! < DIGIT) {
      if (this.#digits <= NAMED_DIGITS && this.#letters + this.#hex >= 4) {
        this.inName = true;
        return start;
      }
      if (!this.#onlyDigitsFrom(bytes, first)) while (cut > start && KINDS[bytes[cut - 1]!]! < DIGIT) cut -= 1;
    }
    // The sign of a number is part of it: `blk_-1608`.
    if (cut > start + 1 && isSign(bytes[cut - 1]!) && KINDS[bytes[cut - 2]!]! >= DIGIT) cut -= 1;
    return hasLetters(bytes, start, cut) ? cut : start;
  }

  #onlyDigitsFrom(bytes: Uint8Array, from: number): boolean {
    for (let at = from; at < this.stop; at += 1) if (KINDS[bytes[at]!]! < DIGIT) return false;
    return true;
  }
}

/** Whether a name with a dot and a port ends here: gives the end of the port, or 0. `at` is the place of its colon. */
export function portEnd(
  bytes: Uint8Array,
  at: number,
  bounds: { readonly start: number; readonly end: number },
): number {
  const { start, end } = bounds;
  let stop = at + 1;
  while (stop < end && KINDS[bytes[stop]!] === DIGIT) stop += 1;
  const length = stop - at - 1;
  if (length < 2 || length > LONGEST_PORT || (stop < end && KINDS[bytes[stop]!]! < JOIN)) return 0;
  let dot = at - 1;
  while (dot >= start && bytes[dot] !== DOT) dot -= 1;
  return dot < start || SOURCES.has(packedBytes(bytes, dot + 1, at)) ? 0 : stop;
}

function goesOn(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 1 >= end) return false;
  const kind = KINDS[bytes[at + 1]!]!;
  return (
    kind === DIGIT || kind === HEX || (bytes[at + 1] === COLON_CODE && at + 2 < end && KINDS[bytes[at + 2]!]! < JOIN)
  );
}

function hasLetters(bytes: Uint8Array, from: number, to: number): boolean {
  let letters = 0;
  for (let at = from; at < to; at += 1) if (KINDS[bytes[at]!]! <= HEX) letters += 1;
  return letters >= 2;
}

/** Punctuation that ends a sentence or opens nothing: no part of a token that it stands behind. */
function endsNothing(code: number): boolean {
  return code === DOT || code === 33 || code === 63 || code === 45 || code === 42 || code === COLON_CODE;
}

function isSign(code: number): boolean {
  return code === 45 || code === 43;
}

function isSlash(code: number): boolean {
  return code === SLASH || code === BACKSLASH;
}
