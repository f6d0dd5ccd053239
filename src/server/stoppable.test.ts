import { describe, expect, it } from 'vitest';

import { stoppable } from './stoppable.ts';

function recordingLog() {
  const errors: object[] = [];
  return { errors, info() {}, warn() {}, error: (facts: object) => void errors.push(facts) };
}

describe('stoppable', () => {
  it('stops in the opposite order, once, and goes on after a failure', async () => {
    const log = recordingLog();
    const stopping = stoppable(log);
    const stopped: string[] = [];
    stopping.add('database', async () => void stopped.push('database'));
    stopping.add('broken', () => Promise.reject(new Error('no')));
    stopping.add('requests', async () => void stopped.push('requests'));
    expect(stopping.isStopping()).toBe(false);
    await Promise.all([stopping.stop(), stopping.stop()]);
    expect(stopped).toEqual(['requests', 'database']);
    expect(log.errors).toMatchObject([{ part: 'broken' }]);
    expect(stopping.isStopping()).toBe(true);
  });

  it('tells to hurry when the time is over, or when it is told again', async () => {
    const stopping = stoppable(recordingLog());
    stopping.add('slow', async (hurry) => {
      await new Promise((resolve) => hurry.addEventListener('abort', resolve));
    });
    const first = stopping.stop(60_000);
    await stopping.stop(0);
    await first;
    expect(stopping.isStopping()).toBe(true);
  });
});
