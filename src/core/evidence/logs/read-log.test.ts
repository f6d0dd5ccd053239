import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Finding } from '#core/errors';

import type { EvidenceEvent, EvidenceText, ReadContext, Reading } from '../types.ts';
import { readLog } from './read-log.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2026-12-31T00:00:00Z',
};

function evidence(text: string, options: Partial<EvidenceText> = {}): EvidenceText {
  return { file: 'shop.log', evidence: 'e'.repeat(64), text, encoding: 'utf-8', bomBytes: 0, ...options };
}

function read(text: string, options: Partial<EvidenceText> = {}, extra: Partial<ReadContext> = {}): Reading {
  return readLog(evidence(text, options), { ...context, ...extra }, { format: 'plain-log', layout: null });
}

function instants({ events }: Reading): (string | null)[] {
  return events.map((event) => event.at.instant);
}

function codes({ findings }: Reading): string[] {
  return findings.map((finding) => finding.code);
}

const first = ({ events }: Reading): EvidenceEvent => {
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
};

describe('records of several lines', () => {
  it('keeps a Java trace below its line and names the classes', () => {
    const text = [
      '2026-02-23 08:15:30,100 ERROR [main] c.a.Checkout: payment failed',
      'java.sql.SQLTransientConnectionException: pool - Connection is not available',
      '\tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:696)',
      '',
      'Caused by: java.net.SocketTimeoutException: connect timed out',
      '\t... 12 more',
      '2026-02-23 08:15:31,100 INFO [main] c.a.Checkout: next',
      '',
    ].join('\n');
    const reading = read(text);
    expect(reading.events.map((event) => event.text)).toEqual(['payment failed', 'next']);
    const event = first(reading);
    expect(event.details?.split('\n')).toHaveLength(5);
    expect(event.names?.slice(0, 2)).toEqual([
      'java.sql.SQLTransientConnectionException',
      'java.net.SocketTimeoutException',
    ]);
    expect(event.source.raw.endsWith('\t... 12 more')).toBe(true);
  });

  it('takes a Python traceback for an error where the line has no level', () => {
    const event = first(
      read(
        '2026-02-23 08:15:30 job stopped\nTraceback (most recent call last):\n  File "a.py", line 2, in f\nValueError: no\n',
      ),
    );
    expect([event.kind, event.names]).toEqual(['error', ['ValueError']]);
  });

  it('takes the second line of java.util.logging for level and message', () => {
    const event = first(read('Jan 01, 2024 12:00:00 AM org.acme.Pool take\nSEVERE: no connection\n'));
    expect([event.at.instant, event.level, event.kind, event.text]).toEqual([
      '2024-01-01T00:00:00Z',
      'error',
      'error',
      'no connection',
    ]);
  });

  it('joins frames that a collector stamped one by one', () => {
    const text = [
      'ERROR boom',
      'java.lang.IllegalStateException: x',
      '\tat a.B.c(B.java:1)',
      'Caused by: a.E: y',
      'INFO next',
    ]
      .map((line, index) => `2026-02-23T08:15:3${String(index)}Z stderr F ${line}`)
      .join('\n');
    const reading = read(text);
    expect(reading.events.map((event) => event.text)).toEqual(['boom', 'java.lang.IllegalStateException: x', 'next']);
    expect(reading.events[1]?.details).toContain('Caused by');
  });

  it('joins the parts that a container runtime cut', () => {
    const reading = read(
      '2026-02-23T08:15:30Z stdout P one \n2026-02-23T08:15:30Z stdout F two\n2026-02-23T08:15:31Z stdout F three\n',
    );
    expect(reading.events.map((event) => event.text)).toEqual(['one two', 'three']);
  });
});

describe('times that a line leaves open', () => {
  const december = 'Dec 31 23:59:58 web sshd[1]: a\nJan  1 00:00:02 web sshd[1]: b\n';

  it('takes the year from the incident window, across New Year', () => {
    const reading = read(
      december,
      { modified: '2020-01-01T00:00:00Z' },
      { window: { from: '2025-12-31T20:00:00Z', to: '2026-01-01T03:00:00Z' } },
    );
    expect(instants(reading)).toEqual(['2025-12-31T23:59:58Z', '2026-01-01T00:00:02Z']);
    expect(codes(reading)).toEqual(['log-zone-assumed', 'log-year-assumed']);
  });

  it('takes it from the last modification without a window', () => {
    expect(instants(read(december, { modified: '2024-01-05T00:00:00Z' }))).toEqual([
      '2023-12-31T23:59:58Z',
      '2024-01-01T00:00:02Z',
    ]);
  });

  it('takes it from a date in the file name as a last resort', () => {
    expect(instants(read(december, { file: 'logs/messages-20230102.gz' }))).toEqual([
      '2022-12-31T23:59:58Z',
      '2023-01-01T00:00:02Z',
    ]);
  });

  it('reads 29 February in a leap year', () => {
    expect(instants(read('Feb 29 10:00:00 web sshd[1]: a\n', { modified: '2026-03-05T00:00:00Z' }))).toEqual([
      '2024-02-29T10:00:00Z',
    ]);
  });

  it('leaves the instant open and says so once where nothing tells the year', () => {
    const reading = read(december);
    expect(instants(reading)).toEqual([null, null]);
    expect(codes(reading)).toEqual(['log-no-year']);
    expect(reading.findings[0]?.place?.line).toBe(1);
    expect(reading.findings[0]?.message).toBe('2 records have no year and nothing tells it, as “Dec 31 23:59:58”.');
  });

  it('dates bare clocks over midnight from the end of the file', () => {
    const reading = read('23:59:58 INFO a\n00:00:02 INFO b\n', { modified: '2026-02-24T00:10:00Z' });
    expect(instants(reading)).toEqual(['2026-02-23T23:59:58Z', '2026-02-24T00:00:02Z']);
    expect(codes(reading)).toContain('log-date-assumed');
  });

  it('dates bare clocks by the window', () => {
    const window = { from: '2026-02-23T22:00:00Z', to: '2026-02-24T02:00:00Z' };
    expect(instants(read('23:59:58 INFO a\n00:00:02 INFO b\n', {}, { window }))).toEqual([
      '2026-02-23T23:59:58Z',
      '2026-02-24T00:00:02Z',
    ]);
    expect(instants(read('01:00:00 INFO a\n', {}, { window }))).toEqual(['2026-02-24T01:00:00Z']);
  });

  it('takes the zone of the context and marks it as assumed, with one finding', () => {
    const reading = read('2026-07-01 10:00:00 INFO a\n2026-07-01 10:00:01 INFO b\n', {}, { zone: 'Europe/Berlin' });
    expect(instants(reading)).toEqual(['2026-07-01T08:00:00Z', '2026-07-01T08:00:01Z']);
    expect(reading.events.every((event) => !event.at.zoneStated)).toBe(true);
    expect(reading.findings.map((finding) => finding.message)).toEqual([
      '2 times in shop.log state no zone and are read as Europe/Berlin.',
    ]);
  });

  it('leaves stated zones alone', () => {
    const reading = read('2026-07-01T10:00:00+05:30 INFO a\n', {}, { zone: 'Europe/Berlin' });
    expect([first(reading).at.instant, first(reading).at.zone, first(reading).at.zoneStated]).toEqual([
      '2026-07-01T04:30:00Z',
      '+05:30',
      true,
    ]);
    expect(reading.findings).toEqual([]);
  });

  it('finds the order of day and month in the whole file', () => {
    expect(instants(read('03/04/2026 10:00:00 INFO a\n13/04/2026 10:00:00 INFO b\n'))).toEqual([
      '2026-04-03T10:00:00Z',
      '2026-04-13T10:00:00Z',
    ]);
    expect(instants(read('03/04/2026 10:00:00 INFO a\n03/14/2026 10:00:00 INFO b\n'))).toEqual([
      '2026-03-04T10:00:00Z',
      '2026-03-14T10:00:00Z',
    ]);
  });

  it('asks the last modification where the order stays open', () => {
    expect(instants(read('03/04/2026 10:00:00 INFO a\n', { modified: '2026-03-04T12:00:00Z' }))).toEqual([
      '2026-03-04T10:00:00Z',
    ]);
  });

  it('gives up on an open order without any sign', () => {
    const reading = read('03/04/2026 10:00:00 INFO a\n');
    expect([instants(reading), codes(reading)]).toEqual([[null], ['log-date-order-unknown']]);
  });

  it('keeps a record with an impossible time', () => {
    const reading = read('2026-02-30 10:00:00 INFO a\n');
    expect([instants(reading), codes(reading)]).toEqual([[null], ['log-impossible-time']]);
  });
});

describe('what lines look like', () => {
  it('takes colours, NUL bytes and carriage returns out of the text and leaves the raw text', () => {
    const line = '2026-02-23T08:15:30Z \u001B[31mERROR\u001B[0m po\u0000ol';
    const event = first(read(`${line}\r\r\n`));
    expect([event.level, event.text, event.source.raw]).toEqual(['error', 'pool', line]);
  });

  it('tells lines before the first record', () => {
    const reading = read('Starting\nwith this\n2026-02-23T08:15:30Z INFO a\n');
    expect(reading.findings[0]?.message).toBe(
      'Lines 1 to 2 have no time that can be read and no record to belong to: “Starting”.',
    );
  });

  it('reads lines of other layouts in the same file', () => {
    const lines = [
      ...Array.from({ length: 4 }, (_, index) => `2026-02-23T08:15:${String(10 + index)}Z INFO a`),
      '{"time":"2026-02-23T08:16:00Z","level":"error","msg":"b"}',
      'time=2026-02-23T08:16:01Z level=warn msg=c',
      '203.0.113.9 - - [23/Feb/2026:08:16:02 +0000] "GET /x HTTP/1.1" 502 1',
    ];
    expect(
      read(lines.join('\n'))
        .events.slice(4)
        .map((event) => [event.level, event.text]),
    ).toEqual([
      ['error', 'b'],
      ['warning', 'c'],
      ['error', 'GET /x 502'],
    ]);
  });

  it('points at JSON that is cut', () => {
    const reading = read('{"time":"2026-02-23T08:16:00Z","level":"error","msg":"b"}\n{"time":"2026-02-23T08:1');
    expect(reading.events).toHaveLength(1);
    expect(reading.findings.map((finding) => [finding.code, finding.place?.line])).toEqual([['log-json-broken', 2]]);
  });

  it('cuts a line of many megabytes and says so', () => {
    const reading = read(`2026-02-23T08:15:30Z ERROR ${'x'.repeat(5_000_000)}\n2026-02-23T08:15:31Z INFO next\n`);
    expect(reading.events.map((event) => event.text.length)).toEqual([500, 4]);
    expect(first(reading).source.raw).toHaveLength(4000);
    expect(codes(reading)).toEqual(['log-record-cut']);
  });

  it('calls a failure an error where lines have no level', () => {
    const kinds = [
      'error: Received disconnect from 10.0.0.1',
      'fatal: Write failed',
      'Out of memory: Killed process 12',
      'panic: runtime error',
      'Failed password for root',
      'errors: 0',
    ].map((text) => first(read(`2026-02-23T08:15:30Z ${text}\n`)).kind);
    expect(kinds).toEqual(['error', 'error', 'error', 'error', 'log', 'log']);
  });

  it('folds names that vary within the file', () => {
    const text = ['ada', 'bob', 'eve', 'joe', 'kim', 'lee']
      .map((user) => `2026-02-23T08:15:30Z Invalid user ${user} from 10.0.0.1`)
      .join('\n');
    expect(new Set(read(text).events.map((event) => event.fold))).toEqual(new Set(['Invalid user <*> from <*>']));
  });

  it('shows values of a record without a message, however deep they nest', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(first(read(`{"time":1704067200123,"user":{"id":7},"deep":${deep}}`)).text).toBe(
      'user={"id":7} deep=[[[[[[…]]]]]]',
    );
  });

  it('says nothing about an empty file', () => {
    expect(read('\n \n')).toEqual({ events: [], findings: [] });
  });
});

/** Text that is made of pieces of real logs and of anything else. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '2026-02-23T08:15:30Z ERROR zażółć 東京',
    '2026-02-23 08:15:30,123 INFO [main] a.B: x',
    'Jun 14 15:16:01 web sshd[1]: 🚒 out',
    '\tat a.B.c(B.java:1)',
    '{"time":1704067200123,"level":50,"msg":"ü"}',
    '{"time":',
    '[',
    '"',
    'time=2026-02-23T08:16:01Z level=warn msg="c',
    '12:00:00 x',
    '99/99/99 99:99:99',
    '\u001B[31m\u0000',
  ),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, feed]) => lines.join(feed));

function coveredLines(reading: Reading): Set<number> {
  const covered = new Set<number>();
  for (const { source } of reading.events)
    source.raw.split('\n').forEach((_, index) => covered.add(source.line + index));
  for (const finding of reading.findings) for (const number of rangeOf(finding)) covered.add(number);
  return covered;
}

function rangeOf(finding: Finding): number[] {
  const from = finding.place?.line;
  if (from === undefined) return [];
  const to = Number(/^Lines \d+ to (\d+)/u.exec(finding.message)?.[1] ?? from);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Blanks and control characters alone are nothing to read. */
function isBlank(content: string): boolean {
  return !/[^\s\p{Cc}\uFEFF]/u.test(content.replaceAll('\u001B[31m', ''));
}

describe('laws', () => {
  it('loses no line that is not blank', () => {
    fc.assert(
      fc.property(text, (input) => {
        const covered = coveredLines(read(input, { modified: '2026-03-01T00:00:00Z' }));
        const wanted = input.split('\n').flatMap((content, index) => (isBlank(content) ? [] : [index + 1]));
        expect(wanted.filter((number) => !covered.has(number))).toEqual([]);
      }),
    );
  });

  it('gives offsets at which the raw bytes are the raw text', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8' as const, 'utf-16le' as const), (input, encoding) => {
        const whole = input.toWellFormed();
        const bytes = Buffer.from(whole, encoding);
        for (const { source } of read(whole, { encoding }).events) {
          const length = Buffer.byteLength(source.raw, encoding);
          expect(bytes.subarray(source.offset, source.offset + length).toString(encoding)).toBe(source.raw);
        }
      }),
    );
  });

  it('reads the same twice', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(read(input)).toEqual(read(input));
      }),
    );
  });

  // A pattern that backtracks would run into the time limit here.
  it('reads long hostile lines', () => {
    const pieces = [
      '[',
      '"',
      '(',
      'a=',
      'a ',
      ' ',
      '\\',
      '-',
      'a.',
      '{"a":',
      '1 ',
      'at ',
      '<',
      "'x1",
      '2026-02-23T08:15:30Z ',
    ];
    for (const piece of pieces) {
      const { events } = read(`2026-02-23T08:15:30Z ${piece.repeat(60_000)}\n${piece.repeat(60_000)}`);
      expect(events.length).toBeGreaterThan(0);
    }
  });
});

it('keeps a message that is a single level word', () => {
  const reading = read('2026-01-01T10:00:00Z failed\n2026-01-01T10:00:01Z error\n');
  expect(reading.events.map((event) => event.text)).toEqual(['failed', 'error']);
});
