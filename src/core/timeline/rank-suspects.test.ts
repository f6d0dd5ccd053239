import type { EvidenceEvent } from '#core/evidence';
import { describe, expect, it } from 'vitest';

import { buildTimeline } from './build-timeline.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

const broken: EvidenceEvent[] = [
  ...['13:00:00', '13:00:20', '13:01:00', '13:05:00'].map((time) =>
    event(time, 'ConnectionPool exhausted', {
      kind: 'error',
      service: 'checkout',
      fold: 'pool',
      file: 'checkout.log',
      names: ['com.acme.db.ConnectionPoolTimeout'],
    }),
  ),
  event('13:04:00', 'Alert firing: CheckoutErrors', { kind: 'alert', service: 'checkout', hints: ['CheckoutErrors'] }),
];
/** Commits by the digits their hashes begin with. */
const commit = (time: string, told: string, names: readonly string[] = []): EvidenceEvent => {
  const [hash = '', text = ''] = told.split(/ (.*)/su);
  return event(time, text, { kind: 'commit', key: `commit:${hash}`, names, format: 'git-log', file: 'git.log' });
};
const suspects = (...events: EvidenceEvent[]) => buildTimeline([...broken, ...events]).suspects;

describe('suspects', () => {
  it('are ranked by closeness in time', () => {
    const found = suspects(
      event('12:55:00', 'Deploy search v7', { kind: 'deploy', service: 'search' }),
      event('10:00:00', 'Deploy mail v3', { kind: 'deploy', service: 'mail' }),
    );
    expect(found.map(({ text }) => text)).toEqual(['Deploy search v7', 'Deploy mail v3']);
    expect(found[0]?.reasons).toContain('It came 5 min before the first symptom.');
  });

  it('are never changes after the first symptom or of another day', () => {
    const found = suspects(
      event('13:02:00', 'Deploy checkout v9', { kind: 'deploy', service: 'checkout' }),
      event('2026-02-22T13:00:00Z', 'Deploy checkout v1', { kind: 'deploy', service: 'checkout' }),
    );
    expect(found).toEqual([]);
  });

  it('weigh more where they change the service that fails, name what fails, or are taken back', () => {
    const [first, ...others] = suspects(
      commit('12:00:00', 'a1b2c3d4e5f6 Shrink the pool', ['checkout/src/ConnectionPool.java']),
      event('12:50:00', 'Deploy search v7', { kind: 'deploy', service: 'search' }),
      commit('13:30:00', 'ffffff111111 Revert "Shrink the pool"', ['checkout/src/ConnectionPool.java']),
    );
    expect(first?.text).toBe('Shrink the pool');
    expect(first?.score).toBeGreaterThan(others[0]?.score ?? 1);
    expect(first?.reasons.join(' ')).toMatch(
      /“connectionpool”.*which the first failures name.*It was taken back afterwards/u,
    );
  });

  it('weigh less where they only touch documents or tests', () => {
    const [first, second] = suspects(
      commit('12:58:00', 'a1b2c3d4e5f6 Describe the ConnectionPool', ['docs/connection-pool.md']),
      commit('12:20:00', 'b1b2c3d4e5f6 Tidy up', ['checkout/src/Cart.java']),
    );
    expect(first?.text).toBe('Tidy up');
    expect(second?.reasons).toContain('It only touches documents or tests, which speaks against it.');
  });

  it('are one for a commit, its merge and its rollout, from when it reached production', () => {
    const timeline = buildTimeline([
      ...broken,
      commit('09:00:00', 'a1b2c3d4e5f6 Shrink the pool'),
      event('09:05:00', 'Checks on shrink-pool (a1b2c3d) passed', {
        kind: 'note',
        hints: ['commit:a1b2c3d4e5f6'],
        names: ['shrink-pool'],
      }),
      commit('11:00:00', '99aabbccddee Merge pull request #71 from acme/shrink-pool'),
      event('12:51:00', 'Rollout of checkout:99aabbc', { kind: 'rollout', service: 'checkout', file: 'k8s.json' }),
    ]);
    expect(timeline.suspects).toHaveLength(1);
    expect(timeline.suspects[0]).toMatchObject({ text: 'Shrink the pool', at: { written: '09:00:00' } });
    expect(timeline.suspects[0]?.reasons[0]).toMatch(/^It took effect \(t\d+\) 9 min before the first symptom\.$/u);
    const moments = Object.fromEntries(timeline.moments.map(({ kind, at }) => [kind, at.written]));
    expect(moments).toMatchObject({ introduced: '09:00:00', merged: '11:00:00', deployed: '12:51:00' });
  });

  it('include a configuration change and a flag, and propose them as the trigger', () => {
    const timeline = buildTimeline([
      ...broken,
      event('12:59:30', 'checkout.express 10 % -> 100 %', { kind: 'feature-flag', service: 'checkout' }),
    ]);
    expect(timeline.suspects[0]?.text).toContain('checkout.express');
    expect(timeline.moments.find(({ kind }) => kind === 'triggered')?.at.written).toBe('12:59:30');
    expect(timeline.moments.find(({ kind }) => kind === 'triggered')?.confidence).toBeLessThanOrEqual(0.5);
  });

  it('are commands only where they change something', () => {
    const found = suspects(
      event('12:58:00', 'kubectl get pods', { kind: 'command' }),
      event('12:57:00', 'kubectl apply -f checkout.yaml', { kind: 'command' }),
    );
    expect(found.map(({ text }) => text)).toEqual(['kubectl apply -f checkout.yaml']);
  });

  it('are none without a symptom', () => {
    expect(buildTimeline([event('12:00:00', 'Deploy', { kind: 'deploy' })]).suspects).toEqual([]);
  });
});
