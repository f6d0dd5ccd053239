import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { resolveTime } from './resolve-time.ts';
import { resolveTimes } from './resolve-times.ts';
import type { TimeContext } from './written-time.ts';

const day = { day: '2021-03-04' };

const columns: readonly [string, readonly string[], TimeContext, readonly (string | null)[]][] = [
  ['times take the day of the document', ['12:05', '12:10'], day, ['2021-03-04T12:05:00Z', '2021-03-04T12:10:00Z']],
  [
    'times after a date take its day, whatever the document says',
    ['2021-03-06 12:00', '12:30', '2021-03-07', '08:00'],
    day,
    ['2021-03-06T12:00:00Z', '2021-03-06T12:30:00Z', '2021-03-07T00:00:00Z', '2021-03-07T08:00:00Z'],
  ],
  [
    'a clock that goes back by more than six hours has passed midnight, and the day stays',
    ['23:50', '00:10', '00:20'],
    day,
    ['2021-03-04T23:50:00Z', '2021-03-05T00:10:00Z', '2021-03-05T00:20:00Z'],
  ],
  [
    'a clock that goes back by six hours or less is a row out of order',
    ['14:00', '08:00', '14:05'],
    day,
    ['2021-03-04T14:00:00Z', '2021-03-04T08:00:00Z', '2021-03-04T14:05:00Z'],
  ],
  [
    'a written date goes back as far as it likes',
    ['2021-03-04 23:00', '2021-03-04 01:00'],
    {},
    ['2021-03-04T23:00:00Z', '2021-03-04T01:00:00Z'],
  ],
  [
    'rows that do not resolve change nothing for the rows after them',
    ['23:50', '??:??', 'soon', '00:10'],
    day,
    ['2021-03-04T23:50:00Z', null, null, '2021-03-05T00:10:00Z'],
  ],
  ['without any day nothing resolves', ['12:05', '12:10'], {}, [null, null]],
  [
    'midnight is that of the zone of the column',
    ['23:50', '00:10'],
    { ...day, zone: 'America/Los_Angeles' },
    ['2021-03-05T07:50:00Z', '2021-03-05T08:10:00Z'],
  ],
  [
    'a range that passes midnight is followed by the next day',
    ['23:50-00:10', '00:15'],
    day,
    ['2021-03-04T23:50:00Z', '2021-03-05T00:15:00Z'],
  ],
  [
    'midnight is that of the first clock where two show the same moment',
    ['23:50 (UTC 14:50)', '00:10 (UTC 15:10)'],
    day,
    ['2021-03-04T14:50:00Z', '2021-03-04T15:10:00Z'],
  ],
  [
    'the last day of a month is followed by the first of the next',
    ['2021-12-31 23:50', '00:10'],
    {},
    ['2021-12-31T23:50:00Z', '2022-01-01T00:10:00Z'],
  ],
  [
    'a clock of twelve hours passes noon, then midnight',
    ['11:16', '12:16', '1:52', '11:30', '12:10', '1:05'],
    day,
    [
      '2021-03-04T11:16:00Z',
      '2021-03-04T12:16:00Z',
      '2021-03-04T13:52:00Z',
      '2021-03-04T23:30:00Z',
      '2021-03-05T00:10:00Z',
      '2021-03-05T01:05:00Z',
    ],
  ],
  [
    'one time beyond twelve hours tells that a clock goes back over midnight',
    ['9:16', '12:16', '1:52', '13:10'],
    day,
    ['2021-03-04T09:16:00Z', '2021-03-04T12:16:00Z', '2021-03-05T01:52:00Z', '2021-03-05T13:10:00Z'],
  ],
  ['so does a leading zero', ['11:16', '01:52'], day, ['2021-03-04T11:16:00Z', '2021-03-05T01:52:00Z']],
  [
    'rows without a zone take the one that the others agree in',
    ['16:22 PST', '17:14', '17:20'],
    day,
    ['2021-03-05T00:22:00Z', '2021-03-05T01:14:00Z', '2021-03-05T01:20:00Z'],
  ],
  [
    'zones that differ tell nothing about the other rows',
    ['08:22 PST', '17:14', '19:20 CET'],
    day,
    ['2021-03-04T16:22:00Z', '2021-03-04T17:14:00Z', '2021-03-04T18:20:00Z'],
  ],
  [
    'a day that is stated for all rows stays, whatever day one of them has',
    ['2021-03-03 00:55', '01:38', '08:19'],
    { ...day, dayStated: true },
    ['2021-03-03T00:55:00Z', '2021-03-04T01:38:00Z', '2021-03-04T08:19:00Z'],
  ],
  [
    'a newest-first column is read from its end',
    ['00:10', '23:50', '23:40', '22:10', '21:00'],
    day,
    [
      '2021-03-05T00:10:00Z',
      '2021-03-04T23:50:00Z',
      '2021-03-04T23:40:00Z',
      '2021-03-04T22:10:00Z',
      '2021-03-04T21:00:00Z',
    ],
  ],
  [
    'one date that tells its order tells it for the column',
    ['[12-05 16:21]', '[03-20 16:46]', '17:40'],
    { year: 2019 },
    ['2019-12-05T16:21:00Z', '2019-03-20T16:46:00Z', '2019-03-20T17:40:00Z'],
  ],
  [
    'dates that contradict each other tell nothing',
    ['04/05/2021', '04/25/2021', '25/04/2021'],
    {},
    [null, '2021-04-25T00:00:00Z', '2021-04-25T00:00:00Z'],
  ],
  [
    'a stated order needs no telling',
    ['04/05/2021', '25/04/2021'],
    { dateOrder: 'mdy' },
    ['2021-04-05T00:00:00Z', '2021-04-25T00:00:00Z'],
  ],
];

test.each(columns.map(([rule, rows, context, instants]) => ({ rule, rows, context, instants })))(
  '$rule',
  ({ rows, context, instants }) => {
    expect(resolveTimes(rows, context).map((time) => time.instant)).toEqual(instants);
  },
);

test('times behind an assumed noon are about', () => {
  expect(resolveTimes(['11:16', '12:16', '1:52'], day).map(({ approximate }) => approximate)).toEqual([
    false,
    false,
    true,
  ]);
});

test('a zone that other rows lend is not stated', () => {
  expect(resolveTimes(['16:22 PST', '17:14'], day).map(({ zoneStated }) => zoneStated)).toEqual([true, false]);
});

test('a column of complete times is what each of them is alone', () => {
  const rows = fc.array(
    fc.constantFrom('2021-03-04 12:05', '2020-01-01T00:00:00Z', '~2021-03-05 14:10', '4 March 2021'),
  );
  fc.assert(
    fc.property(rows, (written) => {
      expect(resolveTimes(written, day)).toEqual(written.map((row) => resolveTime(row, day)));
    }),
  );
});

test('there is one time for each row, with its text, whatever the rows are', () => {
  const row = fc.oneof(
    fc.string(),
    fc.constantFrom('12:05', '23:50', '00:10', '2021-03-04', '--:--', '9999-12-31 23:59'),
  );
  fc.assert(
    fc.property(fc.array(row), (written) => {
      expect(resolveTimes(written, day).map((time) => time.written)).toEqual(written);
    }),
  );
});
