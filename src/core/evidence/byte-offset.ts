import type { EvidenceText } from './types.ts';

/** Characters between two checkpoints of the byte count; a lookup walks at most this far. */
const STRIDE = 1024;

/**
 * Returns the function that turns a character offset into an offset in the raw bytes. Text that had bytes which its
 * encoding does not allow (U+FFFD after decoding) gives offsets that are off by the bytes those stood for.
 */
export function byteCounter(input: EvidenceText): (charOffset: number) => number {
  const { text, bomBytes, encoding } = input;
  if (encoding === 'latin1') return (at) => bomBytes + at;
  if (encoding !== 'utf-8') return (at) => bomBytes + 2 * at;
  const firstWide = firstNonAscii(text);
  if (firstWide === text.length) return (at) => bomBytes + at;
  const checkpoints = utf8Checkpoints(text);
  return (at) => {
    if (at <= firstWide) return bomBytes + at;
    const block = Math.floor(at / STRIDE);
    return bomBytes + (checkpoints[block] ?? 0) + utf8Bytes(text, block * STRIDE, at);
  };
}

function firstNonAscii(text: string): number {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return at;
  return text.length;
}

function utf8Checkpoints(text: string): number[] {
  const checkpoints = [0];
  let bytes = 0;
  for (let at = 0; at < text.length; at += STRIDE) {
    bytes += utf8Bytes(text, at, Math.min(at + STRIDE, text.length));
    checkpoints.push(bytes);
  }
  return checkpoints;
}

/** A surrogate pair counts two bytes for each half, so that the sum over a pair is its four bytes. */
function utf8Bytes(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
