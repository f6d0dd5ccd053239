import { describe, expect, it } from 'vitest';

import { EvidenceReader } from './read-in-worker.ts';
import type { ReadingJob } from './reading-job.ts';

const NOW = '2026-03-01T00:00:00Z';

function jobOf(lines: number): ReadingJob {
  const text = Array.from({ length: lines }, (_each, index) => `2026-02-23T08:15:00Z ERROR order ${index} failed`);
  return {
    files: [{ id: 'a'.repeat(64), name: `${lines}.log`, bytes: Buffer.from(text.join('\n')) }],
    settings: {},
    now: NOW,
  };
}

describe('EvidenceReader', () => {
  it('ends a job that takes too long, and reads the next one', { timeout: 60_000 }, async () => {
    const reader = new EvidenceReader(8);
    const heavy = reader.read(jobOf(2_000_000));
    const light = reader.read(jobOf(5));
    await expect(heavy).rejects.toMatchObject({ code: 'evidence-too-heavy', params: { limit: '8 seconds' } });
    expect((await light).files).toMatchObject([{ name: '5.log' }]);
  });

  it('answers jobs in the order in which they came', { timeout: 30_000 }, async () => {
    const reader = new EvidenceReader(30);
    const done: (string | undefined)[] = [];
    await Promise.all([7, 5, 6].map(async (lines) => done.push((await reader.read(jobOf(lines))).files[0]?.name)));
    expect(done).toEqual(['7.log', '5.log', '6.log']);
  });
});
