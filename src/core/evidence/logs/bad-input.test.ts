import { describe, expect, it } from 'vitest';

import { readEvidence } from '../read-evidence.ts';
import type { EvidenceReading } from '../read-evidence.ts';
import { planLineClock } from './line-clock.ts';

const LINE = '2026-02-23T08:15:30Z ERROR gone';
const HOLE = '\u0000'.repeat(100_000);

function read(text: string, file = 'shop.log'): EvidenceReading {
  const input = { file, evidence: 'e', text, encoding: 'utf-8', bomBytes: 0 } as const;
  return readEvidence([input], { now: '2026-12-31T00:00:00Z' });
}

function told(text: string): (readonly [string, number])[] {
  const { events, findings } = read(text);
  return findings.map((finding) => [finding.code, events.length]);
}

describe('bad input', () => {
  it('is read behind the hole of a file that was emptied while it was written', () => {
    expect(told(`${HOLE}${LINE}\n${LINE.replace('30Z', '31Z')}\n`)).toEqual([['evidence-hollow', 2]]);
  });

  it('is no text where there are NUL bytes only', () => {
    expect(told(HOLE)).toEqual([['evidence-binary', 0]]);
  });

  it('keeps its lines around garbage, which is told', () => {
    const garbage = '\u0001\u0002\uFFFD\uFFFD';
    expect(told(`${garbage}\n${`${LINE}\n`.repeat(4)}`)).toEqual([
      ['evidence-wrong-encoding', 4],
      ['log-line-without-time', 4],
    ]);
  });

  it('without any time says what to do', () => {
    const { events, findings } = read('the pool is empty\nthe pool is full\nno more connections\n');
    expect(events).toEqual([]);
    expect(findings.map(({ code, help }) => [code, help !== undefined])).toEqual([['evidence-unrecognised', true]]);
  });

  it('with an endless line keeps its beginning', () => {
    const { events, findings } = read(`${LINE} ${'x'.repeat(5_000_000)}\n${LINE}\n`);
    expect(events.map((event) => event.text.length < 1000)).toEqual([true, true]);
    expect(findings.map((finding) => finding.code)).toEqual(['log-record-cut']);
  });

  it('leaves the clock of lines as it is for text', () => {
    const clock = planLineClock([LINE], { file: 'shop.log', decode });
    const bytes = new TextEncoder().encode(`${HOLE}${LINE}`);
    expect(clock?.at(bytes, 0, bytes.length)).toBe(1_771_834_530_000);
    expect(clock?.at(bytes, 0, HOLE.length)).toBeNaN();
    expect(clock?.at(Uint8Array.of(0xff, 0xfe, 0x32, 0x30), 0, 4)).toBeNaN();
  });
});

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
