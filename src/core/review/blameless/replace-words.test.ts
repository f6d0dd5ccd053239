import { expect, it } from 'vitest';

import { replaceWords } from './replace-words.ts';

function replaced(text: string, words: string, by: string): string {
  const start = text.indexOf(words);
  return replaceWords(text, { start, end: start + words.length, by });
}

it.each([
  ['Obviously, the pool was full.', 'Obviously', '', 'The pool was full.'],
  ['It was obviously full.', 'obviously', '', 'It was full.'],
  ['It was full, obviously.', 'obviously', '', 'It was full,.'],
  ['A idle careless engineer', 'idle careless', '', 'An engineer'],
  ['an incompetent change', 'incompetent', '', 'a change'],
  ['Failed to look.', 'Failed to', 'did not', 'Did not look.'],
  ['We failed to look.', 'failed to', 'did not', 'We did not look.'],
] as const)('turns %j without %j into %j', (...[text, words, by, expected]) => {
  expect(replaced(text, words, by)).toBe(expected);
});
