import { expect, it } from 'vitest';

import { ROW_KEYS } from '../timeline/row-keys.ts';
import { SHORTCUTS } from './shortcuts/shortcuts.data.ts';

const told = new Set(SHORTCUTS.flatMap(({ keys }) => keys.map(([stroke]) => stroke)));
/** A second key for what another one does; the page names one of them. */
const ALSO = new Set(['j', 'k', 'f2', 'backspace', ' ', 'mod+y']);

const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
).filter(([file]) => !/\.test\.|shortcuts\.data/u.test(file));

it('names every key that a page binds', () => {
  const bound = sources.flatMap(([, text]) =>
    [...text.matchAll(/useShortcut\(\s*'([^']+)'|\bkeys: '([^']+)'/gu)].map(
      ([, first, second]) => first ?? second ?? '',
    ),
  );
  expect(bound.length).toBeGreaterThan(10);
  expect(bound.filter((stroke) => !told.has(stroke))).toEqual([]);
});

it('names every key of the timeline', () => {
  expect(Object.keys(ROW_KEYS).filter((stroke) => !told.has(stroke) && !ALSO.has(stroke))).toEqual([]);
});

it('names no place and no key of a place twice', () => {
  const places = SHORTCUTS.map(({ where }) => where);
  expect(places).toEqual([...new Set(places)]);
  for (const { keys } of SHORTCUTS) {
    const strokes = keys.map(([stroke]) => stroke);
    expect(strokes).toEqual([...new Set(strokes)]);
  }
});
