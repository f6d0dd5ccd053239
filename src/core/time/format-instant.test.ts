import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';
import { formatInstant, instantToEpoch } from './format-instant.ts';
import { parseInstant } from './parse-instant.ts';

const epochs = fc.oneof(
  fc.integer({ min: MIN_EPOCH_MS, max: MAX_EPOCH_MS }),
  fc.integer({ min: MIN_EPOCH_MS / 1000, max: (MAX_EPOCH_MS - 999) / 1000 }).map((seconds) => seconds * 1000),
  fc.constantFrom(MIN_EPOCH_MS, MAX_EPOCH_MS, -1, 0, 1, 951_782_400_000),
);

test('every millisecond of the years 0001 to 9999 comes back from its text, fast and checked', () => {
  fc.assert(
    fc.property(epochs, (epoch) => {
      const instant = formatInstant(epoch);
      expect(instantToEpoch(instant)).toBe(epoch);
      expect(parseInstant(instant)).toBe(epoch);
      expect(instant).toBe(new Date(epoch).toISOString().replace('.000Z', 'Z'));
    }),
    { numRuns: 3000 },
  );
});

test('a fraction is three digits and only there where it is not zero', () => {
  expect(formatInstant(0)).toBe('1970-01-01T00:00:00Z');
  expect(formatInstant(785)).toBe('1970-01-01T00:00:00.785Z');
  expect(formatInstant(50)).toBe('1970-01-01T00:00:00.050Z');
  expect(formatInstant(-1)).toBe('1969-12-31T23:59:59.999Z');
  expect(formatInstant(0.9)).toBe('1970-01-01T00:00:00Z');
  expect(formatInstant(MIN_EPOCH_MS)).toBe('0001-01-01T00:00:00Z');
});

test.each([Number.NaN, Infinity, MAX_EPOCH_MS + 1, MIN_EPOCH_MS - 1])('no instant is made of %d', (epoch) => {
  expect(() => formatInstant(epoch)).toThrow(RangeError);
});
