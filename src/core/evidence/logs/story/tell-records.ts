import { instantToEpoch } from '#core/time';

import type { EvidenceEvent, ReadContext } from '../event-types.ts';
import { createPatternMiner, createPatternStats } from '../patterns/index.ts';
import { storyEvent } from './story-event.ts';
import { type StoryWindow, summarisePatterns } from './summarise-patterns.ts';
import { type StoryStep, tellStory } from './tell-story.ts';

/** Below this many records of a pattern each is told by itself. */
const LEAST_TOLD = 5;
const ALWAYS = { from: -Infinity, to: Infinity };

/** A record of a log as an event, and the message that its pattern is made of. */
export interface RecordEvent {
  readonly event: EvidenceEvent;
  readonly mined: string;
}

/**
 * The events of one log, each with its pattern as `fold`. Patterns with many records are told as a story instead of
 * record by record, as those of logs of any size are; the first record of a pattern stays as it is and carries the
 * counts. In the order of the log. Of a window only what is inside is told of them.
 */
export function tellRecords(records: readonly RecordEvent[], window?: ReadContext['window']): EvidenceEvent[] {
  const miner = createPatternMiner();
  const shapes = records.map(({ mined }) => miner.add(mined));
  const events = records.map(({ event }, at) => ({ ...event, fold: foldOf(event, miner.template(shapes[at] ?? 0)) }));
  const many = [
    ...Map.groupBy(events.keys(), (at) => `${events[at]?.service ?? ''}\n${events[at]?.fold ?? ''}`).values(),
  ].filter((places) => places.length >= LEAST_TOLD && places.every((at) => events[at]?.at.instant !== null));
  const told = new Set(many.flat());
  const context = { window: spanOf(window), whole: wholeSpan(events) };
  const stories = many.flatMap((places) => storyOf(events, places, context));
  const single = [...events.entries()].filter(([at]) => !told.has(at));
  return [...single, ...stories].toSorted(([a], [b]) => a - b).map(([, event]) => event);
}

function foldOf({ level }: EvidenceEvent, template: string): string {
  return level === undefined ? template : `${level} ${template}`;
}

type Placed = [number, EvidenceEvent];

interface Told {
  readonly window: StoryWindow;
  /** From the first record of the log to the last. */
  readonly whole: StoryWindow;
}

function spanOf(window: ReadContext['window']): StoryWindow {
  return window === undefined ? ALWAYS : { from: epochOf(window.from, -Infinity), to: epochOf(window.to, Infinity) };
}

/** An open end of a window is the first or the last year that can be written. */
function epochOf(instant: string, open: number): number {
  return /^(?:0001|9999)-/u.test(instant) ? open : instantToEpoch(instant);
}

function wholeSpan(events: readonly EvidenceEvent[]): StoryWindow {
  const times = events.flatMap(({ at }) => (at.instant === null ? [] : [instantToEpoch(at.instant)]));
  return {
    from: times.reduce((least, at) => Math.min(least, at), Infinity),
    to: times.reduce((most, at) => Math.max(most, at), -Infinity),
  };
}

/** Tells the records at `places`, which are of one pattern and service. */
function storyOf(events: readonly EvidenceEvent[], places: readonly number[], { window, whole }: Told): Placed[] {
  const [first = 0] = places;
  const { fold = '', level, kind, service, source, at } = events[first]!;
  const miner = createPatternMiner();
  const stats = createPatternStats();
  const { evidence, file, format } = source;
  stats.enter({ evidence, file, format, zone: at.zone ?? 'UTC', zoneStated: at.zoneStated });
  const template = level === undefined ? fold : fold.slice(level.length + 1);
  const series = stats.seriesOf(miner.add(template), level ?? (kind === 'error' ? 'error' : null), service ?? null);
  for (const place of places) stats.count(series, instantToEpoch(events[place]?.at.instant ?? ''), place);
  const data = stats.toData();
  const patterns = summarisePatterns(miner, data, { ...window, whole });
  const context = {
    sources: data.sources,
    width: patterns.width,
    recordAt: (_: unknown, place: number) => events[place]?.source,
  };
  const steps = tellStory(patterns, window);
  // What is outside the window is left out by whoever asked for it, and counted there.
  if (steps.length === 0) return [[places[0]!, events[places[0]!]!]];
  return steps.map((step) => [step.place, placed(step, storyEvent(step, context), events)]);
}

/** The record itself at an onset; elsewhere what the story says, with time and source of the record that it points to. */
function placed(step: StoryStep, made: EvidenceEvent, events: readonly EvidenceEvent[]): EvidenceEvent {
  const record = events[step.place];
  if (record === undefined) return made;
  const { counts, endedAt } = made;
  const told = {
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(counts === undefined ? {} : { counts }),
    ...(counts === undefined || record.fold === undefined ? {} : { fold: record.fold }),
  };
  if (step.kind === 'onset') return { ...record, ...told };
  const at = step.kind === 'end' ? made.at : record.at;
  return { ...made, at, ...told, source: record.source };
}
