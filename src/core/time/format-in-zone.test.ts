import { expect, test } from 'vitest';

import { formatInZone } from './format-in-zone.ts';

test.each([
  ['time', '09:15'],
  ['time-seconds', '09:15:59'],
  ['date', '2026-02-23'],
  ['date-time', '2026-02-23 09:15'],
] as const)('an instant in Berlin as %s is %s, cut and not rounded', (style, text) => {
  expect(formatInZone('2026-02-23T08:15:59.999Z', 'Europe/Berlin', style)).toBe(text);
});

test('the day is that of the zone, and a zone may be any name that zoneId knows', () => {
  expect(formatInZone('2026-02-23T23:30:00Z', '+05:30', 'date')).toBe('2026-02-24');
  expect(formatInZone('2026-02-23T02:30:00Z', 'PST', 'date-time')).toBe('2026-02-22 18:30');
  expect(formatInZone('0001-01-01T00:00:00Z', 'UTC', 'date')).toBe('0001-01-01');
});

test('an unknown zone is refused', () => {
  expect(() => formatInZone('2026-02-23T08:15:00Z', 'Mars/Phobos', 'time')).toThrow(RangeError);
});
