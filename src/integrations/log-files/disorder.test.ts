import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import {
  bruteForce,
  countOf,
  logLine,
  MINUTE,
  readOne,
  START,
  temporaryDirectory,
  writeLog,
} from './log-files.fixture.ts';
import { planLog } from './plan-log.ts';

const directory = temporaryDirectory();
afterAll(() => directory.end());

const LINES = 30_000;
const LEVELS = ['INFO', 'INFO', 'INFO', 'ERROR', 'INFO', 'WARN'];

/** Lines for six hours, each at the instant that `clock` gives its number. */
function lines(clock: (index: number) => number, count = LINES): string[] {
  return Array.from({ length: count }, (_, index) =>
    logLine(clock(index), `order ${String(index)} was handled by the worker in some milliseconds`, LEVELS[index % 6]),
  );
}

const ordered = (index: number): number => START + Math.floor((index * 360 * MINUTE) / LINES);

/** A sequence without regularity, the same every time. */
function noise(index: number): number {
  return Math.imul(index + 1, 0x9e37_79b1) >>> 0;
}

const FIXTURES: Readonly<Record<string, () => string[]>> = {
  'in order': () => lines(ordered),
  'with lines up to ten minutes late': () =>
    lines((index) => ordered(index) - (noise(index) % 50 === 0 ? noise(index * 7) % (10 * MINUTE) : 0)),
  'with one line hours late': () => lines((index) => ordered(index) - (index === 28_000 ? 230 * MINUTE : 0)),
  'of two logs one behind the other': () => [...lines(ordered, LINES), ...lines((index) => ordered(index) + 7)],
  'with a short log of another day behind it': () => [
    ...lines((index) => ordered(index) + 1440 * MINUTE),
    ...lines(ordered).slice(9000, 9100),
  ],
  'of a clock that started again': () => lines((index) => (index < 12_000 ? ordered(index) : ordered(index - 9000))),
  'of a clock that was wrong for a moment': () =>
    lines((index) =>
      index > 20_000 && index < 20_040 ? START + 130 * MINUTE : ordered(index) + (index < 9000 ? 0 : 600 * MINUTE),
    ),
  'of two writers an hour apart': () => lines((index) => ordered(index) + (index % 2) * 60 * MINUTE),
  'of a seldom writer in another zone': () =>
    lines((index) => ordered(index) + (index % 9973 === 0 ? 120 * MINUTE : 0)),
  backwards: () => lines(ordered).toReversed(),
};

const WINDOWS = [
  { from: START + 120 * MINUTE, to: START + 150 * MINUTE },
  { from: START + 128 * MINUTE + 30_500, to: START + 131 * MINUTE + 1 },
  { from: -Infinity, to: START + 10 * MINUTE },
  { from: START + 350 * MINUTE, to: Infinity },
];

describe('the records of a window', () => {
  it.each(Object.entries(FIXTURES))('are all found in a log %s, first and later', async (name, make) => {
    const text = make().join('\n');
    const plan = writeLog(directory.path, `${name}.log`, text);
    for (const window of WINDOWS) {
      const wish = { window, notable: true };
      const expected = bruteForce(text, wish);
      expect(countOf(await readOne(plan, wish)), 'without a map').toBe(expected);
      expect(countOf(await readOne(plan, wish, directory.path)), 'with a map').toBe(expected);
    }
  });

  it('of an ordered log are found by reading little more than the window, once its map is known', async () => {
    const plan = writeLog(directory.path, 'map.log', lines(ordered).join('\n'));
    const wish = { window: WINDOWS[1]!, notable: true };
    expect((await readOne(plan, wish, directory.path)).logs[0]?.known).toBe(false);
    const [log] = (await readOne(plan, wish, directory.path)).logs;
    expect(log?.known).toBe(true);
    expect(log?.read).toBeLessThan(plan.size / 2);
    expect(log?.map.ordered).toBe(true);
  });

  it('are found in what was written to a log since its map was made, and behind a line that was cut then', async () => {
    const all = lines(ordered);
    const half = all.slice(0, 15_000).join('\n').slice(0, -30);
    const wish = { window: WINDOWS[0]!, notable: true };
    const path = join(directory.path, 'growing.log');
    const before = writeLog(directory.path, 'growing.log', half);
    expect(countOf(await readOne(before, wish, directory.path))).toBe(bruteForce(half, wish));
    appendFileSync(path, all.join('\n').slice(half.length) + `\n${logLine(START + 121 * MINUTE, 'late')}\n`);
    const after = planLog(path, 'growing.log', {})!;
    const story = await readOne(after, wish, directory.path);
    expect(story.logs[0]?.known).toBe(true);
    expect(countOf(story)).toBe(bruteForce(readFileSync(path, 'utf8'), wish));
  });

  it('are read anew from a log that was written over', async () => {
    const wish = { window: WINDOWS[0]!, notable: true };
    const text = lines(ordered).join('\n');
    await readOne(writeLog(directory.path, 'other.log', text), wish, directory.path);
    const other = lines((index) => ordered(index) + 60 * MINUTE).join('\n');
    const story = await readOne(writeLog(directory.path, 'other.log', other), wish, directory.path);
    expect(countOf(story)).toBe(bruteForce(other, wish));
  });
});

describe('a whole log', () => {
  it.each(Object.entries(FIXTURES))('%s has all its warnings and errors found', async (_name, make) => {
    const text = make().join('\n');
    const plan = writeLog(directory.path, 'whole.log', text);
    const wish = { window: { from: -Infinity, to: Infinity }, notable: true };
    const story = await readOne(plan, wish);
    expect(countOf(story)).toBe(bruteForce(text, wish));
    expect(story.logs[0]?.map.blocks.reduce((sum, { lines: count }) => sum + count, 0)).toBe(
      text.split('\n').length - 1,
    );
  });
});
