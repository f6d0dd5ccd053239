import fc from 'fast-check';
import { expect, test } from 'vitest';

import { rowChunks } from './row-chunks.ts';
import { splitText } from './split-text.ts';
import { movedPlace, textDiff } from './text-diff.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🙂', '👍'), maxLength: 12 });

test('the change makes one text into the other and never halves a character', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { at, insert, remove } = textDiff(before, after) ?? { at: 0, insert: '', remove: 0 };
      expect(before.slice(0, at) + insert + before.slice(at + remove)).toBe(after);
      expect(insert.isWellFormed()).toBe(true);
      expect(before.slice(at, at + remove).isWellFormed()).toBe(true);
    }),
  );
});

test('a place behind a change moves with it, one before it stays', () => {
  expect(movedPlace(2, { at: 3, remove: 0, insert: 'xy' })).toBe(2);
  expect(movedPlace(5, { at: 3, remove: 1, insert: 'xyz' })).toBe(7);
  expect(movedPlace(4, { at: 3, remove: 5, insert: '' })).toBe(3);
});

test.each([
  ['Rolled back api. Errors went down.', 'Rolled back api.', 'Errors went down.'],
  ['paged Ana → she looked', 'paged Ana', 'she looked'],
  ['rolled back api', 'rolled', 'back api'],
  ['rolled', 'rolled', ''],
])('%j is split into %j and %j', (text, first, second) => {
  expect(splitText(text)).toEqual([first, second]);
});

test('a row that comes or goes leaves the chunks of the others as they are', () => {
  const ids = Array.from({ length: 100 }, (_none, index) => `r${String(index)}`);
  const chunks = rowChunks(ids);
  expect(chunks).toHaveLength(4);
  expect(rowChunks([...ids], chunks)).toBe(chunks);
  const more = rowChunks([...ids.slice(0, 30), 'new', ...ids.slice(30)], chunks);
  expect(more.map((chunk, index) => chunk === chunks[index])).toEqual([true, false, true, true]);
  expect(more.flatMap((chunk) => chunk.ids)).toHaveLength(101);
  const fewer = rowChunks(ids.slice(1), chunks);
  expect(fewer.flatMap((chunk) => chunk.ids)).toEqual(ids.slice(1));
});
