import { ASK_TEXT } from './byte-lines.ts';
import { readersFor } from './byte-shape.ts';
import { ByteStampReader } from './byte-stamp-reader.ts';
import { epochOf } from './json-record.ts';
import type { Stamp } from './stamp.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const DATE_KEY = Uint8Array.from('{"$date":', (character) => character.charCodeAt(0));
const NOTHING = new Uint8Array();

/**
 * Reads the time field of lines that name their fields, from their bytes: the value of one key of a JSON object or of
 * logfmt pairs. What is rare or damaged (escapes in a key, a cut object, a time that no shape has) is left to the
 * readers of text.
 */
export class ByteFields {
  readonly #key: Uint8Array;
  readonly #stamps: ByteStampReader;
  #bytes: Uint8Array = NOTHING;
  #at = 0;
  #end = 0;

  /** `key` is the field that has the time in this file, `resolve` gives the epoch milliseconds of a stamp. */
  constructor(key: string, resolve: (stamp: Stamp) => number) {
    this.#key = Uint8Array.from(key, (character) => character.charCodeAt(0));
    this.#stamps = new ByteStampReader(resolve);
  }

  /** Epoch milliseconds that a JSON object in one line has under the key; {@link ASK_TEXT} where bytes do not tell. */
  inJson(bytes: Uint8Array, start: number, end: number): number {
    this.#put(bytes, start + 1, end);
    if (!endsObject(bytes, start, end)) return ASK_TEXT;
    for (;;) {
      this.#skipBlanks();
      const known = this.#jsonKey();
      if (known === -1) return ASK_TEXT;
      if (known === 1) return this.#value();
      if (!this.#skipJsonValue() || !this.#skip(44)) return ASK_TEXT;
    }
  }

  /** The same of logfmt pairs. */
  inLogfmt(bytes: Uint8Array, start: number, end: number): number {
    this.#put(bytes, start, end);
    for (;;) {
      while (this.#byte() === 32) this.#at += 1;
      if (this.#at >= this.#end) return ASK_TEXT;
      const from = this.#at;
      while (KEY[this.#byte()] === 1) this.#at += 1;
      if (this.#at === from) return ASK_TEXT;
      const known = this.#isKey(from, this.#at);
      if (this.#skip(61)) {
        if (known) return this.#value();
        this.#skipLogfmtValue();
      }
    }
  }

  #put(bytes: Uint8Array, at: number, end: number): void {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = end;
    this.#stamps.put(bytes, end);
  }

  #byte(): number {
    return this.#at < this.#end ? (this.#bytes[this.#at] ?? 0) : 0;
  }

  #skip(byte: number): boolean {
    if (this.#byte() !== byte) return false;
    this.#at += 1;
    return true;
  }

  #skipBlanks(): void {
    while (this.#byte() === 32 || this.#byte() === 9) this.#at += 1;
  }

  /** Steps over a key and its colon: 1 for the key with the time, 0 for another one, −1 where none stands. */
  #jsonKey(): -1 | 0 | 1 {
    const from = this.#at + 1;
    if (!this.#skipString()) return -1;
    const known = this.#isKey(from, this.#at - 1);
    this.#skipBlanks();
    if (!this.#skip(58)) return -1;
    this.#skipBlanks();
    return known ? 1 : 0;
  }

  #isKey(from: number, to: number): boolean {
    if (to - from !== this.#key.length) return false;
    for (let index = 0; index < this.#key.length; index += 1) {
      if (this.#bytes[from + index] !== this.#key[index]) return false;
    }
    return true;
  }

  /** Steps over a string with its quotes; false where none stands or it has no end. */
  #skipString(): boolean {
    if (!this.#skip(QUOTE)) return false;
    for (; this.#at < this.#end; this.#at += 1) {
      const byte = this.#bytes[this.#at];
      if (byte === BACKSLASH) this.#at += 1;
      else if (byte === QUOTE) return this.#skip(QUOTE);
    }
    return false;
  }

  /** Steps over a value and the blanks behind it. */
  #skipJsonValue(): boolean {
    let depth = 0;
    while (this.#at < this.#end) {
      const byte = this.#byte();
      if (byte === QUOTE) {
        if (!this.#skipString()) return false;
        continue;
      }
      if (byte === 123 || byte === 91) depth += 1;
      else if (byte === 125 || byte === 93) depth -= 1;
      else if (byte === 44 && depth === 0) return true;
      if (depth < 0) return false;
      this.#at += 1;
    }
    return false;
  }

  #skipLogfmtValue(): void {
    if (this.#byte() === QUOTE) this.#skipString();
    else while (this.#byte() > 32) this.#at += 1;
  }

  /** The time at the cursor: a number, a quoted or a bare one. */
  #value(): number {
    this.#skipDateKey();
    const quoted = this.#skip(QUOTE);
    const digits = this.#digits(quoted);
    if (!Number.isNaN(digits)) return digits;
    const found = this.#stamps.find(readersFor(this.#byte()), this.#at);
    return found !== null && this.#ends(this.#stamps.stop, quoted) ? this.#stamps.instant() : ASK_TEXT;
  }

  /** MongoDB wraps its times: `{"$date":"…"}`. */
  #skipDateKey(): void {
    for (let index = 0; index < DATE_KEY.length; index += 1) {
      if (this.#bytes[this.#at + index] !== DATE_KEY[index]) return;
    }
    this.#at += DATE_KEY.length;
  }

  /** Whether the value ends at `at`. */
  #ends(at: number, quoted: boolean): boolean {
    const byte = at < this.#end ? (this.#bytes[at] ?? 0) : 0;
    return quoted ? byte === QUOTE : byte <= 32 || byte === 44 || byte === 125;
  }

  /** A value of digits alone as seconds, or fractions of them, since 1970; NaN for any other value. */
  #digits(quoted: boolean): number {
    let value = 0;
    let at = this.#at;
    for (; at < this.#end && isDigit(this.#bytes[at] ?? 0); at += 1) value = value * 10 + (this.#bytes[at] ?? 0) - 48;
    const count = at - this.#at;
    const padded = !quoted && this.#byte() === 48;
    if (count < 10 || count > 15 || padded) return Number.NaN;
    if (this.#ends(at, quoted)) return epochOf(value) ?? Number.NaN;
    return this.#bytes[at] === 46 && count === 10 ? this.#fraction(value, at + 1, quoted) : Number.NaN;
  }

  /** Whole seconds and up to six digits of a fraction; more of them are rounded by the readers of text. */
  #fraction(seconds: number, from: number, quoted: boolean): number {
    let value = 0;
    let scale = 1000;
    let at = from;
    for (; at < from + 6 && isDigit(this.#bytes[at] ?? 0); at += 1) {
      value = value * 10 + (this.#bytes[at] ?? 0) - 48;
      scale /= 10;
    }
    return at > from && this.#ends(at, quoted) ? seconds * 1000 + Math.floor(value * scale + 1e-7) : Number.NaN;
  }
}

/** An object that was cut does not end with a brace. */
function endsObject(bytes: Uint8Array, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && (bytes[at] ?? 0) <= 32) at -= 1;
  return bytes[at] === 125;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Bytes that the name of a logfmt field can have. */
const KEY = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w.@/:-]/u.test(String.fromCharCode(byte)) && byte < 128 ? 1 : 0,
);
