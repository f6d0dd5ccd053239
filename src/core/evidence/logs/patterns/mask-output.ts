import { BYTE, BYTE_FLAGS } from './byte-flags.data.ts';
import { DATE_WORDS, REQUEST_METHODS } from './mask-words.data.ts';
import { packedBytes, packedWord } from './packed-word.ts';

/** The byte that stands for a value in a mask; no text has it. */
const VALUE = 1;

const FLAGS = BYTE_FLAGS;
const { DIGIT, HEX, LETTER, COLON, WIDE } = BYTE;
const [BLANK, COMMA, EQUALS, QUOTE, APOSTROPHE] = [32, 44, 61, 34, 39];
const DATES = new Set(DATE_WORDS.map(packedWord));
const METHODS = new Set(REQUEST_METHODS.map(packedWord));

/** The mask while it is written. Reading may write ahead of `length`; what is kept is then only counted. */
export class MaskOutput {
  readonly bytes: Uint8Array;
  length = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
  }

  put(code: number): void {
    this.bytes[this.length] = code;
    this.length += 1;
  }

  putBlank(): void {
    if (this.length > 0 && this.bytes[this.length - 1] !== BLANK) this.put(BLANK);
  }

  copy(from: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; at += 1) this.put(from[at]!);
  }

  trimEnd(): void {
    while (this.length > 0 && this.bytes[this.length - 1] === BLANK) this.length -= 1;
  }

  /** A value by itself, between quotes or brackets. */
  putValue(): void {
    this.put(VALUE);
  }

  /** A value among words: those that follow each other are one, and so is a date with its month in words. */
  addValue(): void {
    const { bytes } = this;
    let { length } = this;
    if (length > 0 && bytes[length - 1] === BLANK) {
      this.#dropDateWords();
      length = this.length - 1;
    }
    if (length > 0 && bytes[length - 1] === COMMA) length -= 1;
    if (length > 0 && bytes[length - 1] === VALUE && length < this.length) this.length = length;
    else this.put(VALUE);
  }

  /** Takes off the name with a value from `from` on, if the same stands before it: one stands for a list of blocks. */
  dropRepeat(from: number): void {
    const { bytes } = this;
    const length = this.length - from;
    const before = from - 1 - length;
    if (before < 0 || bytes[from - 1] !== BLANK || (before > 0 && bytes[before - 1] !== BLANK)) return;
    for (let at = 0; at < length; at += 1) if (bytes[before + at] !== bytes[from + at]) return;
    this.length = from - 1;
  }

  /** The rest is a value, from the last blank on. */
  cut(): void {
    let { length } = this;
    while (length > 0 && this.bytes[length - 1] !== BLANK) length -= 1;
    if (length > 0) this.length = length;
    this.addValue();
  }

  endsWithBlank(): boolean {
    return this.length > 0 && this.bytes[this.length - 1] === BLANK;
  }

  endsWithWord(): boolean {
    return this.length > 0 && isWord(this.bytes[this.length - 1]!);
  }

  /** Whether the word before is the method of a request. */
  endsWithMethod(): boolean {
    const end = this.length - 1;
    if (end < 3 || this.bytes[end] !== BLANK) return false;
    return METHODS.has(packedBytes(this.bytes, this.#wordStart(end), end));
  }

  /** The key that a value begins behind, packed: of `key=`, `key: ` and `"key":`; 0 if there is none. */
  keyBefore(): number {
    const { bytes } = this;
    let end = this.length;
    if (end > 1 && bytes[end - 1] === BLANK) end -= 1;
    if (end < 2 || (bytes[end - 1] !== EQUALS && FLAGS[bytes[end - 1]!] !== COLON)) return 0;
    end -= 1;
    if (bytes[end - 1] === QUOTE || bytes[end - 1] === APOSTROPHE) end -= 1;
    const from = this.#wordStart(end);
    return from === end ? 0 : packedBytes(bytes, from, end);
  }

  #wordStart(end: number): number {
    let from = end;
    while (from > 0 && (FLAGS[this.bytes[from - 1]!]! & (HEX | LETTER)) !== 0) from -= 1;
    return from;
  }

  #dropDateWords(): void {
    const { bytes } = this;
    for (let count = 0; count < 2; count += 1) {
      const { length } = this;
      if (length < 4 || bytes[length - 1] !== BLANK || bytes[length - 4]! > 90) return;
      if (length > 4 && isWord(bytes[length - 5]!)) return;
      if (!DATES.has(packedBytes(bytes, length - 4, length - 1))) return;
      this.length -= 4;
    }
  }
}

function isWord(code: number): boolean {
  return (FLAGS[code]! & (DIGIT | HEX | LETTER | WIDE)) !== 0;
}
