import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { findTime } from './find-time.ts';
import { resolveTime } from './resolve-time.ts';

const day = { day: '2021-03-04' };

test.each([
  ['**12:05** - text', '12:05'],
  ['- 12:05 text', '12:05'],
  ['* [08:57] @who notices', '08:57'],
  ['  - **16:58 UTC** - text', '16:58 UTC'],
  ['**12:05** UTC – text', '12:05** UTC'],
  ['12:05 UTC – text', '12:05 UTC'],
  ['12:05 PT text', '12:05 PT'],
  ['12:05 MET team arrives', '12:05'],
  ['[12:05] text', '12:05'],
  ['2021-03-04 12:05 UTC - text', '2021-03-04 12:05 UTC'],
  ['2021-03-04 - 12:05 - text', '2021-03-04 - 12:05'],
  ['2022-01-08 2233 ::::: text', '2022-01-08 2233'],
  ['12:05-12:20: text', '12:05-12:20'],
  ['12:05 - 12:20 - text', '12:05 - 12:20'],
  ['12:05 - 12 users', '12:05'],
  ['12:05 to deploy', '12:05'],
  ['~14:10 text', '~14:10'],
  ['_12:05_: text', '12:05'],
  ['12:05:text', '12:05'],
  ['12:05 Friday deploys pile up', '12:05'],
  ['12:05 on Friday it broke', '12:05 on Friday'],
  ['12:05', '12:05'],
  ['8am text', '8am'],
  ['1205 - text', '1205'],
  ['1205Z text', '1205Z'],
  ['### 21:00 - Team alerted', '21:00'],
  ['> 12:05 text', '12:05'],
  ['- [ ] 12:05 text', '12:05'],
  ['1. 12:05 text', '12:05'],
  ['2) **12:05** text', '12:05'],
  ['12. März 2021: text', '12. März 2021'],
  ['At 12:05, we', '12:05'],
  ['On July 12th, 2018, an attacker', 'July 12th, 2018'],
  ['Around noon we', 'Around noon'],
  ['At noon on Tuesday, it', 'noon on Tuesday'],
  ['- **22:30 UTC (Oct 29)** - text', '22:30 UTC (Oct 29)'],
  ['2021-03-04: text', '2021-03-04'],
  ['Jan 17, 3:31 AM - text', 'Jan 17, 3:31 AM'],
  ['14:?? text', '14:??'],
  ['- 2018-01-22 16:00 approx UTC ::::: text', '2018-01-22 16:00 approx UTC'],
  ['- 2018-01-22 15:00ish UTC ::::: text', '2018-01-22 15:00ish UTC'],
  ['- 2018-01-20 ~1:00    UTC ::::: text', '2018-01-20 ~1:00    UTC'],
  ['### 2018-07-30 ca. 11:20', '2018-07-30 ca. 11:20'],
  ['On March 22, around 19:30, we', 'March 22, around 19:30'],
  ['2021-03-04 around 1930: text', '2021-03-04 around 1930'],
  ['2021-03-04 around 1200 users left', '2021-03-04'],
  ['12:05 approx 500 users left', '12:05'],
  ['12:05 ca. 30 users left', '12:05'],
  ['10:45~ text', '10:45~'],
  ['12:05 ~ 12 users left', '12:05'],
  ['- 11:21a text', '11:21a'],
  ['12:28p: text', '12:28p'],
  ['11:21 a user left', '11:21'],
  ['01:41 〜 01:43 text', '01:41 〜 01:43'],
  ['- 22:50頃から text', '22:50頃'],
  ['22:50に text', '22:50'],
  ['- 12:43 (UTC 03:43) text', '12:43 (UTC 03:43)'],
  ['1243 (UTC 03:43) text', '1243 (UTC 03:43)'],
  ['12:43 (deployed at 03:43 UTC) text', '12:43'],
  ['12:43 (2 users) text', '12:43'],
  ['UTC 12:05 text', 'UTC 12:05'],
])('%j starts with %j', (text, written) => {
  const found = findTime(text, day);
  expect(found).not.toBeNull();
  expect(text.slice(found?.start, found?.end)).toBe(written);
  expect(found?.time).toEqual(resolveTime(written, day));
  expect(found?.time.instant).not.toBeNull();
});

test.each([
  ['HH:MM [Event]', 'HH:MM'],
  ['--:-- text', '--:--'],
  ['25:00 text', '25:00'],
  ['T+5m text', 'T+5m'],
  ['- **T0**: text', 'T0'],
  ['T-00:10 text', 'T-00:10'],
  ['- T+5m: text', 'T+5m'],
  ['- **T+00:10:** text', 'T+00:10'],
  ['### 2X:XX (not sure exact time)', '2X:XX'],
  ['- ??? text', '???'],
  ['- **???**: text', '???'],
  ['2022-02-?? ??:?? text', '2022-02-?? ??:??'],
  ['08-09-2019. Text', '08-09-2019'],
])('%j starts with %j, which does not resolve', (text, written) => {
  expect(findTime(text, day)?.time).toMatchObject({ written, instant: null, precision: 'unknown' });
});

test.each([
  '',
  'text',
  'we saw it at 12:05',
  '1205 errors',
  '2021 was bad',
  '5 may be',
  '5 users',
  'UTC is a zone',
  'UTC 5 users',
  '?? why',
  '???why',
  'T+00:10:5x',
  '2x:10 is a ratio',
  '12.50倍',
  '11:21a::1 is an address',
  '12:28px wide',
  '1.2.21 released',
  '1. Section',
  '1.2. Section',
  '1.11.2 deprecates',
  '3/4 of the users',
  '16:9 ratio',
  '12.5% of',
  '12:05% of',
  '3:45 minutes of downtime',
  '2h later',
  'Monday we noticed',
  'T1 is the second marker',
  '10.128.0.1 is down',
  'CVE-2019-15226 was found',
  '20202-01-16 12:00',
  '12:ab:34:cd:56:ef is its address',
  '12:34:56:ab:cd:ef is its address',
])('%j does not start with a time', (text) => {
  expect(findTime(text, day)).toBeNull();
});

test('what is found is a slice of the text that resolves alone as it did there', () => {
  const markers = fc.constantFrom('', '- ', '* **', '> ', '### ', '[', '- [x] ', 'At ');
  const times = fc.constantFrom(
    '12:05',
    '~14:10',
    '2021-03-04 12:05 UTC',
    '8:15 PM',
    '12:05–12:20',
    'March 4, 2021',
    '14:??',
  );
  const rest = fc.constantFrom('', ' - text', '** - text', ': text', '] text', ', text');
  fc.assert(
    fc.property(markers, times, rest, (marker, time, behind) => {
      const text = marker + time + behind;
      const found = findTime(text, day);
      expect(found?.time).toEqual(resolveTime(time, day));
      expect(text.slice(found?.start, found?.end)).toBe(time);
    }),
  );
});

test('any text is answered with a slice of itself or null', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = findTime(text, day);
      expect(found === null || text.slice(found.start, found.end) === found.time.written).toBe(true);
    }),
  );
});
