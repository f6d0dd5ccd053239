const DASH = 45;
const QUOTE = 34;
const BLANK = 32;
/** Digits of a status. */
const STATUS = 3;
const SHORTEST_ID = 6;

/** What stands for a byte when kinds of lines are told apart. */
export const KEY = {
  /** The byte itself. */
  own: 0,
  /** Any digit. */
  digit: 1,
  /** Any hexadecimal digit of an id. */
  id: 2,
} as const;

/**
 * How the bytes of a line count when kinds of lines are told apart, one {@link KEY} for each. Digits are all alike, but for
 * three behind a quote and a blank, which are the status of a request. So are the letters and digits of words that have
 * both and are hexadecimal, with or without dashes.
 */
export function keyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const key = new Uint8Array(end - start);
  let status = 0;
  for (let at = 0; at < key.length; at += 1) {
    if (isDigit(bytes[start + at]!) && status === 0) key[at] = KEY.digit;
    status = Math.max(0, status - 1);
    if (at > 0 && bytes[start + at] === BLANK && bytes[start + at - 1] === QUOTE) status = STATUS;
  }
  const line = latin1(bytes, start, end);
  for (const { 0: word, index } of line.matchAll(/[0-9A-Za-z_\u0080-\u00FF-]+/gu)) {
    const isId =
      word.length >= SHORTEST_ID && /^[0-9A-Fa-f-]+$/u.test(word) && /\d/u.test(word) && /[A-Fa-f]/u.test(word);
    if (!isId) continue;
    for (let at = index; at < index + word.length; at += 1) if (bytes[start + at] !== DASH) key[at] = KEY.id;
  }
  return key;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** The bytes as characters. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
