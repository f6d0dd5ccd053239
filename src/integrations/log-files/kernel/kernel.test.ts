import { fileURLToPath } from 'node:url';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { planLineClock } from '#core/evidence/logs';

import { openKernel } from './open-kernel.ts';
import { PlainKernel } from './plain-kernel.ts';
import type { ScanKernel, ScanTask } from './scan-kernel.ts';

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
  return { minutes: clock?.minutes ?? null, words: WORDS, inside: false };
}

const second = fc.integer({ min: 0, max: 600 });
const stampOf = (at: number): string => new Date(1_771_834_500_000 + at * 1000).toISOString().slice(0, 19);
const line = fc.oneof(
  second.map((at) => `${stampOf(at).replace('T', ' ')}.123 INFO at work`),
  second.map((at) => `${stampOf(at).replace('T', ' ')}.123 \u001B[31mERROR\u001B[0m broken`),
  second.map((at) => `10.0.0.${String(at)} - - [10/Oct/2025:13:${stampOf(at).slice(14)} -0700] "GET / HTTP/1.1" 200 1`),
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
  const marked = [...kernel.out.subarray(0, 2 * kernel.marked(0, bytes.length))];
  return { turns, lines, next, marked, end: kernel.lineEnd(0, bytes.length) };
}

describe('the compiled kernel', () => {
  it.each(SAMPLES)('finds what the plain one finds, in logs as “%s”', (sample) => {
    expect(compiled).not.toBeInstanceOf(PlainKernel);
    fc.assert(
      fc.property(text, fc.boolean(), (content, inside) => {
        const task = { ...taskOf(sample), inside };
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
  it.each([
    ['2026-02-23 08:15:30.123 WARN slow', true],
    ['2026-02-23 08:15:30.123 [error] gone', true],
    ['2026-02-23 08:15:30.123 \u001B[1;31mERROR\u001B[0m gone', true],
    ['2026-02-23 08:15:30.123 INFO interrupted by software in terror', false],
    ['level=panic', true],
  ])('tells whether “%s” has a word', (content, has) => {
    for (const kernel of [compiled, plain]) {
      const found = run(kernel, taskOf(SAMPLES[0]!), content) as { marked: number[] };
      expect(found.marked).toEqual(has ? [0, Buffer.byteLength(content)] : []);
    }
  });
});
