import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { civilFromDays, daysFromCivil, isCalendarDay, weekdayOf } from './calendar.ts';

test('days and civil dates are inverse over the whole calendar, and days in a row are dates in a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (days) => {
      const { year, month, day } = civilFromDays(days);
      expect(daysFromCivil(year, month, day)).toBe(days);
      expect(isCalendarDay(year, month, day)).toBe(true);
      const next = civilFromDays(days + 1);
      expect(next.day === day + 1 || (next.day === 1 && !isCalendarDay(year, month, day + 1))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each<[[number, number, number], boolean]>([
  [[2024, 2, 29], true],
  [[2023, 2, 29], false],
  [[1900, 2, 29], false],
  [[2000, 2, 29], true],
  [[2021, 4, 31], false],
  [[2021, 13, 1], false],
  [[2021, 0, 1], false],
  [[2021, 1, 0], false],
  [[0, 1, 1], false],
  [[1, 1, 1], true],
  [[9999, 12, 31], true],
  [[10_000, 1, 1], false],
  [[2021.5, 1, 1], false],
  [[Number.NaN, 1, 1], false],
])('whether the day %j exists: %s', ([year, month, day], exists) => {
  expect(isCalendarDay(year, month, day)).toBe(exists);
});

test('the week starts on Monday, also before 1970', () => {
  expect(weekdayOf(daysFromCivil(1970, 1, 1))).toBe(4);
  expect(weekdayOf(daysFromCivil(2021, 3, 7))).toBe(7);
  expect(weekdayOf(daysFromCivil(1, 1, 1))).toBe(1);
});
