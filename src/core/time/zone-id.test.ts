import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { civilToEpoch } from './civil.ts';
import { formatInstant } from './format-instant.ts';
import { isZone, zoneId } from './zone-id.ts';
import { ZONE_NAMES, ZONES_THAT_ARE_WORDS } from './zones.data.ts';

test.each([
  ['Eastern', 'America/New_York'],
  ['US Pacific Time', 'America/Los_Angeles'],
  ['Central Standard time', 'America/Chicago'],
  ['Mountain Daylight Time', '-06:00'],
])('%s is the clock of %s', (name, id) => {
  expect(zoneId(name)).toBe(id);
});

test.each([
  ['UTC', 'UTC'],
  ['utc', 'UTC'],
  ['Z', 'UTC'],
  ['GMT', 'UTC'],
  ['+00:00', 'UTC'],
  ['-00:00', 'UTC'],
  ['UTC+2', '+02:00'],
  ['UTC +2', '+02:00'],
  ['GMT-0300', '-03:00'],
  ['+0530', '+05:30'],
  ['+05:30', '+05:30'],
  ['−05:00', '-05:00'],
  ['+2', '+02:00'],
  ['CET', 'CET'],
  ['CEST', '+02:00'],
  ['MEZ', 'CET'],
  ['PST', 'America/Los_Angeles'],
  ['PDT', '-07:00'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  [' UTC ', 'UTC'],
])('%j is resolved by %s', (name, id) => {
  expect(zoneId(name)).toBe(id);
});

test.each(['', 'XYZ', 'Mars/Phobos', '+24:00', '+01:60', 'constructor', '__proto__', 'toString', 'Europe/Berlin/../x'])(
  '%j is no zone',
  (name) => {
    expect(zoneId(name)).toBeNull();
    expect(isZone(name)).toBe(false);
  },
);

test('an id gives itself, and every name in the table resolves, with everything else it may mean', () => {
  for (const [name, { zone, ambiguous = [] }] of Object.entries(ZONE_NAMES)) {
    expect(zoneId(name)).toBe(zone);
    expect(zoneId(zone)).toBe(zone);
    for (const other of ambiguous) expect(zoneId(other), `${name}: ${other}`).not.toBeNull();
  }
  for (const name of ZONES_THAT_ARE_WORDS) expect(ZONE_NAMES[name]).toBeDefined();
});

test.each([
  ['CET', 7, '2021-07-01T10:00:00Z'],
  ['CET', 1, '2021-01-01T11:00:00Z'],
  ['CEST', 7, '2021-07-01T10:00:00Z'],
  ['PST', 7, '2021-07-01T19:00:00Z'],
  ['PST', 1, '2021-01-01T20:00:00Z'],
  ['PDT', 7, '2021-07-01T19:00:00Z'],
  ['EST', 7, '2021-07-01T16:00:00Z'],
])('noon %s in month %d is what the clocks of the region show: %s', (name, month, instant) => {
  const epoch = civilToEpoch({ year: 2021, month, day: 1, hour: 12 }, name);
  expect(epoch === null ? null : formatInstant(epoch)).toBe(instant);
});

test('any text is answered with an id that resolves to itself, or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (name) => {
      const id = zoneId(name);
      expect(id === null ? null : zoneId(id)).toBe(id);
    }),
  );
});
