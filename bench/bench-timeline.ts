import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { MergeFigures } from './merge-in-process.ts';
import { figure, printTable } from './print-table.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const WORKER = fileURLToPath(new URL('merge-in-process.ts', import.meta.url));
const MB = 2 ** 20;

/** Merging of 1k to 1M events against a bare sort, each size in a process of its own. */
export function benchTimeline(): void {
  const rows = SIZES.map((size) => rowOf(measure(size)));
  const head = [
    'events',
    'out',
    'first ms',
    'merge ms',
    'events/s',
    'ns/(n log2 n)',
    'sort ms',
    'ratio',
    'timeline ms',
    'RSS before',
    'RSS peak',
    'heap',
  ];
  printTable(
    'Timeline: mergeEvents, buildTimeline (with moments and suspects), and Array.prototype.sort of the same events',
    [head, ...rows],
    'Memory in MB: with the events alone, at the peak of the first merge, and the heap after it (events + timeline).\n' +
      'Aim: n log n (the sixth column stays flat), 1M in under 3,000 ms and 1,024 MB.',
  );
}

function measure(size: number): MergeFigures {
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--conditions=nevertwice-source', WORKER, String(size)],
    {
      encoding: 'utf8',
    },
  );
  return JSON.parse(output) as MergeFigures;
}

function rowOf(one: MergeFigures): string[] {
  const { events, merged, firstMs, mergeMs, sortMs, timelineMs } = one;
  return [
    events.toLocaleString('en'),
    merged.toLocaleString('en'),
    figure(firstMs),
    figure(mergeMs),
    figure((events / mergeMs) * 1000),
    figure((mergeMs * 1e6) / (events * Math.log2(events))),
    figure(sortMs),
    figure(mergeMs / sortMs),
    figure(timelineMs),
    figure(one.rssBefore / MB),
    figure(one.rssPeak / MB),
    figure(one.heapAfter / MB),
  ];
}
