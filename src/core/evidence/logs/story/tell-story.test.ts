import { describe, expect, it } from 'vitest';

import type { EvidenceEvent, LogLevel } from '../event-types.ts';
import { createPatternMiner, createPatternStats, type PatternStatsData } from '../patterns/index.ts';
import { summarisePatterns } from './summarise-patterns.ts';
import { storyEvent } from './story-event.ts';
import { tellStory } from './tell-story.ts';

const START = Date.UTC(2026, 1, 23, 8);
const MINUTE = 60_000;

interface Lines {
  readonly message: string;
  readonly level: LogLevel;
  readonly service?: string;
  /** Records in each minute from 08:00 on. */
  readonly perMinute: readonly number[];
}

const source = { evidence: 'a'.repeat(64), file: 'app.log', format: 'plain-log', zone: 'UTC', zoneStated: true };

/** Counts the lines; a worker takes every other one, where there are two. */
function counted(
  lines: readonly Lines[],
  workers = 1,
): { miner: ReturnType<typeof createPatternMiner>; data: PatternStatsData } {
  const team = Array.from({ length: workers }, () => ({ miner: createPatternMiner(), stats: createPatternStats() }));
  for (const { stats } of team) stats.enter(source);
  let offset = 0;
  for (const { message, level, service, perMinute } of lines) {
    for (const [minute, count] of perMinute.entries()) {
      for (let at = 0; at < count; at += 1) {
        const { miner, stats } = team[offset % workers]!;
        const series = stats.seriesOf(miner.add(message), level, service ?? null);
        if (stats.count(series, START + minute * MINUTE + at, offset)) stats.keep(series, message, message);
        offset += 1;
      }
    }
  }
  const [first, ...others] = team;
  for (const { miner, stats } of others) first!.stats.merge(stats.toData(), first!.miner.merge(miner.toData()));
  return { miner: first!.miner, data: first!.stats.toData() };
}

function story(lines: readonly Lines[], { from = START, workers = 1 } = {}): EvidenceEvent[] {
  const { miner, data } = counted(lines, workers);
  const window = { from, to: START + 600 * MINUTE };
  const patterns = summarisePatterns(miner, data, window);
  const context = { sources: data.sources, width: patterns.width, recordAt: () => ({ line: 7, raw: 'raw' }) };
  return tellStory(patterns, window).map((step) => storyEvent(step, context));
}

function told(events: readonly EvidenceEvent[]): string[] {
  return events.map(({ at, text }) => `${(at.instant ?? '').slice(11, 16)} ${text}`);
}

/** So that the log goes on behind everything else. */
const BEAT: Lines = { message: 'alive', level: 'info', perMinute: Array.from({ length: 120 }, () => 1) };
const minutes = (...parts: readonly (readonly [number, number])[]): number[] =>
  parts.flatMap(([length, count]) => Array.from({ length }, () => count));

describe('the story of a log', () => {
  it('tells onset, burst, peak and end of an error, and only the onset of what informs', () => {
    const perMinute = minutes([10, 0], [20, 1], [3, 20], [1, 90], [6, 20]);
    const events = story([BEAT, { message: 'no connection', level: 'error', perMinute }]);
    expect(told(events)).toEqual([
      '08:00 alive',
      '08:10 no connection',
      '08:30 burst, 90 times the usual: no connection',
      '08:33 peak, 90 a minute: no connection',
      '08:39 last seen, 290 in 29 min: no connection',
    ]);
    expect(events[1]).toMatchObject({ kind: 'error', level: 'error', counts: { total: 20 } });
    expect(events[2]).toMatchObject({
      kind: 'error',
      counts: { total: 270, peak: { minute: '2026-02-23T08:33:00Z', count: 90 } },
    });
    expect(events[2]?.counts?.perMinute).toEqual({
      from: '2026-02-23T08:30:00Z',
      width: 1,
      counts: [20, 20, 20, 90, 20, 20, 20, 20, 20, 20],
    });
  });

  it('is quiet on steady and on periodic chatter', () => {
    const steady = Array.from({ length: 120 }, (_, at) => 3 + ((at * 7) % 5));
    const periodic = Array.from({ length: 120 }, (_, at) => (at % 5 === 0 ? 30 : 0));
    const events = story([
      { message: 'slow answer', level: 'warning', perMinute: steady },
      { message: 'lease renewed late', level: 'warning', perMinute: periodic },
    ]);
    expect(told(events)).toEqual(['08:00 slow answer', '08:00 lease renewed late']);
  });

  it('marks what the time before the window does not have', () => {
    const events = story(
      [
        { message: 'slow answer', level: 'warning', perMinute: minutes([60, 1]) },
        { message: 'no connection', level: 'error', perMinute: minutes([40, 0], [20, 1]) },
      ],
      { from: START + 30 * MINUTE },
    );
    expect(told(events)).toEqual(['08:30 slow answer', '08:40 new error, first seen: no connection']);
  });

  it('tells that an error returns', () => {
    const perMinute = minutes([3, 2], [40, 0], [3, 2]);
    const events = story([BEAT, { message: 'no connection', level: 'error', perMinute }]);
    expect(told(events)).toEqual([
      '08:00 alive',
      '08:00 no connection',
      '08:02 last seen, 6 in 3 min: no connection',
      '08:43 seen again after 41 min: no connection',
      '08:45 last seen, 6 in 2 min: no connection',
    ]);
  });

  it('compares services', () => {
    const events = story([
      { message: 'no connection', level: 'error', service: 'cart', perMinute: [2] },
      { message: 'no connection', level: 'error', service: 'orders', perMinute: [5] },
    ]);
    expect(told(events)).toEqual(['08:00 no connection [orders 5, cart 2]']);
    expect(events[0]?.service).toBeUndefined();
    expect(events[0]?.names).toEqual(['orders', 'cart']);
  });

  it('is the same for any number of workers', () => {
    const lines: Lines[] = [
      BEAT,
      { message: 'no connection', level: 'error', perMinute: minutes([10, 0], [20, 1], [5, 40]) },
      { message: 'user ana left', level: 'warning', perMinute: minutes([5, 3]) },
      { message: 'user tom left', level: 'warning', perMinute: minutes([8, 2]) },
    ];
    expect(story(lines, { workers: 2 })).toEqual(story(lines));
    expect(story(lines, { workers: 3 })).toEqual(story(lines));
  });
});
