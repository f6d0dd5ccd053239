import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('Better Stack', () => {
  const attributes = {
    name: 'api.example.com',
    url: 'https://api.example.com',
    cause: 'Status 502',
    regions: ['us', 'eu'],
    started_at: '2026-02-23T08:14:00.000Z',
    acknowledged_at: '2026-02-23T08:17:00Z',
    acknowledged_by: 'Ana Silva',
    resolved_at: null,
    resolved_by: null,
  };

  it.each([
    ['API answer', { data: [{ id: '7', type: 'incident', attributes }], pagination: {} }],
    ['webhook', { data: { id: '7', type: 'incident', attributes } }],
  ])('reads the steps an incident of an %s has had so far', (_name, content) => {
    const reading = read(content);
    expect(reading).toMatchObject({ format: 'better-stack-incidents', findings: [] });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:14:00Z alert | Better Stack incident started: api.example.com: Status 502',
      '2026-02-23T08:17:00Z acknowledged | Better Stack incident acknowledged: api.example.com',
    ]);
    expect(reading.events[1]).toMatchObject({ actor: 'Ana Silva', key: 'better-stack:7:acknowledged' });
  });
});

describe('Datadog', () => {
  it('reads events of API v1 in epoch seconds', () => {
    const event = {
      id: 1,
      title: '[Triggered] Checkout p99',
      text: '%%% slow %%%',
      alert_type: 'error',
      date_happened: 1771834530,
      tags: ['service:checkout'],
    };
    const reading = read({
      events: [
        event,
        { ...event, id: 2, title: '[Recovered] Checkout p99', alert_type: 'success', date_happened: 1771836000 },
      ],
    });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30Z alert | Datadog: [Triggered] Checkout p99',
      '2026-02-23T08:40:00Z alert-resolved | Datadog: [Recovered] Checkout p99',
    ]);
    expect(reading.events[0]).toMatchObject({ service: 'checkout', level: 'error', hints: ['Checkout p99'] });
  });

  it('reads events of API v2 and the default webhook', () => {
    const attributes = {
      timestamp: '2026-02-23T08:15:30Z',
      message: 'slow',
      tags: [],
      attributes: { title: '[Warn] p99', service: 'checkout', status: 'warn' },
    };
    expect(briefly(read({ data: [{ id: 'x', type: 'event', attributes }] }).events)).toEqual([
      '2026-02-23T08:15:30Z alert | Datadog: [Warn] p99',
    ]);
    const webhook = {
      id: '9',
      event_type: 'query_alert_monitor',
      title: '[P1] [Triggered] p99',
      body: 'b',
      date: '1771834530120',
      org: {},
    };
    expect(briefly(read(webhook).events)).toEqual(['2026-02-23T08:15:30.120Z alert | Datadog: [P1] [Triggered] p99']);
  });
});

describe('CloudWatch', () => {
  const alarm = {
    AlarmName: 'checkout-5xx',
    NewStateValue: 'ALARM',
    OldStateValue: 'OK',
    NewStateReason: 'Threshold crossed',
    StateChangeTime: '2026-02-23T08:15:30.120+0000',
    Region: 'EU',
    Trigger: { MetricName: '5XX', Dimensions: [{ name: 'LB', value: 'checkout' }] },
  };
  const told = '2026-02-23T08:15:30.120Z alert | Alert firing: checkout-5xx: Threshold crossed';

  it.each([
    [
      'an SNS notification',
      { Type: 'Notification', Timestamp: '2026-02-23T08:15:31Z', Message: JSON.stringify(alarm) },
    ],
    ['a function event', { Records: [{ Sns: { Timestamp: '2026-02-23T08:15:31Z', Message: JSON.stringify(alarm) } }] }],
    ['the message alone', alarm],
  ])('reads an alarm from %s', (_name, content) => {
    const reading = read(content);
    expect(reading).toMatchObject({ format: 'cloudwatch-alarm', findings: [] });
    expect(briefly(reading.events)).toEqual([told]);
    expect(reading.events[0]?.names).toContain('checkout');
  });

  it('reads the event of EventBridge and the history of alarms', () => {
    const state = { value: 'OK', reason: 'below', timestamp: '2026-02-23T08:50:00.000+0000' };
    const event = {
      'detail-type': 'CloudWatch Alarm State Change',
      time: '2026-02-23T08:50:01Z',
      detail: { alarmName: 'checkout-5xx', state },
    };
    expect(briefly(read(event).events)).toEqual([
      '2026-02-23T08:50:00Z alert-resolved | Alert resolved: checkout-5xx: below',
    ]);
    const item = {
      AlarmName: 'checkout-5xx',
      Timestamp: '2026-02-23T08:15:30+00:00',
      HistoryItemType: 'StateUpdate',
      HistorySummary: 'Alarm updated from OK to ALARM',
    };
    const history = read({
      AlarmHistoryItems: [
        item,
        { ...item, HistoryItemType: 'ConfigurationUpdate', HistorySummary: 'Alarm created', Timestamp: 'soon' },
      ],
    });
    expect(history.events.map(({ kind }) => kind)).toEqual(['alert', 'note']);
    expect(history.findings).toMatchObject([{ code: 'event-without-time' }]);
  });
});
