import { expect, it } from 'vitest';

import { liftedWithoutReason } from './lifted-rules.ts';

it('accepts a rule that is lifted by name and with a reason', () => {
  expect(liftedWithoutReason('// oxlint-disable-next-line max-lines -- a table of codes')).toEqual([]);
});

it.each([
  '// oxlint-disable',
  '// oxlint-disable-next-line max-lines',
  '/* eslint-disable -- everything is odd here */',
])('reports the line of %s', (comment) => {
  expect(liftedWithoutReason(`const a = 1;\n${comment}\n`)).toEqual([2]);
});
