import { Buffer } from 'node:buffer';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { evidenceText } from './evidence.fixture.ts';
import { indexText, placeAt, RAW_LIMIT, sourceAt } from './source-text.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', ' '), maxLength: 4000 });

describe('the index of a text', () => {
  it('counts bytes as the encoding does, after the byte order mark', () => {
    fc.assert(
      fc.property(text, fc.nat(), (written, seed) => {
        const at = Array.from(written)
          .slice(0, seed % 50)
          .join('').length;
        const utf8 = indexText(evidenceText(written, { bomBytes: 3 }));
        expect(utf8.byteOffset(at)).toBe(3 + Buffer.byteLength(written.slice(0, at)));
        const utf16 = indexText(evidenceText(written, { encoding: 'utf-16le', bomBytes: 2 }));
        expect(utf16.byteOffset(at)).toBe(2 + Buffer.from(written.slice(0, at), 'utf16le').length);
        expect(indexText(evidenceText(written, { encoding: 'latin1' })).byteOffset(at)).toBe(at);
      }),
    );
  });

  it('counts bytes far into a long text', () => {
    const long = 'ab漢😀'.repeat(2000);
    expect(indexText(evidenceText(long)).byteOffset(9000)).toBe(Buffer.byteLength(long.slice(0, 9000)));
  });

  it('gives lines that hold the whole text and know their numbers', () => {
    fc.assert(
      fc.property(text, (written) => {
        const index = indexText(evidenceText(written));
        const lines = [...index.lines()];
        expect(lines.map((line) => line.text)).toEqual(
          written === '' ? [] : written.replace(/\r?\n$/u, '').split(/\r?\n/u),
        );
        for (const { start, end, line, text: shown } of lines) {
          expect(written.slice(start, end)).toBe(shown);
          expect(index.lineAt(start)).toBe(line);
        }
      }),
    );
  });

  it('is built once for each piece of evidence', () => {
    const input = evidenceText('a');
    expect(indexText(input)).toBe(indexText(input));
  });
});

describe('the source of an event', () => {
  it('names evidence, format, line, byte offset and raw text', () => {
    const index = indexText(evidenceText('é\nfact\n', { file: 'a.log' }));
    expect(sourceAt(index, 'x', { start: 2, end: 6 })).toEqual({
      evidence: 'hash-of-a.log',
      file: 'a.log',
      format: 'x',
      line: 2,
      offset: 3,
      raw: 'fact',
    });
    expect(placeAt(index, 2)).toEqual({ file: 'a.log', line: 2, offset: 3 });
  });

  it('cuts long raw text with an ellipsis and never inside a character', () => {
    const exact = 'a'.repeat(RAW_LIMIT);
    const raw = (written: string): string =>
      sourceAt(indexText(evidenceText(written)), 'x', { start: 0, end: written.length }).raw;
    expect(raw(exact)).toBe(exact);
    expect(raw(`${exact}b`)).toBe(`${'a'.repeat(RAW_LIMIT - 1)}…`);
    expect(raw(`${'a'.repeat(RAW_LIMIT - 2)}😀bb`)).toBe(`${'a'.repeat(RAW_LIMIT - 2)}…`);
  });
});
