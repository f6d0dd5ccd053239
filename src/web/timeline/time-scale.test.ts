import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { epochAt, placeOf, timeScale } from './time-scale.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const epochs = fc.uniqueArray(fc.integer({ min: 0, max: 30 * 24 * HOUR }), { minLength: 1, maxLength: 40 });

test('places rise with time and stay between 0 and 1, whatever is drawn short', () => {
  fc.assert(
    fc.property(epochs, (times) => {
      const scale = timeScale(times);
      if (scale === null) throw new Error('There is something to draw.');
      const places = times.toSorted((one, other) => one - other).map((epoch) => placeOf(scale, epoch));
      for (const [index, place] of places.entries()) {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(1);
        expect(place).toBeGreaterThanOrEqual(places[index - 1] ?? 0);
      }
    }),
  );
});

test('an instant comes back from its place, to the second', () => {
  fc.assert(
    fc.property(epochs, (times) => {
      const scale = timeScale(times);
      if (scale === null) throw new Error('There is something to draw.');
      for (const epoch of times) expect(Math.abs(epochAt(scale, placeOf(scale, epoch)) - epoch)).toBeLessThan(1000);
    }),
  );
});

describe('a stretch without events', () => {
  const cluster = Array.from({ length: 20 }, (_none, index) => 100 * HOUR + index * 5 * MINUTE);

  test('is drawn short where it takes most of the picture', () => {
    const scale = timeScale([0, ...cluster]);
    const quiet = scale?.segments.filter((segment) => segment.quiet) ?? [];
    expect(quiet).toHaveLength(1);
    expect(quiet[0]).toMatchObject({ from: 0, to: 100 * HOUR });
    expect((quiet[0]?.end ?? 0) - (quiet[0]?.start ?? 0)).toBeCloseTo(0.055);
  });

  test('stays true to time where it is one pause among others', () => {
    expect(timeScale([0, 10, 20, 30].map((minutes) => minutes * MINUTE))?.segments).toHaveLength(1);
  });

  test('within a phase is only drawn short where nothing else could be seen', () => {
    const times = [...cluster, 100 * HOUR + 4 * HOUR];
    expect(timeScale(times)?.segments.some(({ quiet }) => quiet)).toBe(true);
    const busy = [{ from: 100 * HOUR, to: 105 * HOUR }];
    expect(timeScale(times, busy)?.segments.some(({ quiet }) => quiet)).toBe(false);
  });
});

test('a single instant has a scale, nothing has none', () => {
  const scale = timeScale([HOUR]);
  expect(scale === null ? 0 : placeOf(scale, HOUR)).toBeCloseTo(0.5);
  expect(timeScale([])).toBeNull();
});
