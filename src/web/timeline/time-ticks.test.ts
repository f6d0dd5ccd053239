import { expect, test } from 'vitest';

import { timeScale } from './time-scale.ts';
import { timeTicks } from './time-ticks.ts';
import { WHOLE_VIEW, zoomView } from './view-window.ts';

const at = (text: string): number => Date.parse(text);

function labels(times: readonly string[], zone: string, view = WHOLE_VIEW): string[] {
  const scale = timeScale(times.map(at));
  if (scale === null) return [];
  return timeTicks(scale, view, { zone, length: 600, spacing: 60 }).map(({ day, label }) =>
    day === undefined ? label : `${day} ${label}`,
  );
}

test('marks are round times of the zone', () => {
  const times = ['2026-03-17T12:07:00Z', '2026-03-17T13:52:00Z'];
  expect(labels(times, 'UTC')).toEqual(['12:15', '12:30', '12:45', '13:00', '13:15', '13:30', '13:45']);
  expect(labels(times, 'Asia/Kathmandu')).toEqual(['18:00', '18:15', '18:30', '18:45', '19:00', '19:15', '19:30']);
});

test('the first mark of a day says the day where there are several', () => {
  expect(labels(['2026-03-17T18:00:00Z', '2026-03-18T06:00:00Z'], 'UTC')).toEqual([
    '17 Mar 18:00',
    '20:00',
    '22:00',
    '18 Mar 00:00',
    '02:00',
    '04:00',
    '06:00',
  ]);
});

test('marks stay on round hours when clocks are put forward', () => {
  expect(labels(['2026-03-28T22:00:00Z', '2026-03-29T05:00:00Z'], 'Europe/Berlin')).toEqual([
    '28 Mar 23:00',
    '29 Mar 00:00',
    '01:00',
    '03:00',
    '04:00',
    '05:00',
    '06:00',
    '07:00',
  ]);
});

test('zooming in brings finer marks, down to seconds', () => {
  const times = ['2026-03-17T12:00:00Z', '2026-03-17T12:10:00Z'];
  expect(labels(times, 'UTC', zoomView(WHOLE_VIEW, 30, 0.5))).toContain('12:05:00');
});

test('there is no mark within a quiet stretch, nor on what it says', () => {
  const cluster = Array.from(
    { length: 13 },
    (_none, index) => `2026-03-17T12:${String(index * 4).padStart(2, '0')}:00Z`,
  );
  const shown = labels(['2026-03-10T00:00:00Z', ...cluster], 'UTC');
  expect(shown.some((label) => /1[1-6] Mar/u.test(label))).toBe(false);
  expect(shown.at(-1)).toBe('12:40');
});
