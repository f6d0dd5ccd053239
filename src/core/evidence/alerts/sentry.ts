import type { JsonNode } from '../json-node.ts';
import type { EventKind } from '../types.ts';
import { type AlertShape, isText, objectAt, shareOf } from './alert-shape.ts';
import type { Fact, FactCollector } from '../facts/fact-collector.ts';
import { firstText, lines, nodeAt, text } from '../facts/json-fields.ts';
import { sentryError, sentryFrames, sentryKey } from './sentry-error.ts';

/** Actions of an issue that have another meaning than a note. */
const issueKinds: Readonly<Record<string, EventKind>> = {
  created: 'error',
  unresolved: 'error',
  regression: 'error',
  resolved: 'alert-resolved',
};

/** Sentry webhook about an issue: `{action: "created" | "resolved" | "assigned" | …, data: {issue}}`. */
export const sentryIssueWebhook: AlertShape = {
  id: 'sentry-issue-webhook',
  label: 'Sentry issue webhook',
  fits(record) {
    const issue = objectAt(objectAt(record, 'data'), 'issue');
    if (!isText(record['action']) || !('id' in issue)) return 0;
    return (
      0.5 +
      0.5 *
        shareOf([
          isText(issue['title']),
          'shortId' in issue || 'culprit' in issue,
          'actor' in record || 'installation' in record,
        ])
    );
  },
  read(record, out) {
    const issue = nodeAt(record, 'data.issue');
    const action = text(record, 'action') ?? 'changed';
    const assignee = firstText(record, ['data.assignee.name', 'data.issue.assignedTo.name']);
    const fact = sentryError(issue, action);
    out.add(record, {
      ...fact,
      at: out.time(record, timePath(record, action)),
      kind: issueKinds[action] ?? 'note',
      text: `Sentry issue ${action}${action === 'assigned' && assignee !== undefined ? ` to ${assignee}` : ''}: ${fact.text}`,
      level: action === 'created' ? fact.level : undefined,
      actor: actorOf(record),
    });
  },
};

/** Sentry webhook of an issue alert rule: `{action: "triggered", data: {event, triggered_rule}}`, and of a single error. */
export const sentryEventWebhook: AlertShape = {
  id: 'sentry-event-webhook',
  label: 'Sentry issue alert webhook',
  fits(record) {
    const data = objectAt(record, 'data');
    const event = 'event' in data ? objectAt(data, 'event') : objectAt(data, 'error');
    if (!isText(record['action']) || !('event_id' in event || 'datetime' in event)) return 0;
    return 0.6 + 0.4 * shareOf(['triggered_rule' in data || 'error' in data, 'title' in event]);
  },
  read(record, out) {
    const rule = text(record, 'data.triggered_rule');
    const path = nodeAt(record, 'data.event') === undefined ? 'data.error' : 'data.event';
    const event = nodeAt(record, path);
    const fact = sentryError(event, rule === undefined ? 'event' : 'alert');
    const id = firstText(event, ['event_id', 'eventID']);
    out.add(record, {
      ...fact,
      at: out.time(record, `${path}.${text(event, 'datetime') === undefined ? 'timestamp' : 'datetime'}`),
      kind: rule === undefined ? 'error' : 'alert',
      text: rule === undefined ? `Sentry error: ${fact.text}` : `Sentry alert "${rule}": ${fact.text}`,
      key: id === undefined ? undefined : `sentry-event:${id}`,
      hints: [...(fact.hints ?? []), rule],
      details: [fact.details, sentryFrames(event)].filter((part) => part !== undefined).join('\n') || undefined,
    });
  },
};

/** Sentry webhook of a metric alert: `{action: "critical" | "warning" | "resolved", data: {metric_alert}}`. */
export const sentryMetricWebhook: AlertShape = {
  id: 'sentry-metric-webhook',
  label: 'Sentry metric alert webhook',
  fits(record) {
    return isText(record['action']) && Object.keys(objectAt(objectAt(record, 'data'), 'metric_alert')).length > 0
      ? 1
      : 0;
  },
  read(record, out) {
    const alert = nodeAt(record, 'data.metric_alert');
    const resolved = text(record, 'action') === 'resolved';
    const name = firstText(alert, ['alert_rule.name', 'title']) ?? 'rule without a name';
    const id = text(alert, 'id');
    out.add(record, {
      at: out.time(record, `data.metric_alert.${metricTime(alert, resolved)}`),
      kind: resolved ? 'alert-resolved' : 'alert',
      text: `Alert ${resolved ? 'resolved' : 'firing'}: ${name}: ${text(record, 'data.description_text') ?? text(record, 'action') ?? ''}`,
      level: resolved ? undefined : text(record, 'action') === 'warning' ? 'warning' : 'error',
      service: text(alert, 'projects.0') ?? text(alert, 'alert_rule.projects.0'),
      key: id === undefined ? undefined : `sentry-metric:${id}:${text(record, 'action')}`,
      hints: [name, text(record, 'data.description_title')],
      details: lines({
        query: text(alert, 'alert_rule.query'),
        aggregate: text(alert, 'alert_rule.aggregate'),
        link: text(record, 'data.web_url'),
      }),
    });
  },
};

function metricTime(alert: JsonNode | undefined, resolved: boolean): string {
  if (resolved) return 'date_closed';
  return text(alert, 'date_detected') === undefined ? 'date_started' : 'date_detected';
}

/** Only a creation says when it happened; the time of other actions is in a header that the body does not repeat. */
function timePath(record: JsonNode, action: string): string {
  if (action === 'created') return 'data.issue.firstSeen';
  if (action === 'unresolved' || action === 'regression') return 'data.issue.lastSeen';
  return text(record, 'timestamp') === undefined ? 'data.issue.statusDetails.at' : 'timestamp';
}

function actorOf(record: JsonNode): string | undefined {
  return text(record, 'actor.type') === 'application' ? undefined : text(record, 'actor.name');
}

/** Sentry issues of the REST API: first seen, last seen, and the activity where it is there. */
export const sentryIssues: AlertShape = {
  id: 'sentry-issues',
  label: 'Sentry issues (REST API)',
  fits(record) {
    if (!isText(record['firstSeen']) || !isText(record['title'])) return 0;
    return 0.5 + 0.5 * shareOf(['shortId', 'culprit', 'lastSeen', 'project'].map((key) => key in record));
  },
  read(issue, out) {
    const fact = sentryError(issue, 'created');
    const seen = lines({ count: text(issue, 'count'), users: text(issue, 'userCount'), details: fact.details });
    const at = out.time(issue, 'firstSeen');
    out.add(issue, {
      ...fact,
      at,
      endedAt: out.optionalTime(issue, 'lastSeen'),
      kind: 'error',
      text: `Sentry issue created: ${fact.text}`,
      details: seen,
    });
    for (const entry of nodeAt(issue, 'activity')?.items() ?? []) addActivity(issue, entry, { out, fact });
  },
};

/** Steps of an issue's activity, apart from `first_seen`, which the issue itself tells. */
function addActivity(
  issue: JsonNode,
  entry: JsonNode,
  { out, fact }: { out: FactCollector; fact: Omit<Fact, 'at' | 'kind'> },
): void {
  const type = text(entry, 'type');
  if (type === undefined || type === 'first_seen') return;
  const action = type.replace(/^set_/u, '');
  const note = text(entry, 'data.text');
  out.add(entry, {
    at: out.time(entry, 'dateCreated'),
    kind: issueKinds[action] ?? 'note',
    text: `Sentry issue ${action.replaceAll('_', ' ')}: ${note ?? fact.text}`,
    actor: text(entry, 'user.name') ?? text(entry, 'user.email'),
    service: fact.service,
    key: sentryKey(text(issue, 'id'), `${action}:${text(entry, 'id') ?? text(entry, 'dateCreated') ?? ''}`),
  });
}

/** Sentry error events of the REST API: `GET …/issues/{id}/events/`. */
export const sentryEvents: AlertShape = {
  id: 'sentry-events',
  label: 'Sentry events (REST API)',
  fits(record) {
    if (!isText(record['eventID']) || !('dateCreated' in record || 'dateReceived' in record)) return 0;
    return 0.6 + 0.4 * shareOf(['title', 'groupID', 'platform'].map((key) => key in record));
  },
  read(event, out) {
    const fact = sentryError(event, 'event');
    const id = text(event, 'eventID');
    const path = text(event, 'dateCreated') === undefined ? 'dateReceived' : 'dateCreated';
    const key = id === undefined ? undefined : `sentry-event:${id}`;
    out.add(event, {
      ...fact,
      at: out.time(event, path),
      kind: 'error',
      text: `Sentry error: ${fact.text}`,
      key,
      fold: `error ${fact.text}`,
    });
  },
};
