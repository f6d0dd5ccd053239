import type { Decoded } from './decode-text.ts';

/** How a text stood in its file. */
export type Encoded = Pick<Extract<Decoded, { text: string }>, 'encoding' | 'bomBytes'>;

/**
 * The bytes of a text in the encoding of the file that it came from, with the same byte order mark. Null where the
 * encoding has no place for a character.
 */
export function encodeText(text: string, { bomBytes, encoding }: Encoded): Uint8Array | null {
  const marked = bomBytes > 0 ? `\uFEFF${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(marked, 'utf8');
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
    case 'latin1':
      return /[\u0100-\u{10FFFF}]/u.test(text) ? null : Buffer.from(text, 'latin1');
  }
}
