import fc from 'fast-check';
import { expect, it } from 'vitest';

import { toLine, toProse } from '#core/record';

import { decodeCell, decodeLine, encodeCell, encodeLine } from './text-codec.ts';

const nasty = fc.array(
  fc.constantFrom(
    '|',
    '\\',
    '<br>',
    '<!--',
    '-->',
    '&#92;',
    '&amp;',
    '&lt;',
    '[Name]',
    '{{X}}',
    'a',
    ' ',
    '\n',
    'HH:MM',
    '\u00a0',
    'é',
    '\\<x\\>',
    'br>',
  ),
  { maxLength: 12 },
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  nasty.map((parts) => parts.join('')),
);

it('gives back every line that was written behind a label', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const value = toLine(raw);
      fc.pre(value !== undefined);
      expect(decodeLine(encodeLine(value)).text).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

it('gives back every text that was written into a table cell, and keeps the cell on one line', () => {
  fc.assert(
    fc.property(text, (raw) => {
      const value = toProse(raw);
      fc.pre(value !== undefined);
      const cell = encodeCell(value);
      expect(cell).not.toMatch(/\n|(?<!\\)\|/u);
      expect(decodeCell(cell).text).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

it('reads a prompt as nothing and keeps it aside', () => {
  expect(decodeLine('[Name]')).toEqual({ text: undefined, aside: '[Name]' });
  expect(decodeLine('[INC-7](./report.md)').text).toBe('[INC-7](./report.md)');
  expect(decodeCell('Yes <!-- Yes / No -->')).toEqual({ text: 'Yes', aside: '<!-- Yes / No -->' });
});
