import * as fc from 'fast-check';

import type { EventKind } from '#core/evidence';
import { MOMENT_KINDS, type Postmortem } from '#core/record';
import { timeFromEpoch, type WrittenTime } from '#core/time';
import type { Timeline, TimelineEvent } from '#core/timeline';

import { KIND_WEIGHT } from './curation.data.ts';
import type { DraftInput } from './draft-input.ts';

/** A time as evidence gives it. */
export function at(instant: string): WrittenTime {
  return {
    written: instant,
    instant,
    precision: 'second',
    approximate: false,
    zone: 'UTC',
    zoneStated: true,
  };
}

/** An event with everything a test does not care about filled in. */
export function event(id: string, facts: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id,
    at: at('2026-03-17T13:21:04Z'),
    text: `event ${id}`,
    kind: 'message',
    count: 1,
    sources: [{ evidence: 'aa', file: 'a.log', format: 'plain-log', line: 7, offset: 0, raw: 'raw' }],
    ...facts,
  };
}

/** A timeline of those events. */
export function timeline(events: readonly TimelineEvent[], facts: Partial<Timeline> = {}): Timeline {
  return { events, moments: [], impactPeriods: [], suspects: [], findings: [], ...facts };
}

/** A record with nothing in it. */
export const EMPTY: Postmortem = { dialect: 'sev', timeline: [], actions: [] };

const time = fc.oneof(
  // Before 1972 some zones were off UTC by seconds, which no document writes.
  fc.integer({ min: 63_072_000_000, max: 253_402_300_799_000 }).map((ms) => timeFromEpoch(ms, String(ms))),
  // The night in which clocks are put back in Europe and in Newfoundland.
  fc.integer({ min: 1_792_886_400_000, max: 1_793_600_000_000 }).map((ms) => timeFromEpoch(ms, String(ms))),
  fc
    .record({
      ms: fc.integer({ min: 1_773_000_000_000, max: 1_773_900_000_000 }),
      precision: fc.constantFrom('second', 'minute', 'hour', 'day'),
      approximate: fc.boolean(),
    })
    .map(({ ms, precision, approximate }) => ({ ...timeFromEpoch(ms, 'as written', { precision }), approximate })),
  fc.string().map((written): WrittenTime => ({
    written,
    instant: null,
    precision: 'unknown',
    approximate: false,
    zone: null,
    zoneStated: false,
  })),
);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('#', '|', '<', '!', '-', '\n', '\r', '`', '\\', 'a', ' ') }),
);
const kind = fc.constantFrom(...(Object.keys(KIND_WEIGHT) as EventKind[]));

const source = fc.record({
  evidence: fc.constantFrom('aa', 'bb', 'cc'),
  file: text,
  format: fc.constant('plain-log'),
  line: fc.nat(),
  offset: fc.nat(),
  raw: text,
});

/** Any event at all. */
const anyEvent: fc.Arbitrary<Omit<TimelineEvent, 'id'>> = fc.record(
  {
    at: time,
    until: time,
    text,
    kind,
    count: fc.integer({ min: 1, max: 5000 }),
    sources: fc.array(source, { maxLength: 3 }),
    actor: text,
    service: text,
    details: text,
  },
  { requiredKeys: ['at', 'text', 'kind', 'count', 'sources'] },
);

/** Any timeline with any moments confirmed in it. */
export const anyDraftInput: fc.Arbitrary<DraftInput> = fc
  .record({
    events: fc.array(anyEvent, { maxLength: 60 }),
    kinds: fc.uniqueArray(fc.constantFrom(...MOMENT_KINDS)),
    picks: fc.array(fc.nat(), { minLength: MOMENT_KINDS.length, maxLength: MOMENT_KINDS.length }),
    times: fc.array(time, { minLength: 3, maxLength: 3 }),
    zone: fc.constantFrom('UTC', 'CET', 'Europe/Berlin', 'America/St_Johns', '+14:00'),
    allEvents: fc.boolean(),
  })
  .map(({ events, kinds, picks, times, zone, allEvents }) => {
    const all = events.map((each, index): TimelineEvent => ({ ...each, id: `t${index + 1}` }));
    const pick = (index: number): TimelineEvent | undefined => all[(picks[index] ?? 0) % Math.max(1, all.length)];
    return {
      base: EMPTY,
      timeline: timeline(all, {
        impactPeriods: times.slice(0, 2).map((from) => ({ from, to: times[2] ?? null })),
        suspects: all.slice(0, 2).map(({ id, at: when, text: what }) => ({
          event: id,
          at: when,
          text: what,
          score: 0.5,
          reasons: [what || 'near'],
        })),
      }),
      moments: kinds.flatMap((each, index) => {
        const picked = pick(index);
        return picked === undefined ? [] : [{ kind: each, at: picked.at, events: [picked.id] }];
      }),
      durations: [],
      evidence: [{ file: 'a.log', format: 'Plain log', sha256: 'aa', events: all.length }],
      zone,
      allEvents,
    };
  });
