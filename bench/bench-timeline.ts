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
    'first CPU',
    'merge ms',
    'events/s',
    'ns/(n log2 n)',
    'sort ms',
    'ratio',
    'timeline ms',
    'RSS before',
    'RSS peak',
    'heap before',
    'heap after',
  ];
  printTable(
    'Timeline: mergeEvents, buildTimeline (with moments and suspects), and Array.prototype.sort of the same events',
    [head, ...rows],
    'First: the first merge of the process, wall and processor time; the rest are medians. Memory in MB: resident with the\n' +
      'events alone and at the peak of the first merge; live objects before it (events) and after it (events + timeline).\n' +
      'Aim: n log n (ns/(n log2 n) stays flat), 1M in under 3,000 ms and 1,024 MB.',
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
  const { events, merged, firstMs, firstCpuMs, mergeMs, sortMs, timelineMs } = one;
  return [
    events.toLocaleString('en'),
    merged.toLocaleString('en'),
    figure(firstMs),
    figure(firstCpuMs),
    figure(mergeMs),
    figure((events / mergeMs) * 1000),
    figure((mergeMs * 1e6) / (events * Math.log2(events))),
    figure(sortMs),
    figure(mergeMs / sortMs),
    figure(timelineMs),
    figure(one.rssBefore / MB),
    figure(one.rssPeak / MB),
    figure(one.heapBefore / MB),
    figure(one.heapAfter / MB),
  ];
}
