import type { ByteShapeReader, StampParts } from './byte-shape.ts';

/** Longest stamp, with the bytes behind it, that is remembered. */
const MOST_BYTES = 64;
/** How many bytes behind a stamp can decide whether a zone belongs to it: a blank and the letters of its name. */
const BEHIND = 6;

/**
 * A stamp that was read and the instant of its minute. A line whose bytes differ from it in the digits of the second
 * and its fraction alone has a time in the same minute, which is told without reading the stamp again.
 */
export class StampMemo {
  readonly reader: ByteShapeReader;
  /** Bytes of the stamp itself. */
  readonly length: number;
  readonly #minute: number;
  readonly #least = new Uint8Array(MOST_BYTES);
  readonly #greatest = new Uint8Array(MOST_BYTES);
  /** Bytes that are compared: the stamp and what stands behind it. */
  readonly #compared: number;
  /** True where the line ends with the stamp. */
  readonly #ended: boolean;
  readonly #second: number;
  readonly #tens: boolean;
  readonly #fraction: number;
  readonly #fractionDigits: number;

  /** `minute` is the instant of the stamp that `reader` has just read, without its second; it stands at `at` … `stop`. */
  constructor(
    reader: ByteShapeReader,
    minute: number,
    stamp: { readonly bytes: Uint8Array; readonly at: number; readonly stop: number; readonly end: number },
  ) {
    const { bytes, at, stop, end } = stamp;
    const { parts } = reader;
    this.reader = reader;
    this.length = stop - at;
    this.#minute = minute;
    this.#ended = stop >= end;
    this.#compared = Math.min(end, stop + behind(bytes, stop)) - at;
    this.#least.set(bytes.subarray(at, at + this.#compared));
    this.#greatest.set(bytes.subarray(at, at + this.#compared));
    this.#second = parts.secondStart - at;
    this.#tens = parts.secondEnd - parts.secondStart === 2;
    this.#fraction = parts.fractionStart === -1 ? -1 : parts.fractionStart - at;
    this.#fractionDigits = parts.fractionEnd - parts.fractionStart;
    this.#open(this.#second, parts.secondEnd - parts.secondStart);
    if (this.#tens) this.#greatest[this.#second] = 53;
    if (this.#fraction !== -1) this.#open(this.#fraction, this.#fractionDigits);
  }

  #open(from: number, count: number): void {
    this.#least.fill(48, from, from + count);
    this.#greatest.fill(57, from, from + count);
  }

  /** Whether the bytes at `at` are this stamp but for its second. */
  fits(bytes: Uint8Array, at: number, end: number): boolean {
    const stop = at + this.#compared;
    if (stop > end || (this.#ended && stop !== end)) return false;
    for (let index = this.#compared - 1; index >= 0; index -= 1) {
      const byte = bytes[at + index] ?? 0;
      if (byte < (this.#least[index] ?? 0) || byte > (this.#greatest[index] ?? 0)) return false;
    }
    return true;
  }

  /** Epoch milliseconds of a stamp that fits. */
  instantAt(bytes: Uint8Array, at: number): number {
    const place = at + this.#second;
    const first = (bytes[place] ?? 0) - 48;
    const second = this.#tens ? first * 10 + (bytes[place + 1] ?? 0) - 48 : first;
    return this.#minute + second * 1000 + this.#millisecond(bytes, at + this.#fraction);
  }

  #millisecond(bytes: Uint8Array, at: number): number {
    if (this.#fraction === -1) return 0;
    let value = 0;
    for (let index = 0; index < 3; index += 1) {
      value = value * 10 + (index < this.#fractionDigits ? (bytes[at + index] ?? 0) - 48 : 0);
    }
    return value;
  }
}

/** Whether a stamp can be remembered by its bytes: it has a minute, and is not so long. */
export function isMemorable(parts: StampParts, length: number): boolean {
  return parts.secondStart !== -1 && parts.hour < 24 && parts.second < 60 && length + BEHIND <= MOST_BYTES;
}

/** How many bytes behind the stamp must stay the same, so that what follows is a zone as much or as little. */
function behind(bytes: Uint8Array, stop: number): number {
  if (bytes[stop] !== 32) return 2;
  const next = bytes[stop + 1] ?? 0;
  return next >= 65 && next <= 90 ? BEHIND : 2;
}
