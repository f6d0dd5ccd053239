import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatDuration, parseDuration } from './duration.ts';

test.each([
  [0, '0 s'],
  [0.4, '0 s'],
  [-0.4, '0 s'],
  [45, '45 s'],
  [59.6, '1 min'],
  [300, '5 min'],
  [-300, '−5 min'],
  [4980, '1 h 23 min'],
  [3723, '1 h 2 min 3 s'],
  [183_600, '2 d 3 h'],
  [864_000, '10 d'],
])('%d seconds are %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test.each([Number.NaN, Infinity])('%d is refused as a duration', (seconds) => {
  expect(() => formatDuration(seconds)).toThrow(RangeError);
});

test.each([
  ['1 hour 23 minutes', 4980],
  ['1h 23min', 4980],
  ['1h23m45s', 5025],
  ['83 min', 4980],
  ['83 minutes', 4980],
  ['90m', 5400],
  ['~20 minutes', 1200],
  ['about 3 hours and 5 minutes', 11_100],
  ['20 minutes approx.', 1200],
  ['1.5 hours', 5400],
  ['1,5 Stunden', 5400],
  ['2 days', 172_800],
  ['2 days, 3 hours', 183_600],
  ['an hour', 3600],
  ['one week', 604_800],
  ['45 secs', 45],
  ['785 ms', 0.785],
  ['PT1H23M', 4980],
  ['P1DT2H', 93_600],
  ['20 min (12:05–12:25)', 1200],
  ['-5 min', -300],
  ['45-minute', 2700],
])('%j is %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toEqual({ seconds });
});

test.each([
  '',
  '83',
  '01:23',
  'X minutes',
  '20-30 min',
  '20 min 1 h',
  '5 min 5 min',
  'P',
  'PT',
  'a',
  '5 parsecs',
  'unknown',
  '~',
  '()',
])('%j is no duration with units', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test('what formatDuration writes is read back to the second', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds))).toEqual({ seconds });
    }),
  );
});

test('any text is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const duration = parseDuration(text);
      expect(duration === null || Number.isFinite(duration.seconds)).toBe(true);
    }),
  );
});
