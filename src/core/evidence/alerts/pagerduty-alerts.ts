import { type AlertShape, firstAt, isText, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import { lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { pagerDutyAction, pagerDutyFact } from './pagerduty-step.ts';
import { severityLevels } from './severity-levels.data.ts';

/** Alerts of a PagerDuty incident (`GET /incidents/{id}/alerts`): `{alerts: […]}`, `{alert: {…}}`. */
export const pagerDutyAlerts: AlertShape = {
  id: 'pagerduty-alerts',
  label: 'PagerDuty alerts',
  keys: ['alerts'],
  fits(record) {
    return Math.max(...[firstAt(record, 'alerts'), objectAt(record, 'alert'), record].map(likeness));
  },
  read(record, out) {
    const single = nodeAt(record, 'alert') ?? record;
    for (const alert of nodeAt(record, 'alerts') === undefined ? [single] : list(record, 'alerts')) {
      const id = text(alert, 'id');
      const summary = text(alert, 'summary') ?? text(alert, 'alert_key') ?? 'alert without a summary';
      const about = { hints: [summary, text(alert, 'alert_key')], service: text(alert, 'service.summary') };
      const key = (step: string): string | undefined =>
        id === undefined ? undefined : `pagerduty-alert:${id}:${step}`;
      const endedAt = out.optionalTime(alert, 'resolved_at');
      out.add(alert, {
        ...about,
        at: out.time(alert, 'created_at'),
        endedAt,
        kind: 'alert',
        text: `PagerDuty alert triggered: ${summary}`,
        level: severityLevels[text(alert, 'severity') ?? ''],
        key: key('trigger'),
        details: lines({
          incident: text(alert, 'incident.summary'),
          source: text(alert, 'body.cef_details.source_component'),
          link: text(alert, 'html_url'),
        }),
      });
      if (endedAt === undefined) continue;
      out.add(alert, {
        ...about,
        at: endedAt,
        kind: 'alert-resolved',
        text: `PagerDuty alert resolved: ${summary}`,
        key: key('resolve'),
      });
    }
  },
};

function likeness(alert: PlainObject): number {
  if (alert['type'] !== 'alert' || !('created_at' in alert)) return 0;
  return 0.48 + 0.5 * shareOf(['alert_key', 'incident', 'severity'].map((key) => key in alert));
}

/** Notes of a PagerDuty incident (`GET /incidents/{id}/notes`): `{notes: […]}`. They do not name their incident. */
export const pagerDutyNotes: AlertShape = {
  id: 'pagerduty-notes',
  label: 'PagerDuty incident notes',
  keys: ['notes'],
  fits(record) {
    const note = firstAt(record, 'notes');
    return isText(note['content']) && 'created_at' in note
      ? 0.45 + 0.5 * shareOf(['id', 'user', 'channel'].map((key) => key in note))
      : 0;
  },
  read(record, out) {
    for (const note of list(record, 'notes')) {
      const incident = { id: undefined, title: undefined, service: undefined };
      const step = { action: pagerDutyAction('annotate'), at: out.time(note, 'created_at'), incident };
      out.add(note, pagerDutyFact({ ...step, actor: text(note, 'user.summary'), words: text(note, 'content') }));
    }
  },
};
