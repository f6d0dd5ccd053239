import type { JsonNode } from '../json-node.ts';
import { type AlertShape, firstAt, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { pagerDutyAction, pagerDutyFact, pagerDutyIncident, pagerDutyNames } from './pagerduty-step.ts';

/** PagerDuty incidents of the REST API: `{incidents: […]}`, `{incident: {…}}`, or the incidents alone. */
export const pagerDutyIncidents: AlertShape = {
  id: 'pagerduty-incidents',
  label: 'PagerDuty incidents',
  keys: ['incident', 'incidents'],
  fits(record) {
    const bundled = 'log_entries' in record ? 0.9 : 1;
    return bundled * Math.max(...[firstAt(record, 'incidents'), objectAt(record, 'incident'), record].map(likeness));
  },
  read(record, out) {
    const single = nodeAt(record, 'incident') ?? record;
    const many = nodeAt(record, 'incidents') === undefined ? [single] : list(record, 'incidents');
    for (const incident of many) readIncident(incident, out);
  },
};

function likeness(incident: PlainObject): number {
  if (!('created_at' in incident) || !('service' in incident || 'escalation_policy' in incident)) return 0;
  return shareOf([
    incident['type'] === 'incident' || incident['type'] === 'incident_reference',
    'urgency' in incident,
    'incident_number' in incident || 'incident_key' in incident,
    'escalation_policy' in incident || 'last_status_change_at' in incident,
  ]);
}

/** Adds what an incident object knows of its own life: triggered, assigned, acknowledged, resolved. */
export function readIncident(incident: JsonNode, out: FactCollector): void {
  const about = pagerDutyIncident(incident);
  const add = (type: string, path: string, { node, who }: { node: JsonNode; who: JsonNode | undefined }): void => {
    const action = pagerDutyAction(type);
    const name = text(who, 'summary') ?? text(who, 'name');
    const assigns = action.id === 'assign';
    const step = { action, at: out.time(node, path), incident: about, personId: text(who, 'id') };
    const details = action.id === 'trigger' ? detailsOf(incident) : undefined;
    out.add(node, pagerDutyFact({ ...step, details, ...(assigns ? { person: name } : { actor: name }) }));
  };
  add('trigger', 'created_at', { node: incident, who: undefined });
  for (const node of list(incident, 'assignments')) add('assign', 'at', { node, who: nodeAt(node, 'assignee') });
  for (const node of list(incident, 'acknowledgements')) {
    add('acknowledge', 'at', { node, who: nodeAt(node, 'acknowledger') ?? nodeAt(node, 'object') });
  }
  if (text(incident, 'status') !== 'resolved') return;
  const resolvedAt = text(incident, 'resolved_at') === undefined ? 'last_status_change_at' : 'resolved_at';
  add('resolve', resolvedAt, { node: incident, who: nodeAt(incident, 'last_status_change_by') });
}

function detailsOf(incident: JsonNode): string | undefined {
  return lines({
    description: text(incident, 'body.details') ?? text(incident, 'trigger_summary_data.description'),
    priority: text(incident, 'priority.summary'),
    urgency: text(incident, 'urgency'),
    teams: pagerDutyNames(incident, 'teams'),
    link: text(incident, 'html_url'),
  });
}
