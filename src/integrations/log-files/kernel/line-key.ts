const ZERO = 48;
const NINE = 57;
const QUOTE = 34;
const BLANK = 32;
/** Digits of a status. */
const STATUS = 3;

/**
 * Whether the digit at `at` of a line that begins at `start` tells no kinds apart: all digits but the three behind a quote
 * and a blank, which are the status of a request.
 */
export function isOpenDigit(bytes: Uint8Array, at: number, start: number): boolean {
  const byte = bytes[at]!;
  if (byte < ZERO || byte > NINE) return false;
  for (let blank = at - 1; blank >= at - STATUS && blank > start; blank -= 1) {
    if (bytes[blank] === BLANK && bytes[blank - 1] === QUOTE) return false;
  }
  return true;
}
