import { describe, expect, it } from 'vitest';
import { briefly, evidenceOf, readWithBest } from '../facts/read-sample.fixture.ts';
import { alertFormats } from './index.ts';

const labels = { alertname: 'CheckoutErrors', severity: 'critical', service: 'checkout', pod: 'checkout-7f9c' };
const annotations = { summary: 'Checkout answers 5xx' };
const fingerprint = 'feedc0de00000001';
const firing = {
  status: 'firing',
  labels,
  annotations,
  fingerprint,
  startsAt: '2026-02-23T08:15:30.432911368Z',
  endsAt: '0001-01-01T00:00:00Z',
};
const resolved = { ...firing, status: 'resolved', endsAt: '2026-02-23T08:52:00Z' };
const envelope = {
  receiver: 'pager',
  groupLabels: {},
  commonLabels: labels,
  version: '4',
  groupKey: '{}',
  externalURL: 'http://am',
};

const read = (content: unknown) => readWithBest(alertFormats, evidenceOf(content));

describe('Alertmanager', () => {
  it('takes an end in year 1 as still firing', () => {
    const reading = read({ ...envelope, status: 'firing', alerts: [firing] });
    expect(reading).toMatchObject({ format: 'alertmanager-webhook', findings: [] });
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30.432Z alert | Alert firing: CheckoutErrors: Checkout answers 5xx (checkout-7f9c)',
    ]);
    expect(reading.events[0]).toMatchObject({
      service: 'checkout',
      level: 'error',
      key: 'alert:feedc0de00000001:1771834530432:firing',
    });
    expect(reading.events[0]).not.toHaveProperty('endedAt');
  });

  it('gives start and end of a resolved alert, and the same key to the same firing', () => {
    const first = read({ ...envelope, status: 'firing', alerts: [firing] });
    const second = read({ ...envelope, status: 'resolved', alerts: [resolved] });
    expect(second.events.map(({ kind, at }) => [kind, at.instant])).toEqual([
      ['alert', '2026-02-23T08:15:30.432Z'],
      ['alert-resolved', '2026-02-23T08:52:00Z'],
    ]);
    expect(second.events[0]?.endedAt?.instant).toBe('2026-02-23T08:52:00Z');
    expect(second.events[0]?.key).toBe(first.events[0]?.key);
  });

  it('reads the API, where the end of an active alert lies in the future', () => {
    const active = {
      ...firing,
      status: { state: 'active', silencedBy: ['s1'] },
      receivers: [{ name: 'pager' }],
      endsAt: '2026-02-23T08:20:00Z',
    };
    const reading = read([active]);
    expect(reading.format).toBe('alertmanager-alerts');
    expect(reading.events.map(({ kind }) => kind)).toEqual(['alert']);
    expect(reading.events[0]?.details).toContain('silenced by: s1');
  });

  it('identifies an alert without a fingerprint by its labels in any order', () => {
    const bare = { ...firing, fingerprint: undefined };
    const turned = { ...bare, labels: Object.fromEntries(Object.entries(labels).toReversed()) };
    const keys = [bare, turned].map((alert) => read({ ...envelope, status: 'firing', alerts: [alert] }).events[0]?.key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[0]).toContain('alertname=CheckoutErrors');
  });

  it('says that a resolved alert has no end', () => {
    const reading = read({ ...envelope, status: 'resolved', alerts: [{ ...resolved, endsAt: null }] });
    expect(reading.events.map(({ kind }) => kind)).toEqual(['alert']);
    expect(reading.findings).toMatchObject([{ code: 'evidence-end-missing' }]);
  });

  it('reads firing alerts of the Prometheus API and leaves out pending ones', () => {
    const alert = { labels, annotations, state: 'firing', activeAt: '2026-02-23T08:14:00.1Z', value: '1e+00' };
    const reading = read({ status: 'success', data: { alerts: [alert, { ...alert, state: 'pending' }] } });
    expect(reading.format).toBe('prometheus-alerts');
    expect(reading.events.map(({ at }) => at.instant)).toEqual(['2026-02-23T08:14:00.100Z']);
  });
});

describe('Grafana', () => {
  const grafana = {
    ...envelope,
    version: '1',
    orgId: 1,
    title: '[FIRING:1] CheckoutErrors',
    state: 'alerting',
    message: 'm',
  };

  it('is told from Alertmanager by its own fields', () => {
    const reading = read({
      ...grafana,
      status: 'firing',
      alerts: [{ ...firing, valueString: "[ var='B' value=22 ]" }],
    });
    expect(reading.format).toBe('grafana-webhook');
    expect(reading.events[0]).toMatchObject({ key: 'alert:feedc0de00000001:1771834530432:firing' });
    expect(reading.events[0]?.details).toContain("values: [ var='B' value=22 ]");
  });

  it('notes that an alert is only a test of the notification', () => {
    const test = { ...firing, labels: { alertname: 'TestAlert', instance: 'Grafana' } };
    const reading = read({ ...grafana, status: 'firing', alerts: [test] });
    expect(reading.events[0]?.text).toContain('(test notification)');
    expect(reading.findings).toMatchObject([{ code: 'evidence-test-alert', severity: 'info' }]);
  });

  it('keeps a legacy alert, whose webhook has no time', () => {
    const reading = read({
      ruleName: 'Checkout p99',
      ruleId: 3,
      state: 'ok',
      title: '[OK] Checkout p99',
      evalMatches: [],
    });
    expect(reading.format).toBe('grafana-legacy-webhook');
    expect(briefly(reading.events)).toEqual(['unknown alert-resolved | Alert resolved: Checkout p99']);
    expect(reading.findings).toMatchObject([{ code: 'event-without-time' }]);
  });

  it('reads annotations: state changes of alerts and notes of people', () => {
    const base = { dashboardId: 4, panelId: 2, updated: 1771834530120, tags: [] };
    const reading = read([
      {
        ...base,
        id: 2,
        time: 1771835000000,
        timeEnd: 1771835060000,
        text: 'Deploy <b>v42</b>',
        tags: ['deploy', 'checkout'],
        login: 'ana',
      },
      {
        ...base,
        id: 1,
        alertId: 3,
        alertName: 'Checkout p99',
        newState: 'alerting',
        prevState: 'ok',
        time: 1771834530120,
        timeEnd: 1771834530120,
        text: '',
      },
    ]);
    expect(reading.format).toBe('grafana-annotations');
    expect(briefly(reading.events)).toEqual([
      '2026-02-23T08:15:30.120Z alert | Alert firing: Checkout p99',
      '2026-02-23T08:23:20Z deploy | Deploy v42',
    ]);
    expect(reading.events[1]).toMatchObject({ actor: 'ana', endedAt: { instant: '2026-02-23T08:24:20Z' } });
  });
});
