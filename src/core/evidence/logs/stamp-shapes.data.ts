/**
 * How programs write the time of a log line, as data. A pattern is a regular expression in which these stand for
 * parts of a time:
 *
 * `%Y` year, `%M` month, `%D` day, `%b` month name, `%a` weekday name, `%h` hour, `%m` minute, `%s` second,
 * `%f` fraction, `%z` zone, `%p` AM or PM, `%1 %2 %3` numbers of a date whose order the file decides,
 * `%e` epoch seconds (10 digits), `%E` epoch milli-, micro- or nanoseconds (13, 16 or 19 digits).
 */
export interface StampShape {
  readonly id: string;
  readonly pattern: string;
  /** What `%1 %2 (%3)` can mean, likeliest first. */
  readonly orders?: readonly DateOrder[];
  /** True where the first order may be taken without any sign in the file. */
  readonly usualOrder?: boolean;
  /** Weak shapes are also something else (a clock, a big number): a line begins with them only if its file does. */
  readonly weak?: boolean;
  /** What is written, and the UTC reading expected of it (year 2026 completed, first order taken). */
  readonly samples: readonly (readonly [string, string])[];
}

export type DateOrder = 'ymd' | 'mdy' | 'dmy' | 'md' | 'dm';

const CLOCK = '%h:%m:%s(?:[.,:]%f)?';

export const STAMP_SHAPES: readonly StampShape[] = [
  {
    id: 'iso',
    pattern: '%Y-%M-%D(?:[Tt_\\t]| {1,2})%h:%m(?::%s(?:[.,]%f)?)?(?: ?%z)?',
    samples: [
      ['2015-10-18 18:01:47,978', '2015-10-18T18:01:47.978Z'],
      ['2026-02-23T08:15:30.123456789Z', '2026-02-23T08:15:30.123Z'],
      ['2026-02-23T09:15:30+0100', '2026-02-23T08:15:30Z'],
      ['2026-02-23 08:15:30.123 UTC', '2026-02-23T08:15:30.123Z'],
      ['2026-02-23 08:15:30.123 +01:00', '2026-02-23T07:15:30.123Z'],
      ['2026-02-23 08:15:30+00', '2026-02-23T08:15:30Z'],
      ['2026-02-23 08:15', '2026-02-23T08:15:00Z'],
    ],
  },
  {
    id: 'iso-hyphen',
    pattern: '%Y-%M-%D[- ]%h[.-]%m[.-]%s(?:[.,]%f)?',
    samples: [['2005-06-03-15.42.50.363779', '2005-06-03T15:42:50.363Z']],
  },
  {
    id: 'year-slash',
    pattern: `%Y[/.]%M[/.]%D(?:[T-]| {1,2})${CLOCK}(?: ?%z)?`,
    samples: [
      ['2015/10/18 18:01:47', '2015-10-18T18:01:47Z'],
      ['2009/11/10 23:00:00.123456', '2009-11-10T23:00:00.123Z'],
      ['2026.02.23 08:15:30', '2026-02-23T08:15:30Z'],
    ],
  },
  {
    id: 'common-log',
    pattern: '%D/%b/%Y:%h:%m:%s(?:[.,]%f)? %z',
    samples: [['10/Oct/2000:13:55:36 -0700', '2000-10-10T20:55:36Z']],
  },
  {
    id: 'basic',
    pattern: '%Y%M%D[T _-]?%h%m%s(?:[.,]%f)?%z?(?!\\d)',
    samples: [
      ['20260223T081530Z', '2026-02-23T08:15:30Z'],
      ['20260223 081530.250', '2026-02-23T08:15:30.250Z'],
    ],
  },
  {
    id: 'basic-clock',
    pattern: `%Y%M%D[T _-]${CLOCK}(?: ?%z)?`,
    samples: [
      ['20171223-22:15:29:606', '2017-12-23T22:15:29.606Z'],
      ['20171224-0:7:20:444', '2017-12-24T00:07:20.444Z'],
    ],
  },
  {
    id: 'short-year-basic',
    pattern: '%1%2%3 {1,2}%h:?%m:?%s(?:[.,]%f)?(?!\\d)',
    orders: ['ymd'],
    usualOrder: true,
    samples: [
      ['081109 203615', '2008-11-09T20:36:15Z'],
      ['150618  9:05:17', '2015-06-18T09:05:17Z'],
    ],
  },
  {
    id: 'short-year',
    pattern: `%1([/.-])%2\\1%3[ T]${CLOCK}(?: ?%p)?(?: ?%z)?`,
    orders: ['ymd', 'mdy', 'dmy'],
    usualOrder: true,
    samples: [['17/06/09 20:10:40', '2017-06-09T20:10:40Z']],
  },
  {
    id: 'year-last',
    pattern: `%1[/-]%2[/-]%Y(?:,? |:|T)%h:%m(?::%s(?:[.,:]%f)?)?(?: ?%p)?(?: ?%z)?`,
    orders: ['mdy', 'dmy'],
    samples: [['10/18/2015 06:01:47 PM', '2015-10-18T18:01:47Z']],
  },
  {
    id: 'year-last-dot',
    pattern: `%1\\.%2\\.%Y,? ${CLOCK}(?: ?%z)?`,
    orders: ['dmy', 'mdy'],
    usualOrder: true,
    samples: [['18.10.2015 18:01:47', '2015-10-18T18:01:47Z']],
  },
  {
    id: 'day-month-name',
    pattern: `(?:%a,? )?%D[ -]%b[ -]%Y,?[ :]{1,2}${CLOCK}(?: ?%p)?(?: ?%z)?`,
    samples: [
      ['01-Jan-2024 00:00:05.000', '2024-01-01T00:00:05Z'],
      ['Thu, 4 Mar 2021 12:05:06 +0100', '2021-03-04T11:05:06Z'],
    ],
  },
  {
    id: 'asctime',
    pattern: '%a,? %b {1,2}%D,? %h:%m:%s(?:[.,]%f)?(?: %z)? %Y(?: %z)?',
    samples: [
      ['Sun Dec 04 04:47:44 2005', '2005-12-04T04:47:44Z'],
      ['Wed Oct 11 14:32:52.123456 2000', '2000-10-11T14:32:52.123Z'],
      ['Thu Mar  4 12:05:06 CET 2021', '2021-03-04T11:05:06Z'],
    ],
  },
  {
    id: 'month-name-year',
    pattern: `(?:%a,? )?%b {1,2}%D(?:, ?| )%Y,? ${CLOCK}(?: ?%p)?(?: ?%z)?`,
    samples: [
      ['Jan 01, 2024 12:00:00 AM', '2024-01-01T00:00:00Z'],
      ['Jun 14 2023 15:16:01', '2023-06-14T15:16:01Z'],
    ],
  },
  {
    id: 'bsd',
    pattern: '(?:%a,? )?%b {1,2}%D %h:%m:%s(?:[.,]%f)?(?: %z(?=[ :]))?',
    samples: [
      ['Jun 14 15:16:01', '2026-06-14T15:16:01Z'],
      ['Jul  9 12:16:49', '2026-07-09T12:16:49Z'],
    ],
  },
  {
    id: 'month-day',
    pattern: `%1[./-]%2 ${CLOCK}`,
    orders: ['md', 'dm'],
    usualOrder: true,
    samples: [
      ['10.30 16:49:06', '2026-10-30T16:49:06Z'],
      ['03-17 16:13:38.811', '2026-03-17T16:13:38.811Z'],
    ],
  },
  {
    id: 'klog',
    pattern: '%M%D {1,2}%h:%m:%s\\.%f',
    weak: true,
    samples: [['0519 09:42:58.640117', '2026-05-19T09:42:58.640Z']],
  },
  {
    id: 'epoch',
    pattern: '%e(?:\\.%f)?(?![\\w./-]|:(?!\\d+\\)))',
    weak: true,
    samples: [['1445191307.978', '2015-10-18T18:01:47.978Z']],
  },
  {
    id: 'epoch-fine',
    pattern: '%E(?![\\w.:/-])',
    weak: true,
    samples: [
      ['1445191307978', '2015-10-18T18:01:47.978Z'],
      ['1445191307978000000', '2015-10-18T18:01:47.978Z'],
    ],
  },
  {
    id: 'clock',
    pattern: '%h:%m:%s(?:[.,]%f)?(?: ?%p)?(?: %z)?(?![\\w:])',
    weak: true,
    samples: [],
  },
];

/** Month names by their first three letters, lower-case. */
export const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

/** Zone names that stand behind a clock in logs; each one is a name that the time room resolves. */
export const ZONE_WORDS: readonly string[] = [
  'UTC',
  'GMT',
  'CET',
  'CEST',
  'EET',
  'EEST',
  'WET',
  'WEST',
  'BST',
  'IST',
  'EST',
  'EDT',
  'CST',
  'CDT',
  'MST',
  'MDT',
  'PST',
  'PDT',
  'JST',
  'AEST',
  'AEDT',
  'NZST',
  'NZDT',
];
