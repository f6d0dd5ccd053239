import type { JsonNode } from '../json-node.ts';
import { type AlertShape, firstAt, isText, objectAt, type PlainObject } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { pagerDutyAction, pagerDutyFact, pagerDutyIncident, pagerDutyNames } from './pagerduty-step.ts';

/** PagerDuty log entries of the REST API: `{log_entries: […]}`, `{log_entry: {…}}`, or the entries alone. */
export const pagerDutyLogEntries: AlertShape = {
  id: 'pagerduty-log-entries',
  label: 'PagerDuty log entries',
  keys: ['log_entries'],
  fits(record) {
    const entries = record['log_entries'];
    if (Array.isArray(entries) && entries.length === 0) return 0.5;
    return [firstAt(record, 'log_entries'), objectAt(record, 'log_entry'), record].some(isLogEntry) ? 1 : 0;
  },
  read(record, out) {
    const entries = list(record, 'log_entries');
    const single = nodeAt(record, 'log_entry') ?? record;
    for (const entry of nodeAt(record, 'log_entries') === undefined ? [single] : entries) readLogEntry(entry, out);
  },
};

function isLogEntry(entry: PlainObject): boolean {
  return isText(entry['type']) && entry['type'].endsWith('_log_entry');
}

/** Adds the step one log entry tells; `incident` completes an entry that does not name its incident. */
export function readLogEntry(entry: JsonNode, out: FactCollector, incident?: JsonNode): void {
  const type = text(entry, 'type');
  if (type === undefined) {
    out.remark(entry, {
      code: 'evidence-record-unreadable',
      message: 'This PagerDuty log entry has no “type”, so nothing says what happened.',
      help: 'Export the log entries again; the other entries are read.',
    });
    return;
  }
  const action = pagerDutyAction(type);
  const user = action.id === 'notify' ? 'user' : 'assignees.0';
  out.add(
    entry,
    pagerDutyFact({
      action,
      at: out.time(entry, 'created_at'),
      incident: pagerDutyIncident(nodeAt(entry, 'incident') ?? incident, nodeAt(entry, 'service')),
      actor: actorOf(entry, action.id),
      person: personOf(entry, action.id),
      personId: text(entry, `${user}.id`) ?? text(entry, 'user.id') ?? text(entry, 'agent.id'),
      words: wordsOf(entry, action.id),
      summary: text(entry, 'summary'),
      details: detailsOf(entry),
    }),
  );
}

/** The agent; a trigger through an integration is done by that integration. */
function actorOf(entry: JsonNode, action: string): string | undefined {
  return action === 'notify' ? undefined : text(entry, 'agent.summary');
}

function personOf(entry: JsonNode, action: string): string | undefined {
  const people = pagerDutyNames(entry, 'assignees');
  if (people !== '') return people;
  return action === 'notify' || action.startsWith('responder') ? text(entry, 'user.summary') : undefined;
}

function wordsOf(entry: JsonNode, action: string): string | undefined {
  if (action === 'notify')
    return text(entry, 'channel.notification.type')?.replaceAll('_', ' ') ?? text(entry, 'channel.type');
  if (action === 'priority')
    return (
      text(entry, 'channel.new_priority.summary') ??
      text(entry, 'priority.summary') ??
      priorityIn(text(entry, 'summary'))
    );
  return (
    text(entry, 'note') ?? text(entry, 'message') ?? text(entry, 'channel.summary') ?? text(entry, 'channel.content')
  );
}

/** The priority in “Priority changed to SEV-2 by …”, “Changed the priority to "P1"”. */
function priorityIn(summary = ''): string | undefined {
  return /\bto ["“]?([^\s"”]+)/u.exec(summary)?.[1];
}

function detailsOf(entry: JsonNode): string | undefined {
  return lines({
    summary: text(entry, 'summary'),
    channel: text(entry, 'channel.type'),
    notification: text(entry, 'channel.notification.status'),
    description: text(entry, 'event_details.description') ?? text(entry, 'channel.details.description'),
    link: text(entry, 'html_url') ?? text(entry, 'incident.html_url'),
  });
}
