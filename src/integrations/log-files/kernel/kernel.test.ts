import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { planLineClock } from '#core/evidence/logs';

import { openKernel } from './open-kernel.ts';
import { PlainKernel } from './plain-kernel.ts';
import { LINE, RECORD_ENTRIES, type ScanKernel, type ScanTask } from './scan-kernel.ts';

const BUILT = fileURLToPath(new URL('../../../../dist/integrations/log-files/kernel/scan.wasm', import.meta.url));
const compiled = openKernel(BUILT);
const plain = new PlainKernel();

const SAMPLES = [
  '2026-02-23 08:15:30.123 ERROR [main] c.e.Pool: gone',
  '203.0.113.9 - ada [10/Oct/2025:13:55:36 -0700] "GET / HTTP/1.1" 502 2326',
  'Jun 14 15:16:01 combo sshd[19939]: authentication failure',
];
const WORDS = ['warn', 'error', 'err', 'fatal', 'critical', 'panic', 'severe'];

const decode = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.subarray(start, end)).toString();

function taskOf(sample: string): ScanTask {
  const clock = planLineClock([sample, sample], { file: 'app.log', modified: '2026-12-01T00:00:00Z', decode });
  return { minutes: clock?.minutes ?? null, marks: 'words', words: WORDS, calm: [' INFO '] };
}

const second = fc.integer({ min: 0, max: 600 });
const stampOf = (at: number): string => new Date(1_771_834_500_000 + at * 1000).toISOString().slice(0, 19);
const line = fc.oneof(
  second.map((at) => `${stampOf(at).replace('T', ' ')}.123 INFO at work`),
  second.map((at) => `${stampOf(at).replace('T', ' ')}.123 \u001B[31mERROR\u001B[0m broken`),
  second.map((at) => `10.0.0.${String(at)} - - [10/Oct/2025:13:${stampOf(at).slice(14)} -0700] "GET / HTTP/1.1" 200 1`),
  fc
    .tuple(second, fc.stringMatching(/^[0-9a-fA-Fg -]{4,30}$/u))
    .map(([at, id]) => `${stampOf(at).replace('T', ' ')}.123 WARN ${id} is gone`),
  second.map((at) => `Jun  9 ${stampOf(at).slice(11)} combo kernel: Panic`),
  fc.constantFrom(
    '',
    '\tat c.e.Pool.take(Pool.java:4)',
    'interrupted terror',
    'warning',
    'a [10/Oct',
    'err',
    'x'.repeat(300),
  ),
  fc.string({ unit: 'binary', maxLength: 80 }).map((text) => text.replaceAll('\n', ' ')),
);
const text = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended ? '\n' : ''));

function run(kernel: ScanKernel, task: ScanTask, content: string): unknown {
  const bytes = Buffer.from(content);
  kernel.bytes.fill(10).set(bytes);
  kernel.begin(task);
  const turns = [...kernel.out.subarray(0, kernel.turns(0, bytes.length))];
  const { lines, next } = kernel;
  kernel.restart();
  const records = recordsOf(kernel, bytes.length);
  // Every third line is taught, so that others are of its kind.
  const taught = records.filter((_, index) => index % 3 === 0).map(([start, end]) => kernel.learn(start!, end!));
  kernel.restart();
  const again = recordsOf(kernel, bytes.length);
  return { turns, lines, next, records, taught, again, end: kernel.lineEnd(0, bytes.length) };
}

function recordsOf(kernel: ScanKernel, end: number): number[][] {
  const count = kernel.records(0, end);
  return Array.from({ length: count }, (_, index) => [
    ...new Int32Array(kernel.out.slice(index * RECORD_ENTRIES, (index + 1) * RECORD_ENTRIES)),
  ]);
}

describe('the compiled kernel', () => {
  it.each(SAMPLES)('finds what the plain one finds, in logs as “%s”', (sample) => {
    expect(compiled).not.toBeInstanceOf(PlainKernel);
    fc.assert(
      fc.property(text, fc.constantFrom('all', 'words', 'words inside'), (content, marks) => {
        const task: ScanTask = { ...taskOf(sample), marks };
        expect(run(compiled, task, content)).toEqual(run(plain, task, content));
      }),
    );
  });

  it('goes on where it ran out of room', () => {
    const task = taskOf(SAMPLES[0]!);
    for (const kernel of [compiled, plain]) {
      kernel.bytes.fill(10);
      kernel.begin(task);
      const counts: number[] = [];
      for (let at = 0; at < 200_000; at = kernel.next) counts.push(kernel.turns(at, 200_000));
      expect(counts.reduce((sum, count) => sum + count)).toBe(200_000);
      expect(counts.length).toBeGreaterThan(1);
    }
  });
});

describe('a kernel', () => {
  it('tells lines of one kind, which differ in digits only, but for those of a status', () => {
    const lines = [
      '2026-02-23 08:15:30.123 WARN took 12 ms',
      '2026-02-23 08:15:31.003 WARN took 98 ms',
      '2026-02-23 08:15:31.004 WARN took 9 ms',
      '2026-02-23 08:15:31.004 WARN "GET /5" 404',
      '2026-02-23 08:15:31.004 WARN "GET /7" 404',
      '2026-02-23 08:15:31.004 WARN "GET /7" 502',
      '2026-02-23 08:15:31.004 WARN id 6f0aa7d5-6a6a8bea',
      '2026-02-23 08:15:31.004 WARN id b18a0c22-00a1f00d',
      '2026-02-23 08:15:31.004 WARN id 11870622-00813000',
      '2026-02-23 08:15:31.004 WARN id g18a0c22-00a1f00d',
    ];
    for (const kernel of [compiled, plain]) {
      const bytes = Buffer.from(lines.join('\n'));
      kernel.bytes.fill(10).set(bytes);
      kernel.begin(taskOf(SAMPLES[0]!));
      const kinds = (): unknown => recordsOf(kernel, bytes.length).map(([, , , kind]) => kind);
      const none = lines.map(() => -1);
      expect(kinds()).toEqual(none);
      const records = recordsOf(kernel, bytes.length);
      const taught = [0, 3, 6].map((index) => kernel.learn(records[index]![0]!, records[index]![1]!));
      expect(taught).toEqual([0, 1, 2]);
      expect(kinds()).toEqual([0, 0, -1, 1, 1, -1, 2, 2, -1, -1]);
      kernel.forget();
      expect(kinds()).toEqual(none);
    }
  });

  it.each([
    ['2026-02-23 08:15:30.123 WARN slow', true],
    ['2026-02-23 08:15:30.123 [error] gone', true],
    ['2026-02-23 08:15:30.123 \u001B[1;31mERROR\u001B[0m gone', true],
    ['2026-02-23 08:15:30.123 INFO interrupted by software in terror', false],
    ['2026-02-23 08:15:30.123 DEBUG interrupted by software in terror', false],
    ['2026-02-23 08:15:30.123 INFO no error at all', false],
    ['2026-02-23 08:15:30.123 DEBUG no error at all', true],
    ['2026-02-23 08:15:30.123 INFO {"level":"error"}', true],
    ['2026-02-23 08:15:30.123 INFO level=panic', true],
  ])('tells whether “%s” has to be read', (content, has) => {
    for (const kernel of [compiled, plain]) {
      const { records } = run(kernel, taskOf(SAMPLES[0]!), content) as { records: number[][] };
      const bits = records[0]![2]!;
      expect((bits & LINE.shaped) === 0 || (bits & LINE.marked) !== 0).toBe(has);
    }
  });
});
