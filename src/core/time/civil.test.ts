import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import { civilCandidates, civilToEpoch, epochToCivil } from './civil.ts';
import { formatInstant } from './format-instant.ts';

const zones = fc.constantFrom(
  'UTC',
  '+05:45',
  '-03:30',
  'CET',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/St_Johns',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Pacific/Apia',
);
/** 1905 to 2150: before, the database has offsets with seconds and without certainty. */
const epochs = fc.integer({ min: -2_051_222_400_000, max: 5_680_281_600_000 });

describe('against Temporal', () => {
  test('calendar and clock at an instant are the same', () => {
    fc.assert(
      fc.property(epochs, zones, (epoch, zone) => {
        const at = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
        expect(epochToCivil(epoch, zone)).toEqual({
          year: at.year,
          month: at.month,
          day: at.day,
          hour: at.hour,
          minute: at.minute,
          second: at.second,
          millisecond: at.millisecond,
          weekday: at.dayOfWeek,
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('the instant of a reading is the same, also where clocks change', () => {
    fc.assert(
      fc.property(epochs, zones, fc.integer({ min: -90, max: 90 }), (epoch, zone, minutes) => {
        const from = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
        const change = from.getTimeZoneTransition('next') ?? from;
        const reading = change.toPlainDateTime().add({ minutes });
        const { year, month, day, hour, minute, second, millisecond } = reading;
        const civil = { year, month, day, hour, minute, second, millisecond };
        const earlier = reading.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
        expect(civilToEpoch(civil, zone)).toBe(earlier);
        const later = reading.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
        expect(civilCandidates(civil, zone)?.at(-1)).toBe(later);
      }),
      { numRuns: 1500 },
    );
  });
});

test.each([
  [{ year: 2021, month: 3, day: 28, hour: 2, minute: 30 }, ['2021-03-28T01:30:00Z']],
  [{ year: 2021, month: 10, day: 31, hour: 2, minute: 30 }, ['2021-10-31T00:30:00Z', '2021-10-31T01:30:00Z']],
  [{ year: 2021, month: 10, day: 31, hour: 3 }, ['2021-10-31T02:00:00Z']],
  [{ year: 2021, month: 7, day: 1, hour: 24 }, ['2021-07-01T22:00:00Z']],
])('%j in Berlin is %j', (civil, instants) => {
  expect(civilCandidates(civil, 'Europe/Berlin')?.map(formatInstant)).toEqual(instants);
});

test.each([
  [{ year: 2021, month: 2, day: 30 }, 'UTC'],
  [{ year: 2021, month: 2, day: 3, hour: 25 }, 'UTC'],
  [{ year: 2021, month: 2, day: 3, hour: 24, minute: 1 }, 'UTC'],
  [{ year: 2021, month: 2, day: 3, minute: 60 }, 'UTC'],
  [{ year: 2021, month: 2, day: 3, second: 60 }, 'UTC'],
  [{ year: 2021, month: 2, day: 3, hour: Number.NaN }, 'UTC'],
  [{ year: 10_000, month: 1, day: 1 }, 'UTC'],
  [{ year: 1, month: 1, day: 1 }, '+01:00'],
  [{ year: 2021, month: 2, day: 3 }, 'Mars/Phobos'],
])('%j in %s is no instant', (civil, zone) => {
  expect(civilToEpoch(civil, zone)).toBeNull();
});

test('a zone that does not exist is refused instead of showing some clock', () => {
  expect(() => epochToCivil(0, 'Mars/Phobos')).toThrow('The zone "Mars/Phobos" is not known');
});
