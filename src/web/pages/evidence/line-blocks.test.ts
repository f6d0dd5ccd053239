import { expect, test } from 'vitest';

import { blocksFor, linesOf } from './line-blocks.ts';
import { plainText } from './plain-text.ts';

test('lines are asked for in blocks that hold all that is in sight', () => {
  expect(blocksFor(1, 1)).toEqual([{ from: 1, count: 500 }]);
  expect(blocksFor(490, 510)).toEqual([
    { from: 1, count: 500 },
    { from: 501, count: 500 },
  ]);
  expect(blocksFor(1001, 1001)).toEqual([{ from: 1001, count: 500 }]);
});

test('lines are found by their numbers', () => {
  expect(linesOf([{ from: 501, lines: ['a', 'b'] }]).get(502)).toBe('b');
});

test.each([
  ['5xx on `POST /api`', String.raw`5xx on \`POST /api\``],
  ['<b>bold</b>', String.raw`\<b>bold\</b>`],
  ['1. first', String.raw`1\. first`],
  ['snake_case stays', 'snake_case stays'],
  ['two\nlines', 'two lines'],
])('%j reads as text and not as markup: %j', (text, markdown) => {
  expect(plainText(text)).toBe(markdown);
});
