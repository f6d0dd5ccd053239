import { expect, it } from 'vitest';

import { formatImpact } from './format-impact.ts';

it.each([
  [45, '45 s'],
  [4205, '1 h 10 min'],
  [5099, '1 h 25 min'],
  [93_700, '1 d 2 h'],
  [0, '0 s'],
])('writes %i seconds as %s', (seconds, text) => {
  expect(formatImpact(seconds)).toBe(text);
});
