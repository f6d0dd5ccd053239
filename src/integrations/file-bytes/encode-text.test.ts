import { describe, expect, it } from 'vitest';

import { decodeText } from './decode-text.ts';
import { encodeText } from './encode-text.ts';

const GERMAN = 'Größe überschritten\r\n';

describe('encodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(GERMAN)],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${GERMAN}`)],
    ['UTF-16 with byte order mark', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(GERMAN, 'latin1')],
  ])('gives the bytes back that were decoded from %s', (_name, bytes) => {
    const decoded = decodeText(bytes);
    expect('text' in decoded && encodeText(decoded.text, decoded)).toEqual(bytes);
  });

  it('has no bytes for what the encoding cannot say', () => {
    expect(encodeText('Größe → klein', { encoding: 'latin1', bomBytes: 0 })).toBeNull();
  });
});
