import type { JsonNode } from '../json-node.ts';
import { type AlertShape, isText, objectAt } from './alert-shape.ts';
import { lines, nodeAt, text } from '../facts/json-fields.ts';
import { pagerDutyAction, pagerDutyFact, pagerDutyIncident, pagerDutyNames } from './pagerduty-step.ts';

/** PagerDuty webhook v3: `{event: {event_type, occurred_at, agent, data}}`. */
export const pagerDutyWebhookV3: AlertShape = {
  id: 'pagerduty-webhook-v3',
  label: 'PagerDuty webhook (v3)',
  fits(record) {
    const event = objectAt(record, 'event');
    if (!isText(event['event_type']) || !('occurred_at' in event || 'resource_type' in event)) return 0;
    return 1;
  },
  read(record, out) {
    const event = nodeAt(record, 'event');
    const type = text(event, 'event_type');
    if (event === undefined || type === undefined) return;
    const at = out.time(record, 'event.occurred_at');
    const actor = text(event, 'agent.summary');
    if (!type.startsWith('incident.')) {
      const words = `PagerDuty ${type.replaceAll('.', ' ')}: ${text(event, 'data.summary') ?? text(event, 'data.id') ?? 'no name'}`;
      out.add(record, { at, kind: 'note', text: words, actor, key: eventKey(event) });
      return;
    }
    const data = nodeAt(event, 'data');
    const action = pagerDutyAction(type);
    const assignees = action.id === 'assign' || action.id === 'escalate' ? pagerDutyNames(data, 'assignees') : '';
    const person = text(data, 'user.summary') ?? (assignees === '' ? undefined : assignees);
    out.add(
      record,
      pagerDutyFact({
        action,
        at,
        incident: pagerDutyIncident(nodeAt(data, 'incident') ?? data, nodeAt(data, 'service')),
        actor,
        person,
        personId: text(data, 'user.id') ?? text(data, 'assignees.0.id'),
        words: wordsOf(data, action.id),
        details: detailsOf(data),
      }),
    );
  },
};

function wordsOf(data: JsonNode | undefined, action: string): string | undefined {
  if (action === 'priority') return text(data, 'priority.summary');
  return text(data, 'content') ?? text(data, 'message');
}

function detailsOf(data: JsonNode | undefined): string | undefined {
  return lines({
    priority: text(data, 'priority.summary'),
    urgency: text(data, 'urgency'),
    assigned: pagerDutyNames(data, 'assignees'),
    state: text(data, 'state'),
    message: text(data, 'message'),
    'resolve reason': text(data, 'resolve_reason.incident.summary') ?? text(data, 'resolve_reason.type'),
    bridge: text(data, 'conference_bridge.conference_url'),
    link: text(data, 'html_url') ?? text(data, 'incident.html_url'),
  });
}

function eventKey(event: JsonNode): string | undefined {
  const id = text(event, 'id');
  return id === undefined ? undefined : `pagerduty:event:${id}`;
}
