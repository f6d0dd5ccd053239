import { expect, test } from 'vitest';

import { timeFromEpoch } from './time-from-epoch.ts';

test('an epoch number is a stated UTC time to the second, unless the caller knows more', () => {
  expect(timeFromEpoch(1_771_834_530_785, '1771834530.785')).toEqual({
    written: '1771834530.785',
    instant: '2026-02-23T08:15:30.785Z',
    precision: 'second',
    approximate: false,
    zone: 'UTC',
    zoneStated: true,
  });
  expect(timeFromEpoch(0, '0', { precision: 'minute', zone: '+01:00' })).toMatchObject({
    instant: '1970-01-01T00:00:00Z',
    precision: 'minute',
    zone: '+01:00',
  });
});

test.each([Number.NaN, Infinity, -Infinity, 1e18, -1e18, 253_402_300_800_000])('%d is no instant', (epochMs) => {
  expect(timeFromEpoch(epochMs, 'written')).toEqual({
    written: 'written',
    instant: null,
    precision: 'unknown',
    approximate: false,
    zone: null,
    zoneStated: false,
  });
});
