import { describe, expect, it } from 'vitest';

import { curateEvents } from './curate-events.ts';
import { at, event, timeline } from './timelines.fixture.ts';

const ids = (curation: ReturnType<typeof curateEvents>): string[] => curation.events.map((each) => each.id);

describe('curateEvents', () => {
  it('leaves log lines and small talk to the full timeline', () => {
    const events = [
      event('t1', { kind: 'log' }),
      event('t2', { text: 'good morning' }),
      event('t3', { kind: 'alert' }),
      event('t4', { text: 'Rolling back checkout-api now' }),
    ];
    expect(curateEvents(timeline(events))).toEqual({ events: [events[2], events[3]], leftOut: 2 });
  });

  it('keeps what a moment points to and every suspect, whatever they weigh', () => {
    const events = [event('t1', { kind: 'log' }), event('t2', { kind: 'commit' }), event('t3', { kind: 'log' })];
    const suspect = { event: 't2', at: at('2026-03-17T13:02:00Z'), text: 'x', score: 1, reasons: [] };
    expect(ids(curateEvents(timeline(events, { suspects: [suspect] }), { keep: new Set(['t3']) }))).toEqual([
      't2',
      't3',
    ]);
  });

  it('prefers what weighs more under its limit and keeps the order of the timeline', () => {
    const events = [
      event('t1', { kind: 'infrastructure', text: 'a' }),
      event('t2', { kind: 'declared', text: 'b' }),
      event('t3', { kind: 'infrastructure', text: 'c' }),
      event('t4', { kind: 'alert', text: 'd' }),
    ];
    expect(ids(curateEvents(timeline(events), { limit: 2 }))).toEqual(['t2', 't4']);
  });

  it('shows the same text once', () => {
    const events = ['t1', 't2', 't3'].map((id) => event(id, { kind: 'alert', text: 'CheckoutHighErrorRate' }));
    expect(ids(curateEvents(timeline(events)))).toEqual(['t1']);
  });

  it('tells again what happens again when the impact comes back', () => {
    const periods = [
      { from: at('2026-03-17T13:21:00Z'), to: at('2026-03-17T14:03:00Z') },
      { from: at('2026-03-17T14:42:00Z'), to: null },
    ];
    const times = ['2026-03-17T13:27:00Z', '2026-03-17T13:32:00Z', '2026-03-17T14:44:00Z'];
    const events = times.map((time, index) =>
      event(`t${index + 1}`, { kind: 'alert', text: 'High errors', at: at(time) }),
    );
    expect(ids(curateEvents(timeline(events, { impactPeriods: periods })))).toEqual(['t1', 't3']);
  });

  it('shows one step of a rollout', () => {
    const events = ['13:02:00', '13:02:20', '13:30:00'].map((time, index) =>
      event(`t${index + 1}`, { kind: 'rollout', text: time, service: 'checkout-api', at: at(`2026-03-17T${time}Z`) }),
    );
    expect(ids(curateEvents(timeline(events)))).toEqual(['t1', 't3']);
  });

  it('does not repeat what bots say in chat', () => {
    const text = 'Rolled back checkout-api';
    expect(ids(curateEvents(timeline([event('t1', { text, actor: 'deploy-bot' })])))).toEqual([]);
    expect(ids(curateEvents(timeline([event('t1', { text, actor: 'Ana' })])))).toEqual(['t1']);
  });

  it('expects more of what happened outside the incident', () => {
    const periods = [{ from: at('2026-03-17T13:21:00Z'), to: at('2026-03-17T14:03:00Z') }];
    const early = event('t1', { kind: 'paged', text: 'test page', at: at('2026-03-17T08:00:00Z') });
    const inside = event('t2', { kind: 'paged', text: 'page', at: at('2026-03-17T13:28:00Z') });
    expect(ids(curateEvents(timeline([early, inside], { impactPeriods: periods })))).toEqual(['t2']);
    expect(ids(curateEvents(timeline([early, inside])))).toEqual(['t1', 't2']);
  });
});
