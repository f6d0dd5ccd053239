import type { JsonNode } from '../json-node.ts';
import type { EventKind } from '../types.ts';
import { systemTime } from '../facts/system-time.ts';
import { type AlertShape, firstAt, isText, shareOf } from './alert-shape.ts';
import { isAlert, isGrafana } from './alertmanager.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { lines, list, nodeAt, pairs, text } from '../facts/json-fields.ts';
import { addPrometheusAlert } from './prometheus-alert.ts';

/** Grafana Alerting webhook: Alertmanager's shape with `orgId`, `title`, `state` and version `1`. */
export const grafanaWebhook: AlertShape = {
  id: 'grafana-webhook',
  label: 'Grafana alerting webhook',
  fits(record) {
    return isAlert(firstAt(record, 'alerts')) && isGrafana(record) ? 1 : 0;
  },
  read(record, out) {
    for (const alert of list(record, 'alerts')) {
      const test = isTest(alert);
      if (test) noteTest(alert, out);
      const status = text(alert, 'status') ?? text(record, 'status');
      addPrometheusAlert(alert, { resolved: status === 'resolved', test }, out);
    }
  },
};

/** Grafana's webhook before unified alerting (Grafana 8 and older): `{ruleName, state, evalMatches}`. It has no time. */
export const grafanaLegacyWebhook: AlertShape = {
  id: 'grafana-legacy-webhook',
  label: 'Grafana legacy alert webhook',
  fits(record) {
    if (!isText(record['ruleName']) || !isText(record['state'])) return 0;
    return 0.4 + 0.6 * shareOf(['evalMatches', 'ruleId', 'title'].map((key) => key in record));
  },
  read(record, out) {
    const rule = text(record, 'ruleName') ?? 'rule without a name';
    const state = stateOf(text(record, 'state'));
    const test = rule === 'Test notification';
    if (test) noteTest(record, out);
    const message = text(record, 'message');
    const path = ['time', 'timestamp', 'date'].find((name) => systemTime(text(record, name) ?? '') !== null) ?? 'time';
    out.add(record, {
      at: out.time(record, path),
      kind: state.kind,
      text: `Alert ${state.words}: ${rule}${message === undefined ? '' : `: ${message}`}${test ? ' (test notification)' : ''}`,
      hints: [rule, text(record, 'title')],
      names: list(record, 'evalMatches').flatMap((match) => [
        text(match, 'metric'),
        ...pairs(match, 'tags').map(([, value]) => value),
      ]),
      details: lines({
        matches: list(record, 'evalMatches')
          .map((match) => `${text(match, 'metric')}=${text(match, 'value')}`)
          .join(', '),
        link: text(record, 'ruleUrl') ?? text(record, 'rule_url'),
      }),
    });
  },
};

/** Grafana annotations (`GET /api/annotations`): state changes of alerts and notes of people, epoch milliseconds. */
export const grafanaAnnotations: AlertShape = {
  id: 'grafana-annotations',
  label: 'Grafana annotations',
  fits(record) {
    if (typeof record['time'] !== 'number' || !('text' in record || 'newState' in record)) return 0;
    return (
      shareOf(
        ['dashboardId', 'panelId', 'tags', 'timeEnd', 'newState', 'alertId', 'updated'].map((key) => key in record),
      ) + 0.2
    );
  },
  read(record, out) {
    const newState = text(record, 'newState');
    const words = text(record, 'text')?.replaceAll(/<[^>]+>/gu, ' ');
    const tags = list(record, 'tags').flatMap((tag) => tag.scalar() ?? []);
    const alert = text(record, 'alertName');
    const state = newState === undefined ? undefined : stateOf(newState);
    const end =
      nodeAt(record, 'timeEnd')?.number() === nodeAt(record, 'time')?.number()
        ? undefined
        : out.optionalTime(record, 'timeEnd');
    const id = text(record, 'id');
    out.add(record, {
      at: out.time(record, 'time'),
      endedAt: end,
      kind: state?.kind ?? kindOfTags(tags),
      text:
        state === undefined
          ? (words ?? `Annotation ${tags.join(', ')}`)
          : `Alert ${state.words}: ${alert ?? words ?? 'rule without a name'}`,
      actor: text(record, 'userName') ?? text(record, 'login') ?? text(record, 'email'),
      key: id === undefined ? undefined : `grafana-annotation:${id}`,
      hints: [alert],
      names: tags,
      details: lines({
        tags: tags.join(', '),
        text: state === undefined ? undefined : words,
        before: text(record, 'prevState'),
      }),
    });
  },
};

function stateOf(state = ''): { readonly kind: EventKind; readonly words: string } {
  const word = state.toLowerCase().replace(/\s*\(.*$/u, '');
  if (word === 'alerting' || word === 'firing') return { kind: 'alert', words: 'firing' };
  if (word === 'ok' || word === 'normal' || word === 'resolved') return { kind: 'alert-resolved', words: 'resolved' };
  if (word === 'no_data' || word === 'nodata' || word === 'error')
    return { kind: 'alert', words: `without data (${state})` };
  return { kind: 'note', words: `changed to ${state}` };
}

function kindOfTags(tags: readonly string[]): EventKind {
  return tags.some((tag) => /^(?:deploy(?:ment|ed|s)?|releases?|rollback)$/iu.test(tag)) ? 'deploy' : 'note';
}

/** What Grafana's "Test" button of a contact point sends. */
function isTest(alert: JsonNode): boolean {
  const labels = new Map(pairs(alert, 'labels'));
  const folder = labels.get('grafana_folder') === 'Test Folder';
  return (
    (labels.get('alertname') === 'TestAlert' && (folder || labels.get('instance') === 'Grafana')) ||
    text(alert, 'annotations.summary') === 'Notification test'
  );
}

function noteTest(record: JsonNode, out: FactCollector): void {
  out.remark(record, {
    code: 'evidence-test-alert',
    severity: 'info',
    message: 'This is a test notification of a Grafana contact point, not an alert.',
    help: 'Leave it out of the timeline unless the test itself belongs to the incident.',
  });
}
