import { describe, expect, it } from 'vitest';

import { mergeEvents } from './merge-events.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

const log = (time: string, extra: object = {}) =>
  event(time, `request took ${time}`, { kind: 'log', fold: 'request took <*>', ...extra });

describe('folding', () => {
  it('makes one event of a run, with count, first, last and the busiest minute', () => {
    const [only, ...others] = mergeEvents([log('12:00:10'), log('12:02:00'), log('12:02:30'), log('12:09:00')]).events;
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      at: { written: '12:00:10' },
      until: { written: '12:09:00' },
      count: 4,
      peak: { minute: '2026-02-23T12:02:00Z', count: 2 },
    });
    expect(only?.sources.map(({ raw }) => raw)).toEqual([
      'request took 12:00:10',
      'request took 12:02:00',
      'request took 12:09:00',
    ]);
  });

  it('begins a new run after a quarter of an hour of silence, so that onsets stay visible', () => {
    const counts = (last: string) =>
      mergeEvents([log('12:00:00'), log('12:10:00'), log(last)]).events.map((one) => one.count);
    expect(counts('12:25:00')).toEqual([3]);
    expect(counts('12:25:01')).toEqual([2, 1]);
  });

  it('keeps services and formats apart', () => {
    const events = [
      log('12:00:00', { service: 'a' }),
      log('12:00:01', { service: 'b' }),
      log('12:00:02', { format: 'other' }),
    ];
    expect(mergeEvents(events).events).toHaveLength(3);
  });

  it('leaves events without a template alone, however equal they are', () => {
    const say = (time: string) => event(time, 'same here', { kind: 'message' });
    expect(mergeEvents([say('12:00:00'), say('12:00:01'), say('12:00:02')]).events).toHaveLength(3);
  });

  it('can be switched off', () => {
    expect(mergeEvents([log('12:00:00'), log('12:00:01')], { fold: false }).events).toHaveLength(2);
  });

  it('keeps an alert that fires again after it was resolved apart', () => {
    const alert = (time: string) =>
      event(time, 'Alert firing: Disk', { kind: 'alert', hints: ['Disk'], fold: 'firing Disk' });
    const resolved = event('12:05:00', 'Alert resolved: Disk', {
      kind: 'alert-resolved',
      hints: ['Disk'],
      fold: 'resolved Disk',
    });
    expect(
      mergeEvents([alert('12:00:00'), alert('12:01:00'), resolved, alert('12:08:00')]).events.map((one) => one.count),
    ).toEqual([2, 1, 1]);
  });

  it('folds records without a time by evidence', () => {
    const events = ['a', 'a', 'b'].map((file) => event(null, 'x', { kind: 'log', fold: 'x', file }));
    expect(mergeEvents(events).events.map((one) => one.count)).toEqual([2, 1]);
  });
});
