import { describe, expect, it } from 'vitest';

import { mergeEvents } from './merge-events.ts';
import { sampleEvent as event } from './sample-event.fixture.ts';

describe('declared clock skew', () => {
  const late = event('12:00:42', 'cart saved', { file: 'logs/cart.logfmt.log', service: 'cart', format: 'logfmt' });

  it.each(['logs/cart.logfmt.log', 'cart.logfmt.log', 'cart', 'logfmt'])('is taken off by %s', (name) => {
    const [merged] = mergeEvents([late], { skew: new Map([[name, 42]]) }).events;
    expect(merged).toMatchObject({ at: { written: '12:00:42', instant: '2026-02-23T12:00:00Z' }, skewSeconds: 42 });
  });

  it('orders events by corrected time', () => {
    const events = [late, event('12:00:10', 'checkout failed', { file: 'checkout.log' })];
    expect(mergeEvents(events).events.map((one) => one.text)).toEqual(['checkout failed', 'cart saved']);
    expect(mergeEvents(events, { skew: new Map([['cart', 42]]) }).events.map((one) => one.text)).toEqual([
      'cart saved',
      'checkout failed',
    ]);
  });

  it('prefers the file to the service and the service to the format', () => {
    const skew = new Map([
      ['logfmt', 1],
      ['cart', 2],
      ['cart.logfmt.log', 3],
    ]);
    expect(mergeEvents([late], { skew }).events[0]?.skewSeconds).toBe(3);
    expect(mergeEvents([late], { skew: new Map([...skew].slice(0, 1)) }).events[0]?.skewSeconds).toBe(1);
  });

  it('that stands for nothing is a warning with the names there are', () => {
    const [finding] = mergeEvents([late], { skew: new Map([['kart', 42]]) }).findings;
    expect(finding).toMatchObject({ code: 'skew-unused', severity: 'warning' });
    expect(finding?.message).toContain('"kart"');
    expect(finding?.help).toContain('cart.logfmt.log');
  });
});

describe('suspected clock skew', () => {
  const trace = (n: number): string => `trace=00000000000000${String(n).padStart(2, '0')}abcdef`;
  const both = (gap: number, count = 6) =>
    Array.from({ length: count }, (_, n) => n).flatMap((n) => {
      const second = (n * 60 + 10) * 1000;
      const time = (ms: number): string => new Date(Date.UTC(2026, 1, 23, 12) + ms).toISOString().replace('.000Z', 'Z');
      return [
        event(time(second), 'handled', { file: 'checkout.log', raw: `handled ${trace(n)}` }),
        event(time(second + gap * 1000), 'called', { file: 'cart.log', raw: `called ${trace(n)}` }),
      ];
    });

  it('is a finding where requests that two files tell have a constant difference', () => {
    const [finding] = mergeEvents(both(42)).findings;
    expect(finding).toMatchObject({ code: 'clock-skew-suspected', place: { file: 'cart.log' } });
    expect(finding?.message).toBe('cart.log is 42 s ahead of checkout.log for 6 of 6 facts that both tell.');
  });

  it('names the other file where it is behind', () => {
    expect(mergeEvents(both(-42)).findings[0]?.place?.file).toBe('checkout.log');
  });

  it('is called a zone where it is whole hours', () => {
    expect(mergeEvents(both(3600)).findings[0]?.help).toContain('time zone');
  });

  it('is not seen in delays of a few seconds, in few facts, or once it is declared', () => {
    expect(mergeEvents(both(2)).findings).toEqual([]);
    expect(mergeEvents(both(42, 3)).findings).toEqual([]);
    expect(mergeEvents(both(42), { skew: new Map([['cart', 42]]) }).findings).toEqual([]);
  });

  it('is not seen in what three files tell, of which nobody knows who is right', () => {
    const third = both(42).map((one) => ({ ...one, source: { ...one.source, file: 'proxy.log', offset: 900 } }));
    expect(mergeEvents([...both(42), ...third]).findings).toEqual([]);
  });

  it('is never taken off by itself', () => {
    expect(mergeEvents(both(42)).events.every((one) => one.skewSeconds === undefined)).toBe(true);
  });
});
