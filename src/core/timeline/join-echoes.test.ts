import { describe, expect, it } from 'vitest';

import { mergeEvents } from './merge-events.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

const alert = event('12:05:00', 'Alert firing: CheckoutErrorRate: checkout answers with errors', {
  kind: 'alert',
  format: 'alertmanager-webhook',
  file: 'alerts.json',
  hints: ['CheckoutErrorRate'],
});
const post = (time: string, extra: object = {}) =>
  event(time, '[FIRING:1] CheckoutErrorRate (prod critical)', {
    kind: 'alert',
    format: 'slack-messages',
    file: 'slack.json',
    ...extra,
  });

describe('joining retold facts', () => {
  it("tells an alert and the bot's post about it once, with the time of the alert", () => {
    const { events } = mergeEvents([post('12:05:40'), alert]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ at: { instant: '2026-02-23T12:05:00Z' }, count: 2 });
    expect(events[0]?.sources.map((source) => source.format)).toEqual(['alertmanager-webhook', 'slack-messages']);
  });

  it('joins by the key that a post links to', () => {
    const page = event('12:05:10', 'Triggered', {
      kind: 'alert',
      format: 'pagerduty-log-entries',
      key: 'pagerduty:P1ABC:trigger',
    });
    expect(mergeEvents([page, post('12:05:12', { hints: ['pagerduty:P1ABC:trigger'] })]).events).toHaveLength(1);
  });

  it('leaves what comes much later, or is of another kind, alone', () => {
    expect(mergeEvents([alert, post('12:08:00')]).events).toHaveLength(2);
    expect(mergeEvents([alert, post('12:05:40', { kind: 'alert-resolved' })]).events).toHaveLength(2);
  });

  it("never joins a person's message, however much it repeats", () => {
    expect(
      mergeEvents([alert, post('12:05:40', { kind: 'message' }), post('12:05:41', { kind: 'message' })]).events,
    ).toHaveLength(3);
  });

  it('joins one post with the nearest of two facts, and two posts with one fact each', () => {
    const second = {
      ...alert,
      at: { ...alert.at, instant: '2026-02-23T12:06:00Z' },
      source: { ...alert.source, offset: 900 },
    };
    const { events } = mergeEvents([post('12:05:50'), alert, second]);
    expect(events.map((one) => one.count)).toEqual([1, 2]);
    expect(mergeEvents([post('12:05:50'), post('12:05:05'), alert, second]).events.map((one) => one.count)).toEqual([
      2, 2,
    ]);
  });

  it('takes a title for told only where all of it stands together', () => {
    const named = { ...alert, text: 'Alert', hints: ['checkout checkout'] };
    const told = (text: string): number => mergeEvents([named, { ...post('12:05:10'), text, hints: [] }]).events.length;
    expect(told('the checkout checkout alert')).toBe(1);
    expect(told('the checkout alert of checkout')).toBe(2);
  });

  it('takes texts for the same where three quarters of the words of the shorter one are shared', () => {
    const fact = { ...alert, text: 'one two three four five six seven eight', hints: [] };
    const told = (text: string): number => mergeEvents([fact, { ...post('12:05:10'), text, hints: [] }]).events.length;
    expect(told('six five four three two one other words')).toBe(1);
    expect(told('five four three two one other words here')).toBe(2);
    expect(told('one two three four')).toBe(1);
    expect(told('one two three')).toBe(2);
  });
});
