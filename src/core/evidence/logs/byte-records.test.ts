import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseInstant } from '#core/time';

import type { ReadContext } from '../types.ts';
import { ASK_TEXT } from './byte-lines.ts';
import { ByteRecords } from './byte-records.ts';
import { cleanLine } from './clean-line.ts';
import { LOG_LAYOUTS } from './layouts.data.ts';
import { createLineReader } from './line-record.ts';
import { createLogClock } from './log-clock.ts';
import { PROGRAMS, RECORDS } from './log-lines.fixture.ts';
import { type Stamp, stampAt } from './stamp.ts';
import { STAMP_SHAPES } from './stamp-shapes.data.ts';
import { surveyLog } from './survey-log.ts';

const context: ReadContext = {
  lookups: { people: new Map(), revisions: new Map(), channels: new Map() },
  now: '2027-01-01T00:00:00Z',
};
const input = {
  file: 'a.log',
  evidence: '0',
  text: '',
  encoding: 'utf-8',
  bomBytes: 0,
  modified: '2026-12-30T00:00:00Z',
} as const;
const encoder = new TextEncoder();

/** Both readings of lines in a file that begins with `lines`. */
function readersOf(lines: readonly string[]): {
  readonly byText: (line: string) => number;
  readonly byBytes: (line: string) => number;
} {
  const survey = surveyLog(lines, null);
  const reader = createLineReader(survey);
  const clock = createLogClock(input, context, { stamps: survey.stamps, midnights: 0 });
  const resolve = (stamp: Stamp): number => parseInstant(clock.resolve(stamp, '').at.instant ?? '') ?? Number.NaN;
  const bytes = new ByteRecords(survey, resolve);
  return {
    byText(line) {
      const clean = cleanLine(line);
      const record = clean.trim() === '' ? null : reader.read(clean);
      if (record === null || record === 'broken') return Number.NaN;
      const stamp = record.stamp ?? stampAt(record.written, 0, null);
      return record.epochMs ?? (stamp === null ? Number.NaN : resolve(stamp));
    },
    byBytes(line) {
      const all = encoder.encode(`before\n${line}\nbehind`);
      return bytes.at(all, 7, all.length - 7);
    },
  };
}

const LINES: readonly string[] = [
  ...LOG_LAYOUTS.flatMap((layout) => layout.samples.map((sample) => sample.line)),
  ...PROGRAMS.map(([, line]) => line),
  ...RECORDS.map(([, line]) => line),
  ...STAMP_SHAPES.flatMap((shape) => shape.samples.map(([written]) => `${written} and a message`)),
];

/** Lines whose time bytes do not tell alone: a year that stands before the time, a time in two numbers. */
const ASKING = /":\{"(?:seconds|epochSecond)|1131566461/u;

describe('times from bytes', () => {
  it.each(LINES)('are those of the text in “%s”', (line) => {
    const { byText, byBytes } = readersOf([line, line]);
    const expected = byText(line);
    expect(Number.isNaN(expected)).toBe(false);
    expect(byBytes(line)).toBe(ASKING.test(line) ? ASK_TEXT : expected);
    expect(byBytes(line)).toBe(ASKING.test(line) ? ASK_TEXT : expected);
  });

  it('are those of the text in files of several kinds of lines, at any time', () => {
    // Zeros ahead of a number would be no JSON.
    const digits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom(...LINES),
        fc.constantFrom(...LINES),
        fc.array(digits, { maxLength: 6 }),
        (a, b, changes) => {
          const { byText, byBytes } = readersOf([a, a, a, b]);
          for (const line of [a, b, ...changes.map((change) => withDigits(a, change))]) {
            const told = byBytes(line);
            if (told !== ASK_TEXT) expect([line, told]).toEqual([line, byText(line)]);
          }
        },
      ),
    );
  });
});

/** The line with other digits in its first forty places, some of them. */
function withDigits(line: string, digits: readonly number[]): string {
  let at = 0;
  return line.replaceAll(/\d/gu, (digit) => {
    const other = digits[at % digits.length] ?? 0;
    at += 1;
    return at % 3 === 0 ? String(other) : digit;
  });
}
