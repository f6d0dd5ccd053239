import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { KERNEL_BYTES } from './kernel/kernel-memory.ts';
import { PlainKernel } from './kernel/plain-kernel.ts';
import { type Chunk, LineFeed } from './line-feed.ts';

/** Feeds a text in pieces of `step` bytes and returns the lines with their offsets. */
function feed(text: string, range: { from: number; to: number; aligned: boolean }, step: number): [number, string][] {
  const kernel = new PlainKernel();
  const bytes = Buffer.from(text);
  const lines: [number, string][] = [];
  const take = ({ end, base }: Chunk): void => {
    const chunk = Buffer.from(kernel.bytes.subarray(0, end)).toString('latin1');
    let at = base;
    for (const line of chunk.split('\n')) {
      lines.push([at, line]);
      at += line.length + 1;
    }
    if (chunk.endsWith('\n')) lines.pop();
  };
  const feeding = new LineFeed(kernel, range, take);
  while (!feeding.done && feeding.start < bytes.length) {
    const room = feeding.room();
    const count = Math.min(step, room.length, bytes.length - feeding.start);
    room.set(bytes.subarray(feeding.start, feeding.start + count));
    feeding.filled(count);
  }
  feeding.finish();
  return lines;
}

describe('a feed of lines', () => {
  it('gives every line to exactly one of two neighbouring ranges, wherever they meet', () => {
    const text = fc.array(fc.stringMatching(/^[a-z]{0,9}$/u), { maxLength: 20 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, fc.nat(200), fc.integer({ min: 1, max: 50 }), (content, cut, step) => {
        const whole = feed(content, { from: 0, to: content.length, aligned: true }, step);
        const at = Math.min(cut, content.length);
        const first = feed(content, { from: 0, to: at, aligned: true }, step);
        const second = feed(content, { from: at, to: content.length, aligned: false }, step);
        expect([...first, ...second]).toEqual(whole);
        const lines = content.split('\n');
        expect(whole.map(([, line]) => line)).toEqual(lines.at(-1) === '' ? lines.slice(0, -1) : lines);
      }),
    );
  });

  it('hands over the beginning of a line that is longer than its memory, and goes on behind it', () => {
    const text = `first\n${'x'.repeat(3 * KERNEL_BYTES)}\nlast\n`;
    const lines = feed(text, { from: 0, to: text.length, aligned: true }, 100_000);
    expect(lines.map(([at, line]) => [at, line.slice(0, 5)])).toEqual([
      [0, 'first'],
      [6, 'xxxxx'],
      [text.length - 5, 'last'],
    ]);
    expect(lines[1]![1].length).toBeLessThanOrEqual(KERNEL_BYTES);
  });
});
