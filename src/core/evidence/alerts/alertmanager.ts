import { type AlertShape, asObject, firstAt, isText, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import { list, nodeAt, text } from '../facts/json-fields.ts';
import { addPrometheusAlert } from './prometheus-alert.ts';

/** Alertmanager webhook, version 4: `{version: "4", status, alerts: [{labels, annotations, startsAt, endsAt}]}`. */
export const alertmanagerWebhook: AlertShape = {
  id: 'alertmanager-webhook',
  label: 'Prometheus Alertmanager webhook',
  fits(record) {
    const alert = firstAt(record, 'alerts');
    if (!isAlert(alert) || isGrafana(record)) return 0;
    const known = shareOf([
      isText(record['receiver']),
      'groupLabels' in record,
      'commonLabels' in record,
      'version' in record,
    ]);
    return 0.5 + known / 2;
  },
  read(record, out) {
    for (const alert of list(record, 'alerts')) {
      const status = text(alert, 'status') ?? text(record, 'status');
      addPrometheusAlert(alert, { resolved: status === 'resolved' }, out);
    }
  },
};

/** Alerts of the Alertmanager API v2 (`GET /api/v2/alerts`, `amtool alert -o json`): one list element each. */
export const alertmanagerAlerts: AlertShape = {
  id: 'alertmanager-alerts',
  label: 'Alertmanager alerts (API v2)',
  fits(record) {
    if (!isAlert(record)) return 0;
    const state = objectAt(record, 'status')['state'];
    return isText(state) || 'receivers' in record || 'generatorURL' in record ? 1 : 0.7;
  },
  read(record, out) {
    const status = text(record, 'status.state') ?? text(record, 'status');
    addPrometheusAlert(record, { resolved: status === 'resolved' || status === 'expired' }, out);
  },
};

/** Alerts of the Prometheus API (`GET /api/v1/alerts` and `/api/v1/rules`): `activeAt`, no end. */
export const prometheusAlerts: AlertShape = {
  id: 'prometheus-alerts',
  label: 'Prometheus alerts (API v1)',
  fits(record) {
    const data = objectAt(record, 'data');
    if (isActive(firstAt(data, 'alerts'))) return 1;
    const rules = firstAt(data, 'groups')['rules'];
    return Array.isArray(rules) && rules.some((rule) => 'alerts' in asObject(rule)) ? 1 : 0;
  },
  read(record, out) {
    const rules = list(record, 'data.groups').flatMap((group) => list(group, 'rules'));
    const lists = [nodeAt(record, 'data'), ...rules].flatMap((holder) => list(holder, 'alerts'));
    for (const alert of lists) {
      if (text(alert, 'state') === 'firing') addPrometheusAlert(alert, { startsAt: 'activeAt', resolved: false }, out);
    }
  },
};

/** True for the fields that Grafana adds to the Alertmanager webhook. */
export function isGrafana(record: PlainObject): boolean {
  const marks =
    ['orgId', 'appVersion'].some((key) => key in record) || (isText(record['state']) && isText(record['title']));
  return marks || (record['version'] === '1' && 'title' in record);
}

/** True for an object with labels that started at some time. */
export function isAlert(alert: PlainObject): boolean {
  return 'startsAt' in alert && typeof alert['labels'] === 'object';
}

function isActive(alert: PlainObject): boolean {
  return 'activeAt' in alert && typeof alert['labels'] === 'object';
}
