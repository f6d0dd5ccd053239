import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseInstant } from '#core/time';

import { planLineClock } from './line-clock.ts';
import type { LineClock } from './line-clock.ts';

const encoder = new TextEncoder();
const decode = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder().decode(bytes.subarray(start, end));

function clockOf(lines: readonly string[], zone?: string): LineClock {
  const modified = '2026-12-31T00:00:00Z';
  const clock = planLineClock(lines, { file: 'app.log', modified, decode, ...(zone && { zone }) });
  if (clock === null) throw new Error('The sample has no times.');
  return clock;
}

function timeOf(clock: LineClock, line: string): number {
  const bytes = encoder.encode(`x\n${line}\nbehind it`);
  return clock.at(bytes, 2, 2 + encoder.encode(line).length);
}

const SAMPLES: readonly (readonly [string, string, string])[] = [
  ['2026-02-23 08:15:30.123 ERROR [main] c.e.Pool: gone', '2026-02-23T08:15:30.123Z', 'plain-log'],
  ['2026-02-23T08:15:30,1 INFO started', '2026-02-23T08:15:30.100Z', 'plain-log'],
  ['2026-02-23T08:15:30.123456789Z stdout F hello', '2026-02-23T08:15:30.123Z', 'container-log'],
  ['[2026-02-23T09:15:30+01:00] warn: slow', '2026-02-23T08:15:30Z', 'plain-log'],
  ['2026-02-23 08:15:30 -12 items', '2026-02-23T20:15:30Z', 'plain-log'],
  ['2026-02-23 09:15:30 CET ERROR gone', '2026-02-23T08:15:30Z', 'plain-log'],
  ['203.0.113.9 - ada [10/Oct/2025:13:55:36 -0700] "GET / HTTP/1.1" 502 2326', '2025-10-10T20:55:36Z', 'access-log'],
  ['Jun 14 15:16:01 combo sshd[19939]: authentication failure', '2026-06-14T15:16:01Z', 'syslog'],
  ['Jul  9 12:16:49 combo sshd[19939]: authentication failure', '2026-07-09T12:16:49Z', 'syslog'],
  ['1445191307.978 INFO started', '2015-10-18T18:01:47.978Z', 'plain-log'],
  ['1445191307978 INFO started', '2015-10-18T18:01:47.978Z', 'plain-log'],
  ['{"time":"2026-02-23T08:15:30Z","level":"error","msg":"gone"}', '2026-02-23T08:15:30Z', 'json-lines'],
  ['time=2026-02-23T08:15:30Z level=error msg=gone', '2026-02-23T08:15:30Z', 'logfmt'],
];

describe('the clock of lines', () => {
  it.each(SAMPLES)('reads “%s”', (line, instant, layout) => {
    const clock = clockOf([line, line]);
    expect(timeOf(clock, line)).toBe(parseInstant(instant));
    expect(clock.layout).toBe(layout);
  });

  it.each(SAMPLES)('reads lines of other layouts between lines as “%s”', (line) => {
    const clock = clockOf([line, line, line]);
    for (const [other, instant] of SAMPLES) {
      // Numbers are times only in files that begin with them, times in the middle only in files that have them there.
      if (/^(?:144|203)/u.test(other)) continue;
      expect(timeOf(clock, other), other).toBe(parseInstant(instant));
    }
  });

  it('has no time for lines that open no record', () => {
    const clock = clockOf(['2026-02-23 08:15:30.123 ERROR gone']);
    const others = ['', '\tat com.shop.Pool.take(Pool.java:41)', 'Caused by: none', '2026-02-3', '2026-13-40 99:99:99'];
    expect(others.map((line) => timeOf(clock, line))).toEqual(others.map(() => Number.NaN));
  });

  it('reads no byte behind the line', () => {
    const clock = clockOf(['2026-02-23 08:15:30.123 ERROR gone']);
    const bytes = encoder.encode('2026-02-23 08:15:30.123');
    expect(clock.at(bytes, 0, 16)).toBe(parseInstant('2026-02-23T08:15:00Z'));
  });

  it('takes the zone that the file is given, with its summer time', () => {
    const clock = clockOf(['2026-07-01 08:15:30 ERROR gone'], 'Europe/Berlin');
    expect(timeOf(clock, '2026-07-01 08:15:30 ERROR gone')).toBe(parseInstant('2026-07-01T06:15:30Z'));
    expect(timeOf(clock, '2026-12-01 08:15:30 ERROR gone')).toBe(parseInstant('2026-12-01T07:15:30Z'));
  });

  it('is none for text without times', () => {
    expect(planLineClock(['Dear all,', 'nothing happened.'], { file: 'letter.txt', decode })).toBeNull();
  });
});

describe('the shape of minutes', () => {
  it('keeps what makes the minute and leaves the seconds open', () => {
    const { minutes } = clockOf(['2026-02-23 08:15:30.123 ERROR gone']);
    expect(minutes?.kept.findIndex((kept) => kept === 0)).toBe(17);
    expect(String.fromCharCode(...(minutes?.least.subarray(0, 23) ?? []))).toBe('0000-00-00 00:00:00.000');
  });

  it.each([
    ['2026-02-23 08:15:30.123 ERROR gone', (s: number) => iso(s).replace('T', ' ').slice(0, 23) + ' INFO at work'],
    ['2026-02-23T08:15:30.123Z ERROR gone', (s: number) => `${iso(s)} INFO at work`],
    ['1445191307.978 INFO started', (s: number) => `${(s / 1000).toFixed(3)} INFO at work`],
  ])('puts lines with equal bytes there into the same span: “%s”', (sample, write) => {
    const clock = clockOf([sample]);
    const { minutes } = clock;
    if (minutes === null) throw new Error('No shape.');
    fc.assert(
      fc.property(fc.integer({ min: 1e12, max: 1.9e12 }), fc.integer({ min: 0, max: 200_000 }), (first, gap) => {
        const [a, b] = [write(first), write(first + gap)];
        const keptOf = (line: string): string =>
          line.replaceAll(/./gu, (byte, at: number) => (minutes.kept[at - minutes.offset] === 255 ? byte : ''));
        const spanOf = (line: string): number => Math.floor(timeOf(clock, line) / minutes.spanMs);
        expect(keptOf(a) === keptOf(b)).toBe(spanOf(a) === spanOf(b));
      }),
    );
  });
});

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
