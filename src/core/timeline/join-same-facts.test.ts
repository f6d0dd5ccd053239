import { describe, expect, it } from 'vitest';

import { mergeEvents } from './merge-events.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

describe('joining commits', () => {
  const commit = (hash: string, extra: object = {}) =>
    event('12:00:00', 'Shrink the pool', {
      kind: 'commit',
      format: 'git-log',
      ...extra,
      ...(hash.includes(':') ? { key: hash } : { hints: [hash] }),
    });
  const texts = (...hashes: string[]) =>
    mergeEvents(hashes.map((hash, index) => commit(hash, { file: `git-${String(index)}.log` }))).events;

  it('knows a short hash for the long one', () => {
    expect(texts('commit:a1b2c3d4e5f6', 'a1b2c3d')).toHaveLength(1);
  });

  it('leaves a short hash alone that could be either of two commits', () => {
    expect(texts('commit:a1b2c3d4e5f6', 'commit:a1b2c3d99999', 'a1b2c3d')).toHaveLength(3);
  });

  it('does not take a deployment for the commit it deploys', () => {
    const deploy = event('12:10:00', 'Deployed', {
      kind: 'deploy',
      key: 'github-deployment:1',
      hints: ['commit:a1b2c3d4e5f6'],
    });
    expect(mergeEvents([commit('commit:a1b2c3d4e5f6'), deploy]).events).toHaveLength(2);
  });
});

describe('a fact with several sources', () => {
  it('is told in the words of the system, and filled in from the others', () => {
    const { events } = mergeEvents([
      event('12:00:00', 'acknowledged', {
        kind: 'acknowledged',
        key: 'k',
        format: 'slack-messages',
        file: 'a',
        actor: 'Ana',
      }),
      event('12:00:03', 'Incident acknowledged', {
        kind: 'acknowledged',
        key: 'k',
        format: 'pagerduty-log-entries',
        file: 'b',
        service: 'checkout',
      }),
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      text: 'Incident acknowledged',
      at: { written: '12:00:03' },
      actor: 'Ana',
      service: 'checkout',
      count: 2,
    });
    expect(events[0]?.peak).toBeUndefined();
  });

  it('takes the time of the finer telling', () => {
    const { events } = mergeEvents([
      event('12:00', 'acknowledged', { key: 'k', precision: 'minute', file: 'a' }),
      event('12:00:41', 'acknowledged', { key: 'k', file: 'b' }),
    ]);
    expect(events.map((one) => one.at.written)).toEqual(['12:00:41']);
  });
});

describe('the order of one instant', () => {
  it('puts causes before effects', () => {
    const events = (['resolved', 'alert', 'error', 'deploy'] as const).map((kind) =>
      event('12:00:00', kind, { kind, file: kind }),
    );
    expect(mergeEvents(events).events.map((one) => one.kind)).toEqual(['deploy', 'error', 'alert', 'resolved']);
  });

  it('keeps a conversation written to the minute as it was', () => {
    const say = (text: string, offset: number, kind: 'message' | 'acknowledged' = 'message') =>
      event('12:00', text, { kind, offset, file: 'chat.txt', precision: 'minute' });
    const events = [say('what is wrong', 0), say('on it', 20, 'acknowledged'), say('a thousand thanks', 40)];
    expect(mergeEvents(events.toReversed()).events.map((one) => one.text)).toEqual([
      'what is wrong',
      'on it',
      'a thousand thanks',
    ]);
  });

  it('keeps keys apart whose hashes are equal', () => {
    const keyed = (key: string, offset: number) => event('12:00:00', key, { key, offset });
    const merged = mergeEvents([keyed('costarring', 0), keyed('liquid', 10), keyed('costarring', 20)]);
    expect(merged.events.map((one) => [one.key, one.count])).toEqual([
      ['costarring', 2],
      ['liquid', 1],
    ]);
  });
});
