import { expect, test } from 'vitest';

import { parseLine, parseTime } from './parse-line.ts';

const NEAR = Date.parse('2026-03-17T13:00:00Z');
const brief = (line: string, zone = 'UTC', near = NEAR): string => {
  const { at, text } = parseLine(line, { zone, near });
  return `${at === null ? '–' : (at.instant ?? 'unknown')} | ${text}`;
};

test.each([
  ['12:05 rolled back api', '2026-03-17T12:05:00Z | rolled back api'],
  ['12:05 - rolled back api', '2026-03-17T12:05:00Z | rolled back api'],
  ['- **12:05**: rolled back api', '2026-03-17T12:05:00Z | rolled back api'],
  ['~12:05 somebody noticed', '2026-03-17T12:05:00Z | somebody noticed'],
  ['2026-03-16 23:50 UTC deployed', '2026-03-16T23:50:00Z | deployed'],
  ['rolled back api', '– | rolled back api'],
  ['T+5m paged', 'unknown | paged'],
])('%j says %s', (line, said) => {
  expect(brief(line)).toBe(said);
});

test('a time is read in the zone on the screen, on the day that is nearest', () => {
  expect(brief('13:05 rolled back', 'Europe/Berlin')).toBe('2026-03-17T12:05:00Z | rolled back');
  const night = Date.parse('2026-03-17T23:50:00Z');
  expect(brief('00:10 paged', 'UTC', night)).toBe('2026-03-18T00:10:00Z | paged');
  expect(brief('23:40 paged', 'UTC', Date.parse('2026-03-18T00:20:00Z'))).toBe('2026-03-17T23:40:00Z | paged');
});

test('a field for a time takes a time and nothing else; empty takes it away', () => {
  expect(parseTime('', { zone: 'UTC', near: NEAR })).toBeNull();
  expect(parseTime('soon', { zone: 'UTC', near: NEAR })).toMatchObject({ instant: null });
  expect(parseTime('12:05–12:20', { zone: 'UTC', near: NEAR })).toMatchObject({
    instant: '2026-03-17T12:05:00Z',
    until: '2026-03-17T12:20:00Z',
  });
});
