import { briefRecord, type LineClock, type LineRecord, namesLevel } from '#core/evidence/logs';

import { decode } from './plan-clock.ts';

const ZERO = 48;
const NINE = 57;
const BLANK = 32;
const MOST_HEADS = 64;

/** What stands before the message of a line, and what it tells. */
export interface RecordHead {
  readonly level: LineRecord['level'];
  readonly service: string | null;
  readonly notable: boolean;
  /** Bytes from the start of the line to the message. */
  readonly length: number;
}

interface KnownHead extends RecordHead {
  /** With `0` for every digit. */
  readonly bytes: Uint8Array;
  /** Whether the message begins with a capital: after some levels this tells whether they are part of it. */
  readonly capital: boolean;
}

/** A line in bytes. */
export interface LineBytes {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/**
 * Learns the heads of lines whose level is a word in front of the message, so that of a line with a known head only the
 * message has to be mined. A head counts only before a message of plain ASCII that begins with two words, the first one of
 * letters: then nothing of the message can belong to the head. All other lines are read as text.
 */
export class RecordHeads {
  readonly #mayLearn: boolean;
  readonly #known: KnownHead[] = [];

  constructor({ plainHeads }: LineClock) {
    this.#mayLearn = plainHeads;
  }

  /** Learns the head of a line that was read. */
  learn({ bytes, start, end }: LineBytes, record: LineRecord): void {
    const { text, level, service } = record;
    if (!this.#mayLearn || record.stamp === null || level === null || record.stack !== null) return;
    if (record.partial || record.further || /\d/u.test(service ?? '')) return;
    const line = decode(bytes, start, end);
    const length = line.length - text.length;
    if (!line.endsWith(text) || !beginsPlainly(bytes, start + length, end) || !isAscii(bytes, start, end)) return;
    if (!namesLevel(line.slice(0, length), level) || this.find({ bytes, start, end }) !== null) return;
    const { notable } = briefRecord(record, undefined);
    const head = bytes.slice(start, start + length).map((byte) => (isDigit(byte) ? ZERO : byte));
    if (this.#known.length === MOST_HEADS) this.#known.pop();
    this.#known.unshift({ level, service, notable, length, bytes: head, capital: isCapital(bytes[start + length]!) });
  }

  /** The head of a line; null where it is not known or the line has to be read as text. */
  find({ bytes, start, end }: LineBytes): RecordHead | null {
    const known = this.#known;
    for (let index = 0; index < known.length; index += 1) {
      const head = known[index]!;
      if (!fits(head, bytes, start, end)) continue;
      const from = start + head.length;
      if (isCapital(bytes[from]!) !== head.capital) continue;
      return beginsPlainly(bytes, from, end) && isAscii(bytes, from, end) ? head : null;
    }
    return null;
  }
}

// oxlint-disable-next-line max-params -- called for every line
function fits({ bytes: head }: KnownHead, bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= head.length) return false;
  // Heads of one file mostly differ in their ends.
  for (let at = head.length - 1; at >= 0; at -= 1) {
    const byte = bytes[start + at]!;
    if (byte !== head[at] && !(head[at] === ZERO && isDigit(byte))) return false;
  }
  return true;
}

/** A word of letters, one blank, and a letter or a digit. */
function beginsPlainly(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && isLetter(bytes[at]!)) at += 1;
  if (at === from || at + 1 >= end || bytes[at] !== BLANK) return false;
  return isLetter(bytes[at + 1]!) || isDigit(bytes[at + 1]!);
}

function isAscii(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (bytes[at]! < BLANK || bytes[at]! > 126) return false;
  return true;
}

function isLetter(byte: number): boolean {
  return (byte | 32) >= 97 && (byte | 32) <= 122;
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}
