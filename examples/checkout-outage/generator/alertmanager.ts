import { hex } from './chance.ts';
import { at, iso } from './clock.ts';
import { T } from './story.ts';

interface Rule {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly expression: string;
}

const HIGH_ERROR_RATE: Rule = {
  labels: {
    alertname: 'CheckoutHighErrorRate',
    environment: 'prod',
    service: 'checkout-api',
    severity: 'critical',
    team: 'checkout',
  },
  annotations: {
    description: 'More than 5 % of the requests to checkout-api in the last 5 minutes were answered with 5xx.',
    runbook_url: 'https://docs.larkspur.example/runbooks/checkout-api',
    summary: 'checkout-api answers with errors',
  },
  expression:
    'sum%28rate%28http_requests_total%7Bservice%3D%22checkout-api%22%2Ccode%3D~%225..%22%7D%5B5m%5D%29%29+%3E+0.05',
};

const SLOW: Rule = {
  labels: {
    alertname: 'CheckoutLatencyP99',
    environment: 'prod',
    service: 'checkout-api',
    severity: 'warning',
    team: 'checkout',
  },
  annotations: { description: 'The slowest 1 % of checkouts take more than 4 s.', summary: 'checkout-api is slow' },
  expression: 'histogram_quantile%280.99%2C+rate%28http_request_seconds_bucket%5B5m%5D%29%29+%3E+4',
};

const TEST: Rule = {
  labels: {
    alertname: 'TestAlert',
    environment: 'prod',
    service: 'monitoring',
    severity: 'critical',
    team: 'platform',
  },
  annotations: {
    description: 'Weekly test of the alert path. Nothing is wrong.',
    summary: 'Test alert, please ignore',
  },
  expression: 'vector%281%29',
};

interface Firing {
  readonly rule: Rule;
  readonly from: number;
  /** Absent while it fires. */
  readonly to?: number;
}

/** Label fingerprint: sixteen hexadecimal digits, the same whenever the labels are the same. */
const fingerprint = (alertname: string): string => hex(`fingerprint:${alertname}`, 16);

function alert({ rule, from, to }: Firing): unknown {
  return {
    status: to === undefined ? 'firing' : 'resolved',
    labels: rule.labels,
    annotations: rule.annotations,
    startsAt: iso(from, 3),
    // Go's zero time: the end is not known yet.
    endsAt: to === undefined ? '0001-01-01T00:00:00Z' : iso(to, 3),
    generatorURL: `http://prometheus.larkspur.example:9090/graph?g0.expr=${rule.expression}&g0.tab=1`,
    fingerprint: fingerprint(rule.labels['alertname'] ?? ''),
  };
}

/** A webhook body of version 4, as Alertmanager posts it: one object without line breaks. */
function notification(firings: readonly Firing[]): unknown {
  const [first] = firings;
  if (!first) throw new Error('A notification needs an alert.');
  const same = (read: (rule: Rule) => Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(read(first.rule)).filter(([key, value]) => firings.every(({ rule }) => read(rule)[key] === value)),
    );
  const service = first.rule.labels['service'] ?? '';
  return {
    receiver: 'pagerduty-and-slack',
    status: firings.some(({ to }) => to === undefined) ? 'firing' : 'resolved',
    alerts: firings.map((firing) => alert(firing)),
    groupLabels: { service },
    commonLabels: same((rule) => rule.labels),
    commonAnnotations: same((rule) => rule.annotations),
    externalURL: 'http://alertmanager.larkspur.example:9093',
    version: '4',
    groupKey: `{}/{environment="prod"}:{service="${service}"}`,
    truncatedAlerts: 0,
  };
}

const firstSlowEnd = at('14:05:47.715');
const slowAgain = at('14:48:17.715');

/** The bodies that the webhook receiver kept, by the time they arrived. */
export const NOTIFICATIONS: readonly (readonly [string, unknown])[] = [
  ['20260317T080602Z', notification([{ rule: TEST, from: T.testAlert }])],
  ['20260317T080702Z', notification([{ rule: TEST, from: T.testAlert, to: at('08:06:32.715') }])],
  ['20260317T132803Z', notification([{ rule: HIGH_ERROR_RATE, from: T.alert }])],
  [
    '20260317T133303Z',
    notification([
      { rule: HIGH_ERROR_RATE, from: T.alert },
      { rule: SLOW, from: T.latencyAlert },
    ]),
  ],
  [
    '20260317T140803Z',
    notification([
      { rule: HIGH_ERROR_RATE, from: T.alert, to: T.alertResolved },
      { rule: SLOW, from: T.latencyAlert, to: firstSlowEnd },
    ]),
  ],
  ['20260317T144503Z', notification([{ rule: HIGH_ERROR_RATE, from: T.secondAlert }])],
  [
    '20260317T145003Z',
    notification([
      { rule: HIGH_ERROR_RATE, from: T.secondAlert },
      { rule: SLOW, from: slowAgain },
    ]),
  ],
  [
    '20260317T150703Z',
    notification([
      { rule: HIGH_ERROR_RATE, from: T.secondAlert, to: T.secondAlertResolved },
      { rule: SLOW, from: slowAgain, to: at('15:04:17.715') },
    ]),
  ],
];
