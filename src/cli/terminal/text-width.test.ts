import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fitText, padText, printable, textWidth, wrapText } from './text-width.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '👩‍💻', ' ', '-', 'ß', '｡') });

describe('text width', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['👩‍💻', 2],
    ['é', 1],
    ['', 0],
  ])('counts the columns of %j', (sample, columns) => {
    expect(textWidth(sample)).toBe(columns);
  });

  it('cuts to the columns it is given', () => {
    expect(fitText('evidence/api.log', 10)).toBe('evidence/…');
    expect(fitText('short', 10)).toBe('short');
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (each, width) => textWidth(fitText(each, width)) <= width),
    );
  });

  it('wraps into lines that fit and loses no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (each, width) => {
        const lines = wrapText(each, width);
        expect(lines.every((line) => textWidth(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(each.replaceAll(' ', ''));
      }),
    );
  });

  it('pads on either side', () => {
    expect([padText('漢', 4), padText('7', 3, 'right')]).toEqual(['漢  ', '  7']);
  });

  it('takes out what a terminal would obey', () => {
    expect(printable('a\u001B[31mred\u001B[0m\u001B]0;title\u0007\tb\nc\u0000\u202E')).toBe('ared b c');
  });
});
