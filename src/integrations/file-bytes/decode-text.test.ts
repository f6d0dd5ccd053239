import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from './decode-text.ts';

const GERMAN = 'Größe überschritten\n';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(GERMAN), { encoding: 'utf-8', bomBytes: 0 }],
    ['UTF-8 with byte order mark', Buffer.from(`\uFEFF${GERMAN}`), { encoding: 'utf-8', bomBytes: 3 }],
    ['UTF-16 with byte order mark', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le'), { encoding: 'utf-16le', bomBytes: 2 }],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${GERMAN}`, 'utf16le').swap16(), { encoding: 'utf-16be', bomBytes: 2 }],
    ['UTF-16 without mark', Buffer.from(GERMAN, 'utf16le'), { encoding: 'utf-16le', bomBytes: 0 }],
    ['Latin-1', Buffer.from(GERMAN, 'latin1'), { encoding: 'latin1', bomBytes: 0 }],
  ])('reads %s', (_name, bytes, how) => {
    expect(decodeText(bytes)).toEqual({ text: GERMAN, ...how });
  });

  it('shows the broken places of text that is otherwise UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('äöüß '), Buffer.from([0xc3, 0x28]), Buffer.from(' äöüß')]);
    expect(decodeText(bytes)).toMatchObject({ text: 'äöüß \uFFFD( äöüß', encoding: 'utf-8' });
  });

  it('reads a file that was cut within its last character', () => {
    expect(decodeText(Buffer.from('cut at ü').subarray(0, -1))).toMatchObject({
      text: 'cut at \uFFFD',
      encoding: 'utf-8',
    });
  });

  it('lets a log pass that a crashed writer left some NULs in', () => {
    const bytes = Buffer.concat([Buffer.from('a line\n'.repeat(40)), Buffer.alloc(20)]);
    expect(decodeText(bytes)).toMatchObject({ encoding: 'utf-8' });
  });

  it.each([
    ['a gzip archive', [0x1f, 0x8b, 8, 0, 0, 0]],
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 13, 10]],
    ['a zip archive (or an office document)', [0x50, 0x4b, 3, 4, 20, 0]],
    ['binary data', [0, 1, 2, 3, 4, 5, 6, 7]],
  ])('recognises %s', (what, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ binary: what });
  });

  it('takes text that only begins like an archive for text', () => {
    expect(decodeText(Buffer.from('BZh is how it begins\n'))).toMatchObject({ encoding: 'utf-8' });
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bomBytes: 0 });
  });

  it('reads every text back that is written in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ü', '漢', '😀', '\n', ' '), minLength: 1 }), (text) => {
        expect(decodeText(Buffer.from(text))).toMatchObject({ text });
      }),
    );
  });
});
