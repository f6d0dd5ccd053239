import { expect, it } from 'vitest';

import { nearestWord } from './nearest-word.ts';

it.each([
  ['policys', 'policies'],
  ['tmeplate', 'template'],
  ['RULES', 'rules'],
  ['xyz', undefined],
  ['', undefined],
])('takes %j for %j', (word, meant) => {
  expect(nearestWord(word, ['template', 'policies', 'rules'])).toBe(meant);
});
