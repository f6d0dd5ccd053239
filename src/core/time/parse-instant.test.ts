import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { formatInstant } from './format-instant.ts';
import { parseInstant } from './parse-instant.ts';

const same = '2026-02-23T08:15:30Z';

test.each([
  ['2026-02-23T08:15:30Z', same],
  ['2026-02-23t08:15:30z', same],
  ['2026-02-23 08:15:30Z', same],
  ['2026-02-23 08:15:30 UTC', same],
  ['2026-02-23T08:15:30 GMT', same],
  ['2026-02-23T09:15:30+01:00', same],
  ['2026-02-23 09:15:30 +0100', same],
  ['2026-02-23T09:15:30+01', same],
  ['2026-02-23T04:45:30−03:30', same],
  ['2026-02-23 08:15:30 +0000 UTC', same],
  ['2026-02-23T09:15:30+01:00[Europe/Berlin]', same],
  ['20260223T081530Z', same],
  ['20260223T091530+0100', same],
  ['  2026-02-23T08:15:30Z\n', same],
  ['2026-02-23T08:15Z', '2026-02-23T08:15:00Z'],
  ['2026-02-23T08:15:30.12Z', '2026-02-23T08:15:30.120Z'],
  ['2026-02-23T08:15:30,120Z', '2026-02-23T08:15:30.120Z'],
  ['2026-02-23T08:15:30.123456789Z', '2026-02-23T08:15:30.123Z'],
  ['2026-02-23T24:00:00Z', '2026-02-24T00:00:00Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
])('%s is the instant %s', (text, instant) => {
  const epoch = parseInstant(text);
  expect(epoch === null ? null : formatInstant(epoch)).toBe(instant);
});

test.each([
  '',
  '2026-02-23',
  '2026-02-23T08:15:30',
  '08:15:30Z',
  '2026-02-30T08:15:30Z',
  '2026-13-01T08:15:30Z',
  '2026-02-23T25:00:00Z',
  '2026-02-23T24:00:01Z',
  '2026-02-23T08:60:00Z',
  '2026-02-23T08:15:60Z',
  '2026-02-23T08:15:30+24:00',
  '2026-02-23T08:15:30+01:60',
  '2026-02-23T08:15:30.1234567890Z',
  '0000-12-31T23:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '2026-02-23T08:15:30Z and more',
  '1771834530000',
])('%j is no complete timestamp', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('any text is answered with an integer or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const epoch = parseInstant(text);
      expect(epoch === null || Number.isInteger(epoch)).toBe(true);
    }),
  );
});
