import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { resolveTime } from './resolve-time.ts';
import type { TimeContext, WrittenTime } from './written-time.ts';

const day = { day: '2021-03-04' };

/** A time in the few words that the tables below need. */
function brief({ instant, until, precision, approximate }: WrittenTime): string {
  const range = until === undefined ? '' : `/${until}`;
  return `${instant ?? 'null'}${range} ${precision}${approximate ? ' ~' : ''}`;
}

describe('a clock time on a known day', () => {
  test.each([
    ['12:05', '2021-03-04T12:05:00Z minute'],
    ['8:05', '2021-03-04T08:05:00Z minute'],
    ['12:05:30', '2021-03-04T12:05:30Z second'],
    ['12:05:30.123', '2021-03-04T12:05:30.123Z second'],
    ['12:05:30,5', '2021-03-04T12:05:30.500Z second'],
    ['12.05', '2021-03-04T12:05:00Z minute'],
    ['8.15 Uhr', '2021-03-04T08:15:00Z minute'],
    ['14:05 Uhr', '2021-03-04T14:05:00Z minute'],
    ['14 Uhr', '2021-03-04T14:00:00Z hour'],
    ["8 o'clock", '2021-03-04T08:00:00Z hour'],
    ['14:05 hrs', '2021-03-04T14:05:00Z minute'],
    ['11h13', '2021-03-04T11:13:00Z minute'],
    ['1205', '2021-03-04T12:05:00Z minute'],
    ['1205Z', '2021-03-04T12:05:00Z minute'],
    ['1205 hrs', '2021-03-04T12:05:00Z minute'],
    ['8:15 AM', '2021-03-04T08:15:00Z minute'],
    ['8:15 p.m.', '2021-03-04T20:15:00Z minute'],
    ['8.15pm', '2021-03-04T20:15:00Z minute'],
    ['8am', '2021-03-04T08:00:00Z hour'],
    ['12am', '2021-03-04T00:00:00Z hour'],
    ['12:30 am', '2021-03-04T00:30:00Z minute'],
    ['12pm', '2021-03-04T12:00:00Z hour'],
    ['11:21a', '2021-03-04T11:21:00Z minute'],
    ['12:28p', '2021-03-04T12:28:00Z minute'],
    ['12:05A', '2021-03-04T00:05:00Z minute'],
    ['8:15:30p', '2021-03-04T20:15:30Z second'],
    ['13:05 pm', '2021-03-04T13:05:00Z minute'],
    ['noon', '2021-03-04T12:00:00Z hour'],
    ['Midnight', '2021-03-04T00:00:00Z hour'],
    ['24:00', '2021-03-05T00:00:00Z minute'],
    ['23:59:60', '2021-03-05T00:00:00Z second'],
  ])('%j is %s', (written, expected) => {
    expect(brief(resolveTime(written, day))).toBe(expected);
  });
});

describe('a time that is not exact', () => {
  test.each([
    ['~14:10', '2021-03-04T14:10:00Z minute ~'],
    ['≈ 14:10', '2021-03-04T14:10:00Z minute ~'],
    ['ca. 14:10', '2021-03-04T14:10:00Z minute ~'],
    ['ca 14:10', '2021-03-04T14:10:00Z minute ~'],
    ['circa 14:10', '2021-03-04T14:10:00Z minute ~'],
    ['approx. 14:10', '2021-03-04T14:10:00Z minute ~'],
    ['around noon', '2021-03-04T12:00:00Z hour ~'],
    ['About 3pm', '2021-03-04T15:00:00Z hour ~'],
    ['gegen 14 Uhr', '2021-03-04T14:00:00Z hour ~'],
    ['10:45~', '2021-03-04T10:45:00Z minute ~'],
    ['10:45?', '2021-03-04T10:45:00Z minute ~'],
    ['10:45ish', '2021-03-04T10:45:00Z minute ~'],
    ['10:45 (approx.)', '2021-03-04T10:45:00Z minute ~'],
    ['10:45 ~', '2021-03-04T10:45:00Z minute ~'],
    ['10:45 or so', '2021-03-04T10:45:00Z minute ~'],
    ['~10:45ish', '2021-03-04T10:45:00Z minute ~'],
    ['15:00ish UTC', '2021-03-04T15:00:00Z minute ~'],
    ['15:00 UTC-ish', '2021-03-04T15:00:00Z minute ~'],
    ['15:00 (approx.) CET', '2021-03-04T14:00:00Z minute ~'],
    ['approx. UTC 16:00', '2021-03-04T16:00:00Z minute ~'],
    ['2018-01-22 16:00 approx UTC', '2018-01-22T16:00:00Z minute ~'],
    ['2018-01-20 ~1:00    UTC', '2018-01-20T01:00:00Z minute ~'],
    ['2018-07-30 ca. 11:20', '2018-07-30T11:20:00Z minute ~'],
    ['2018-07-30 - ~11:20', '2018-07-30T11:20:00Z minute ~'],
    ['2018-07-30: around noon', '2018-07-30T12:00:00Z hour ~'],
    ['2018-07-30 around 1930', '2018-07-30T19:30:00Z minute ~'],
    ['March 22, around 19:30', '2021-03-22T19:30:00Z minute ~'],
    ['March 22 at roughly 7pm', '2021-03-22T19:00:00Z hour ~'],
    ['2023-03-23 22:50 頃', '2023-03-23T22:50:00Z minute ~'],
    ['22:50頃', '2021-03-04T22:50:00Z minute ~'],
    ['約22:50', '2021-03-04T22:50:00Z minute ~'],
    ['22:50左右', '2021-03-04T22:50:00Z minute ~'],
    ['14:??', '2021-03-04T14:00:00Z/2021-03-04T14:59:59Z hour ~'],
    ['22:XX', '2021-03-04T22:00:00Z/2021-03-04T22:59:59Z hour ~'],
    ['12:3?', '2021-03-04T12:30:00Z/2021-03-04T12:39:59Z hour ~'],
    ['2X:XX', 'null unknown'],
    ['???', 'null unknown'],
    ['2021-09-10 ???', '2021-09-10T00:00:00Z day'],
    ['--:--', 'null unknown'],
    ['??:??', 'null unknown'],
    ['HH:MM', 'null unknown'],
    ['2021-09-10 HH:mm', '2021-09-10T00:00:00Z day'],
    ['2019-12-03 --:--', '2019-12-03T00:00:00Z day'],
    ['2022-05-?? HH:mm', 'null unknown'],
    ['YYYY-MM-DD', 'null unknown'],
  ])('%j is %s', (written, expected) => {
    expect(brief(resolveTime(written, day))).toBe(expected);
  });
});

describe('a range', () => {
  test.each([
    ['12:05-12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['12:05 – 12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['12:05 ‑ 12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['01:41 〜 01:43', '2021-03-04T01:41:00Z/2021-03-04T01:43:00Z minute'],
    ['01:41～01:43', '2021-03-04T01:41:00Z/2021-03-04T01:43:00Z minute'],
    ['01:41 ~ 01:43', '2021-03-04T01:41:00Z/2021-03-04T01:43:00Z minute'],
    ['~01:41 ~ 01:43', '2021-03-04T01:41:00Z/2021-03-04T01:43:00Z minute ~'],
    ['March 4 ~ March 6', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
    ['2021-03-04 ~ 2021-03-06', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
    ['9〜11 am', '2021-03-04T09:00:00Z/2021-03-04T11:00:00Z hour'],
    ['11:21–11:45a', '2021-03-04T11:21:00Z/2021-03-04T11:45:00Z minute'],
    ['12:05 to 12:20 UTC', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['12:05:10 → 12:20:00', '2021-03-04T12:05:10Z/2021-03-04T12:20:00Z second'],
    ['between 12:05 and 12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['zwischen 12:05 und 12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['from 12:05 until 12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['1205-1220', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['23:50-00:10', '2021-03-04T23:50:00Z/2021-03-05T00:10:00Z minute'],
    ['12:05-12:20 CET', '2021-03-04T11:05:00Z/2021-03-04T11:20:00Z minute'],
    ['1:46pm - 5:30pm', '2021-03-04T13:46:00Z/2021-03-04T17:30:00Z minute'],
    ['1:46 - 5:30pm', '2021-03-04T13:46:00Z/2021-03-04T17:30:00Z minute'],
    ['11:30 - 1:15pm', '2021-03-04T11:30:00Z/2021-03-04T13:15:00Z minute'],
    ['9–11 am', '2021-03-04T09:00:00Z/2021-03-04T11:00:00Z hour'],
    ['between 3 and 4pm', '2021-03-04T15:00:00Z/2021-03-04T16:00:00Z hour'],
    ['12:26-12:??', '2021-03-04T12:26:00Z/2021-03-04T12:59:59Z hour ~'],
    ['12:05 - ~12:20', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute ~'],
    ['12:05 - ongoing', '2021-03-04T12:05:00Z minute'],
    ['2021-03-04 12:05 - 2021-03-05 01:00', '2021-03-04T12:05:00Z/2021-03-05T01:00:00Z minute'],
    ['2021-03-04 (12:05–12:20 UTC)', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z minute'],
    ['2021-03-04T12:05:00Z/2021-03-04T12:20:00Z', '2021-03-04T12:05:00Z/2021-03-04T12:20:00Z second'],
    ['2021-03-04 – 2021-03-06', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
    ['October 29-30, 2025', '2025-10-29T00:00:00Z/2025-10-30T00:00:00Z day'],
    ['between October 21 and October 30, 2025', '2025-10-21T00:00:00Z/2025-10-30T00:00:00Z day'],
    ['Dec 30 – Jan 2, 2026', '2025-12-30T00:00:00Z/2026-01-02T00:00:00Z day'],
    ['Dec 30 2025 – Jan 2', '2025-12-30T00:00:00Z/2026-01-02T00:00:00Z day'],
    ['12:05-25:00', 'null unknown'],
  ])('%j is %s', (written, expected) => {
    expect(brief(resolveTime(written, day))).toBe(expected);
  });
});

describe('a date', () => {
  test.each([
    ['2021-03-04', '2021-03-04T00:00:00Z day'],
    ['2021/03/04', '2021-03-04T00:00:00Z day'],
    ['20210304', '2021-03-04T00:00:00Z day'],
    ['04.03.2021', '2021-03-04T00:00:00Z day'],
    ['4.3.2021 12:05', '2021-03-04T12:05:00Z minute'],
    ['March 4, 2021', '2021-03-04T00:00:00Z day'],
    ['4 March 2021 12:05', '2021-03-04T12:05:00Z minute'],
    ['4th of March', '2021-03-04T00:00:00Z day'],
    ['Mar 4 12:05', '2021-03-04T12:05:00Z minute'],
    ['Mar  4 12:05:06', '2021-03-04T12:05:06Z second'],
    ['4. März 2021, 14:05 Uhr', '2021-03-04T14:05:00Z minute'],
    ['le 4 mars 2021 à 14h05', '2021-03-04T14:05:00Z minute'],
    ['4 de marzo de 2021', '2021-03-04T00:00:00Z day'],
    ['Thu Mar 4 12:05:06 2021 +0100', '2021-03-04T11:05:06Z second'],
    ['Thu, 4 Mar 2021 12:05:06 +0100', '2021-03-04T11:05:06Z second'],
    ['Thu, 04 Mar 2021 12:05:06 GMT', '2021-03-04T12:05:06Z second'],
    ['04/Mar/2021:12:05:06 +0100', '2021-03-04T11:05:06Z second'],
    ['04-Mar-2021 12:05', '2021-03-04T12:05:00Z minute'],
    ['25/04/2021', '2021-04-25T00:00:00Z day'],
    ['04/25/2021', '2021-04-25T00:00:00Z day'],
    ['04/04/2021', '2021-04-04T00:00:00Z day'],
    ['04/05/2021', 'null unknown'],
    ['17/06/09 20:10:40', 'null unknown'],
    ['04/04/21', 'null unknown'],
    ['3/25/21 12:05', '2021-03-25T12:05:00Z minute'],
    ['25/3/98', '1998-03-25T00:00:00Z day'],
    ['2021-03-04 Thu 12:05', '2021-03-04T12:05:00Z minute'],
    ['04/05/2021 12:05', 'null unknown'],
    ['2022-01-08 2233', '2022-01-08T22:33:00Z minute'],
    ['2021-03-04T12:05', '2021-03-04T12:05:00Z minute'],
    ['2021-03-04T12:05:06.123+01:00', '2021-03-04T11:05:06.123Z second'],
    ['2021-03-04 12:05:06-07:00', '2021-03-04T19:05:06Z second'],
    ['2021-03-04 12:05:06.123456789 +0000 UTC', '2021-03-04T12:05:06.123Z second'],
    ['20210304T120506Z', '2021-03-04T12:05:06Z second'],
    ['2021-03-04 - 12:05', '2021-03-04T12:05:00Z minute'],
    ['12:05, 2021-03-04', '2021-03-04T12:05:00Z minute'],
    ['22:30 UTC (Oct 29, 2025)', '2025-10-29T22:30:00Z minute'],
    ['7:01am on March 25th, 2019', '2019-03-25T07:01:00Z minute'],
    ['Friday 12:05', '2021-03-05T12:05:00Z minute'],
    ['Thursday', '2021-03-04T00:00:00Z day'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z second'],
    ['1965-07-01 12:00', '1965-07-01T12:00:00Z minute'],
    ['1614859506', '2021-03-04T12:05:06Z second'],
    ['1614859506.250', '2021-03-04T12:05:06.250Z second'],
    ['1614859506123', '2021-03-04T12:05:06.123Z second'],
  ])('%j is %s', (written, expected) => {
    expect(brief(resolveTime(written, day))).toBe(expected);
  });
});

describe('what surrounds a time completes it', () => {
  test.each<[string, TimeContext, string]>([
    ['12:05', {}, 'null minute'],
    ['12:05:06', {}, 'null second'],
    ['~14:10', {}, 'null minute ~'],
    ['12:05', { day: 'yesterday' }, 'null minute'],
    ['Mar 4 12:05', {}, 'null minute'],
    ['Mar 4 12:05', { year: 2019 }, '2019-03-04T12:05:00Z minute'],
    ['Dec 31 23:50', { day: '2021-01-01' }, '2020-12-31T23:50:00Z minute'],
    ['Jan 1 00:10', { day: '2020-12-31' }, '2021-01-01T00:10:00Z minute'],
    ['Feb 29 12:00', { day: '2021-01-01' }, '2020-02-29T12:00:00Z minute'],
    ['Feb 29 12:00', { year: 2021 }, 'null minute'],
    ['04/05/2021', { dateOrder: 'dmy' }, '2021-05-04T00:00:00Z day'],
    ['04/05/2021', { dateOrder: 'mdy' }, '2021-04-05T00:00:00Z day'],
    ['17/06/09', { dateOrder: 'dmy' }, '2009-06-17T00:00:00Z day'],
    ['04/25/2021', { dateOrder: 'dmy' }, '2021-04-25T00:00:00Z day'],
    ['3/4 12:05', { dateOrder: 'mdy', year: 2021 }, '2021-03-04T12:05:00Z minute'],
    ['12:05', { ...day, zone: 'Europe/Berlin' }, '2021-03-04T11:05:00Z minute'],
    ['12:05', { ...day, zone: 'Mars/Phobos' }, 'null minute'],
    ['2021-03-04', { zone: '+05:30' }, '2021-03-03T18:30:00Z day'],
    ['2021-10-31 02:30', { zone: 'Europe/Berlin' }, '2021-10-31T00:30:00Z/2021-10-31T01:30:00Z minute'],
    ['2021-10-31 02:30 CEST', {}, '2021-10-31T00:30:00Z minute'],
    ['2021-03-28 02:30', { zone: 'Europe/Berlin' }, '2021-03-28T01:30:00Z minute'],
  ])('%j with %j is %s', (written, context, expected) => {
    expect(brief(resolveTime(written, context))).toBe(expected);
  });
});

describe('the zone', () => {
  test.each<[string, TimeContext, readonly [string | null, boolean]]>([
    ['12:05', day, ['UTC', false]],
    ['12:05', { ...day, zone: 'CET' }, ['CET', false]],
    ['12:05', { ...day, zone: 'CET', zoneStated: true }, ['CET', true]],
    ['12:05 UTC', { ...day, zone: 'CET' }, ['UTC', true]],
    ['12:05 (UTC)', day, ['UTC', true]],
    ['UTC 12:05', day, ['UTC', true]],
    ['CET: 2021-03-04 12:05', day, ['CET', true]],
    ['12:05Z', day, ['UTC', true]],
    ['12:05 UTC+2', day, ['+02:00', true]],
    ['12:05 GMT-0300', day, ['-03:00', true]],
    ['12:05 UTC (13:05 CET)', day, ['UTC', true]],
    ['12:05 +01:00', day, ['+01:00', true]],
    ['12:05 -0700', day, ['-07:00', true]],
    ['12:05 CET', day, ['CET', true]],
    ['12:05 Europe/Berlin', day, ['Europe/Berlin', true]],
    ['8:15pm PST', day, ['America/Los_Angeles', true]],
    ['7:26 AM Eastern:', day, ['America/New_York', true]],
    ['7:26 AM US Pacific Time', day, ['America/Los_Angeles', true]],
    ['**12:05** UTC', day, ['UTC', true]],
    ['12:05 UTC', {}, [null, false]],
    ['12:05 XYZ', day, [null, false]],
    ['XYZ 12:05', day, [null, false]],
    ['UTC', day, [null, false]],
    ['UTC 2021-03-04', day, [null, false]],
  ])('of %j with %j, and whether it is stated, is %j', (written, context, [zone, zoneStated]) => {
    expect(resolveTime(written, context)).toMatchObject({ zone, zoneStated });
  });
});

describe('a clock time with the same moment in brackets, whose zone is stated,', () => {
  const berlin = { day: '2021-10-31', zone: 'Europe/Berlin' };
  test.each<[string, TimeContext, readonly [string, string, boolean]]>([
    ['12:43 (UTC 03:43)', { ...day, zone: 'Asia/Tokyo' }, ['2021-03-04T03:43:00Z', 'Asia/Tokyo', true]],
    ['12:43 (UTC 03:43)', day, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['12:43 (UTC 03:43)', { ...day, zone: 'CET', zoneStated: true }, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['12:43 (03:43 UTC)', day, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['12:43 (= 03:43Z)', day, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['12:43（UTC 03:43）', day, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['**12:43** (UTC 03:43)', day, ['2021-03-04T03:43:00Z', '+09:00', true]],
    ['12:43 (UTC 12:43)', day, ['2021-03-04T12:43:00Z', 'UTC', true]],
    ['12:43 (09:43 PST)', day, ['2021-03-04T17:43:00Z', '-05:00', true]],
    ['12:43:10 (UTC 03:43)', day, ['2021-03-04T03:43:10Z', '+09:00', true]],
    ['00:43 (UTC 15:43)', day, ['2021-03-03T15:43:00Z', '+09:00', true]],
    ['20:43 (UTC 04:43)', day, ['2021-03-05T04:43:00Z', '-08:00', true]],
    ['00:43 (2021-03-03 15:43 UTC)', {}, ['2021-03-03T15:43:00Z', '+09:00', true]],
    ['2021-03-04 00:43 (2021-03-03 15:43 UTC)', {}, ['2021-03-03T15:43:00Z', '+09:00', true]],
    ['02:30 (UTC 00:30)', berlin, ['2021-10-31T00:30:00Z', '+02:00', true]],
    ['02:30 (UTC 01:30)', berlin, ['2021-10-31T01:30:00Z', '+01:00', true]],
    ['12:43 (UTC 12:58)', day, ['2021-03-04T12:43:00Z', 'UTC', false]],
    ['2021-03-04 00:43 (2021-03-04 15:43 UTC)', {}, ['2021-03-04T00:43:00Z', 'UTC', false]],
    ['12:43 (03:43)', day, ['2021-03-04T12:43:00Z', 'UTC', false]],
    ['12:43 JST (UTC 03:43)', day, ['2021-03-04T03:43:00Z', 'Asia/Tokyo', true]],
  ])('as %j with %j, is %j', (written, context, [instant, zone, zoneStated]) => {
    const time = resolveTime(written, context);
    expect(time).toMatchObject({ written, instant, zone, zoneStated });
    expect(time).not.toHaveProperty('until');
  });

  test('says both ends of a range', () => {
    const time = resolveTime('23:50–00:10 (UTC 14:50–15:10)', day);
    expect(time).toMatchObject({ instant: '2021-03-04T14:50:00Z', until: '2021-03-04T15:10:00Z', zone: '+09:00' });
  });

  test('means what it means with the zone instead of the brackets', () => {
    const wholeHours = fc.integer({ min: -10, max: 13 }).map((hours) => hours * 60);
    fc.assert(
      fc.property(fc.nat(1439), wholeHours, (shown, offset) => {
        const utc = (shown - offset + 1440) % 1440;
        const zone = `UTC${offset < 0 ? '-' : '+'}${clockOf(Math.abs(offset))}`;
        const plain = resolveTime(`2021-03-04 ${clockOf(shown)} ${zone}`);
        const doubled = resolveTime(`2021-03-04 ${clockOf(shown)} (UTC ${clockOf(utc)})`);
        expect(doubled).toEqual({ ...plain, written: doubled.written });
      }),
    );
  });
});

function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

test.each([
  '**12:05**',
  '`12:05`',
  '[12:05]',
  '(12:05)',
  '_12:05_:',
  '"12:05"',
  ' 12:05 ',
  '12:05:',
  '12:05 -',
  'at 12:05',
])('brackets and emphasis around %j do not matter, and it is kept as written', (written) => {
  expect(resolveTime(written, day)).toMatchObject({ written, instant: '2021-03-04T12:05:00Z' });
});

test.each([
  '',
  ' ',
  'unknown',
  'TBD',
  'n/a',
  '-',
  '25:00',
  '12:60',
  '13:05 am',
  '14:10a',
  '11:21 a',
  '12.28p',
  '1121a',
  '2x:10',
  '2021-02-30',
  '2021-02-30 12:00',
  '31 April 2021',
  '20202-01-16 12:00',
  'T+5m',
  '12:05 - deployed',
  '00:10 (next day)',
  'deployed at 12:05',
  '3:45 minutes',
  '12:05:06:07',
  'version 1.2.3',
  '10.0.0.1',
  '99%',
  '2021-W09-4',
])('%j resolves to nothing and says unknown', (written) => {
  expect(resolveTime(written, day)).toEqual({
    written,
    instant: null,
    precision: 'unknown',
    approximate: false,
    zone: null,
    zoneStated: false,
  });
});

const PIECES =
  '12:05|~|〜|ish|around|a|-| |2021-03-04|T|Mar|4|UTC|+01:00|pm|??|:|.|**|(|)|noon|to|between|and|Thu|,|/|2021|1205|Europe/Berlin|30|\n|31.12.';
const pieces = fc.constantFrom(...PIECES.split('|'));
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(pieces, { maxLength: 10 }).map((parts) => parts.join('')),
);

test('any text is answered, verbatim, the same each time, and resolved or not as a whole', () => {
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'nonsense');
  fc.assert(
    fc.property(texts, zone, (written, name) => {
      const context = { ...day, zone: name };
      const time = resolveTime(written, context);
      expect(time.written).toBe(written);
      expect(resolveTime(written, context)).toEqual(time);
      expect(time.zone === null).toBe(time.instant === null);
      expect(time.precision === 'unknown' && time.instant !== null).toBe(false);
      expect(time.until !== undefined && time.instant === null).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test('a range of clock times on one day never ends before it starts', () => {
  const clock = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns');
  fc.assert(
    fc.property(clock, clock, zone, (from, to, name) => {
      const { instant, until } = resolveTime(`${from} – ${to}`, { day: '2021-10-31', zone: name });
      expect((until ?? instant ?? '') >= (instant ?? 'unresolved')).toBe(true);
    }),
  );
});

test.each(['at ', ' ', '(', '12:05 ', '*_', '1', '12:05-', '?', '~', '12:05~', '12:05 (UTC ', 'UTC '])(
  'a hundred thousand times %j is no time',
  (unit) => {
    expect(resolveTime(unit.repeat(100_000), day).precision).toBe('unknown');
  },
);

describe('a date with more behind it', () => {
  test.each([
    ['2021-03-04 morning', '2021-03-04T00:00:00Z day ~'],
    ['2021-03-04, evening', '2021-03-04T00:00:00Z day ~'],
    ['2021-03-04 noche', '2021-03-04T00:00:00Z day ~'],
    ['2021-03-04 午後', '2021-03-04T00:00:00Z day ~'],
    ['2021-03-04 (told later)', '2021-03-04T00:00:00Z day'],
    ['2021-03-04 (phase 2)', '2021-03-04T00:00:00Z day'],
    ['2021-03-04 12:05 (told later)', '2021-03-04T12:05:00Z minute'],
    ['2021-03-04 to 06', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
    ['2021-03-04 – 06', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
    ['2021-03-04 -> 06', '2021-03-04T00:00:00Z/2021-03-06T00:00:00Z day'],
  ])('%j is %s', (written, expected) => {
    expect(brief(resolveTime(written))).toBe(expected);
  });

  test.each([['2021-03-04 to 06 users'], ['12:05 (the day after)'], ['2021-03-04 12:05 (on day 2)']])(
    '%j is not read',
    (written) => {
      expect(resolveTime(written, day).instant).toBeNull();
    },
  );
});
