import { isUtf8 } from 'node:buffer';

import type { EvidenceText } from '#core/evidence';

import { BINARY_SIGNATURES } from './binary-signatures.data.ts';

type Encoding = EvidenceText['encoding'];

/** Text of a file and how it was found in the bytes, or what the bytes are instead. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding; readonly bomBytes: number }
  | { readonly binary: string; readonly help: string | undefined };

const BOMS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** How many bytes from the start decide what a file is. */
const SAMPLE = 65_536;
/** More control characters than this are no text. A crashed writer leaves NULs in a log that is otherwise UTF-8. */
const BINARY_SHARE = { utf8: 0.1, other: 0.02 };
/** In UTF-16 of mostly Latin text every second byte is 0. */
const UTF16_SHARE = 0.7;
/** So many well-formed sequences for each broken one make damaged UTF-8, fewer make another encoding. */
const WELL_FORMED_PER_BROKEN = 4;

/**
 * Decodes bytes by their byte order mark, else as UTF-8, else as UTF-16 or Latin-1 by what the bytes look like.
 * A broken sequence in text that is otherwise UTF-8 becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const mark = BOMS.find((bom) => startsWith(bytes, bom.bytes, 0));
  if (mark) return decodeAs(bytes.subarray(mark.bytes.length), mark.encoding, mark.bytes.length);
  const signature = BINARY_SIGNATURES.find((each) => startsWith(bytes, each.bytes, each.at ?? 0));
  if (signature && (!isUtf8(bytes) || bytes.subarray(0, SAMPLE).includes(0)))
    return { binary: signature.what, help: signature.help };
  const wide = guessUtf16(bytes);
  if (wide) return decodeAs(bytes, wide, 0);
  const encoding = isUtf8(bytes) || isCutUtf8(bytes) || isDamagedUtf8(bytes) ? 'utf-8' : 'latin1';
  const share = encoding === 'utf-8' ? BINARY_SHARE.utf8 : BINARY_SHARE.other;
  return controlShare(bytes) > share ? { binary: 'binary data', help: undefined } : decodeAs(bytes, encoding, 0);
}

function decodeAs(bytes: Uint8Array, encoding: Encoding, bomBytes: number): Decoded {
  // TextDecoder's "latin1" is windows-1252 with bytes of its own; Buffer's keeps one character for each byte.
  const text =
    encoding === 'latin1'
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
      : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, bomBytes };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[], at: number): boolean {
  return prefix.every((byte, index) => bytes[at + index] === byte);
}

function controlShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length === 0) return 0;
  return sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0) / sample.length;
}

/** Tab, line breaks, form feed, backspace and escape belong to text that terminals wrote. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b;
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > UTF16_SHARE && even < 1 - UTF16_SHARE) return 'utf-16le';
  return even > UTF16_SHARE && odd < 1 - UTF16_SHARE ? 'utf-16be' : undefined;
}

/** A file that was cut within its last character. */
function isCutUtf8(bytes: Uint8Array): boolean {
  return [1, 2, 3].some((cut) => (bytes.at(-cut) ?? 0) >= 0xc2 && isUtf8(bytes.subarray(0, bytes.length - cut)));
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let wellFormed = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd) broken += 1;
    else if (unit > 0x7f) wellFormed += 1;
  }
  return wellFormed >= broken * WELL_FORMED_PER_BROKEN;
}
