import type { JsonNode } from '../json-node.ts';
import { type AlertShape, firstAt, isText } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { list, nodeAt, text } from '../facts/json-fields.ts';
import { readIncident } from './pagerduty-incidents.ts';
import { readLogEntry } from './pagerduty-log-entries.ts';
import { pagerDutyAction, pagerDutyFact, pagerDutyIncident } from './pagerduty-step.ts';

/** PagerDuty webhook v2: `{messages: [{event, log_entries, incident, created_on}]}`. */
export const pagerDutyWebhookV2: AlertShape = {
  id: 'pagerduty-webhook-v2',
  label: 'PagerDuty webhook (v2)',
  fits(record) {
    const message = firstAt(record, 'messages');
    if (!isText(message['event']) || !message['event'].startsWith('incident.')) return 0;
    return 'incident' in message || 'log_entries' in message ? 1 : 0.6;
  },
  read(record, out) {
    for (const message of list(record, 'messages')) readMessage(message, out);
  },
};

function readMessage(message: JsonNode, out: FactCollector): void {
  const incident = nodeAt(message, 'incident');
  const entries = list(message, 'log_entries');
  for (const entry of entries) readLogEntry(entry, out, incident);
  const event = text(message, 'event');
  if (entries.length === 0 && event !== undefined) {
    const at = out.time(message, 'created_on');
    out.add(message, pagerDutyFact({ action: pagerDutyAction(event), at, incident: pagerDutyIncident(incident) }));
  }
  if (incident !== undefined) readIncident(incident, out);
}
