import type { EvidenceEvent } from '#core/evidence';
import { instantToEpoch } from '#core/time';
import { buildTimeline, mergeEvents } from '#core/timeline';

import { generateEvents } from './data/events.ts';
import { medianTimes, timed } from './median-times.ts';

/** What one process tells about merging `events` events. Memory in bytes. */
export interface MergeFigures {
  readonly events: number;
  /** Timeline events after joining and folding. */
  readonly merged: number;
  /** The very first merge of the process, in milliseconds: what a person who starts a command waits for. */
  readonly firstMs: number;
  /** Processor time of that merge, helper threads included: what is left of `firstMs` on a machine that is busy. */
  readonly firstCpuMs: number;
  readonly mergeMs: number;
  readonly sortMs: number;
  readonly timelineMs: number;
  readonly rssBefore: number;
  readonly rssPeak: number;
  /** Live objects: the events alone, and with their timeline. */
  readonly heapBefore: number;
  readonly heapAfter: number;
}

/** Sorts by instant alone, which is the least that any merge has to do. */
function bareSort(events: readonly EvidenceEvent[]): unknown {
  const entries = events.map((event) => ({ epoch: instantToEpoch(event.at.instant!), event }));
  // oxlint-disable-next-line unicorn/no-array-sort -- The peer is exactly this: a sort in place of an array of its own.
  return entries.sort((a, b) => a.epoch - b.epoch);
}

/** Peak resident memory of this process so far. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function measure(size: number): MergeFigures {
  const events = generateEvents(size);
  globalThis.gc?.();
  const { rss: rssBefore, heapUsed: heapBefore } = process.memoryUsage();
  const cpuBefore = process.cpuUsage();
  let merged = mergeEvents([]);
  const firstMs = timed({ run: () => (merged = mergeEvents(events)) });
  const cpu = process.cpuUsage(cpuBefore);
  const firstCpuMs = (cpu.user + cpu.system) / 1000;
  const rssPeak = peak();
  globalThis.gc?.();
  const heapAfter = process.memoryUsage().heapUsed;
  const out = merged.events.length;
  merged = mergeEvents([]);
  const rounds = Math.max(5, Math.min(51, Math.floor(500_000 / size)));
  const [mergeMs, sortMs, timelineMs] = medianTimes(
    [
      { name: 'merge', run: () => mergeEvents(events).events.length },
      { name: 'sort', run: () => bareSort(events) },
      { name: 'timeline', run: () => buildTimeline(events).events.length },
    ],
    { warmUps: size < 100_000 ? rounds : 1, rounds },
  ) as [number, number, number];
  const memory = { rssBefore, rssPeak, heapBefore, heapAfter };
  return { events: size, merged: out, firstMs, firstCpuMs, mergeMs, sortMs, timelineMs, ...memory };
}

console.log(JSON.stringify(measure(Number(process.argv[2]))));
