import type { EventKind, EvidenceEvent } from '#core/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { buildTimeline } from './build-timeline.ts';
import { mergeEvents } from './merge-events.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

const KINDS: readonly EventKind[] = [
  'commit',
  'deploy',
  'config',
  'alert',
  'alert-resolved',
  'acknowledged',
  'declared',
  'message',
  'log',
  'error',
  'resolved',
];
const WORDS = [
  'rolled back',
  'root cause found',
  'checkout-api',
  'error 500',
  'resolved',
  'back to normal',
  'deploy v1.2',
];

/** Lists of events that collide in every way: equal instants, keys, templates, files; some without a time. */
function evidenceEvents(): fc.Arbitrary<EvidenceEvent[]> {
  const few = (prefix: string, count: number): fc.Arbitrary<string> =>
    fc.nat(count - 1).map((n) => `${prefix}${String(n)}`);
  const one = fc.record(
    {
      minute: fc.option(fc.nat(300), { freq: 8 }),
      kind: fc.constantFrom(...KINDS),
      text: fc.constantFrom(...WORDS),
      file: few('file-', 4),
      offset: fc.nat(20),
      format: few('format-', 2),
      precision: fc.constantFrom('second' as const, 'minute' as const),
      key: fc.oneof(few('key-', 6), few('commit:abcdef', 9), fc.constantFrom('commit:abcdef0123')),
      fold: few('fold-', 3),
      service: few('service-', 2),
      hints: fc.array(few('High error rate ', 3), { maxLength: 2 }),
    },
    { requiredKeys: ['minute', 'kind', 'text', 'file', 'offset', 'format'] },
  );
  return fc.array(one, { maxLength: 40 }).map((specs) =>
    specs.map(({ minute, text, precision, ...rest }) => {
      const time =
        minute === null ? null : `${String(10 + Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;
      return event(time, text, { ...rest, ...(time === null || precision === undefined ? {} : { precision }) });
    }),
  );
}

describe('mergeEvents', () => {
  it('gives the same timeline for any order of its input', () => {
    fc.assert(
      fc.property(evidenceEvents(), fc.func(fc.nat()), (events, salt) => {
        const shuffled = events
          .map((one, index) => ({ one, rank: salt(index) }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        expect(buildTimeline(shuffled)).toEqual(buildTimeline(events));
      }),
    );
  });

  it('drops nothing: the counts of its events add up to the number of facts told', () => {
    fc.assert(
      fc.property(evidenceEvents(), fc.boolean(), (events, fold) => {
        const merged = mergeEvents(events, { fold });
        expect(merged.events.reduce((sum, one) => sum + one.count, 0)).toBe(events.length);
      }),
    );
  });

  it('puts events with an instant in order of time', () => {
    fc.assert(
      fc.property(evidenceEvents(), (events) => {
        const instants = mergeEvents(events).events.flatMap((one) => one.at.instant ?? []);
        expect(instants).toEqual(instants.toSorted());
      }),
    );
  });

  it('counts what the window leaves out in a finding', () => {
    const events = ['12:00:00', '12:30:00', '13:00:00'].map((time) => event(time, `at ${time}`));
    const merged = mergeEvents(events, { window: { from: '2026-02-23T12:10:00Z', to: '2026-02-23T12:40:00Z' } });
    expect(merged.events.map((one) => one.text)).toEqual(['at 12:30:00']);
    expect(merged.findings).toMatchObject([{ code: 'outside-window', severity: 'info' }]);
    expect(merged.findings[0]?.message).toContain('2 events lie outside');
  });

  it('tells one fact with two sources by its key', () => {
    const merged = mergeEvents([
      event('12:05:20', 'Incident triggered', { key: 'pagerduty:P1:trigger', file: 'webhook.json' }),
      event('12:05:20', 'Triggered by API', { key: 'pagerduty:P1:trigger', file: 'log-entries.json' }),
    ]);
    expect(merged.events).toHaveLength(1);
    expect(merged.events[0]?.sources.map((source) => source.file).toSorted()).toEqual([
      'log-entries.json',
      'webhook.json',
    ]);
  });

  it('keeps an event without a time behind its neighbour in the evidence', () => {
    const merged = mergeEvents([
      event('12:00:00', 'first', { file: 'a', offset: 0 }),
      event(null, 'untimed', { file: 'a', offset: 10 }),
      event('12:30:00', 'elsewhere', { file: 'b', offset: 0 }),
      event('13:00:00', 'second', { file: 'a', offset: 20 }),
      event(null, 'lost', { file: 'c', offset: 0 }),
    ]);
    expect(merged.events.map((one) => one.text)).toEqual(['first', 'untimed', 'elsewhere', 'second', 'lost']);
  });
});
