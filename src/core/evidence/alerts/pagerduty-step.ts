import type { WrittenTime } from '#core/time';
import type { JsonNode } from '../json-node.ts';
import type { Fact } from '../facts/fact-collector.ts';
import { bareTitle } from '../facts/bare-title.ts';
import { list, text } from '../facts/json-fields.ts';
import { type PagerDutyAction, pagerDutyActions } from './pagerduty-actions.data.ts';

/** One step in the life of a PagerDuty incident, however it was told. */
export interface PagerDutyStep {
  readonly action: PagerDutyAction;
  readonly at: WrittenTime;
  readonly incident: PagerDutyIncident;
  /** Who did it. */
  readonly actor?: string | undefined;
  /** Whom it concerns: notified, assigned, asked. */
  readonly person?: string | undefined;
  /** Id of that person (or of who did it), for the key. */
  readonly personId?: string | undefined;
  /** Words of the step itself: a note, an update, a priority, a channel. */
  readonly words?: string | undefined;
  /** PagerDuty's own sentence, for steps whose people stand nowhere else. */
  readonly summary?: string | undefined;
  readonly details?: string | undefined;
}

/** What every step says about its incident. */
export interface PagerDutyIncident {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly service: string | undefined;
}

const actionOf = new Map(pagerDutyActions.flatMap((action) => action.names.map((name) => [name, action] as const)));

/** The action for `incident.triggered`, `incident.trigger` or `trigger_log_entry`; an unknown one is a note in its own words. */
export function pagerDutyAction(type: string): PagerDutyAction {
  const name = type.replace(/^incident\./u, '').replace(/_log_entry(?:_reference)?$/u, '');
  const known = actionOf.get(name);
  return known ?? { id: name, kind: 'note', words: name.replaceAll(/[._]/gu, ' '), names: [name] };
}

/** The incident of an object or reference: `title`, else its summary without the number. */
export function pagerDutyIncident(incident: JsonNode | undefined, service?: JsonNode): PagerDutyIncident {
  const summary = text(incident, 'title') ?? text(incident, 'summary') ?? text(incident, 'description');
  return {
    id: text(incident, 'id'),
    title: summary?.replace(/^\[#\d+\]\s*/u, ''),
    service:
      text(service, 'summary') ??
      text(service, 'name') ??
      text(incident, 'service.summary') ??
      text(incident, 'service.name'),
  };
}

/** Names in a list of users, assignees or references. */
export function pagerDutyNames(node: JsonNode | undefined, path: string): string {
  return list(node, path)
    .map((entry) => text(entry, 'summary') ?? text(entry, 'name') ?? text(entry, 'assignee.summary'))
    .filter((name) => name !== undefined)
    .join(', ');
}

/** The event of a step. Its key is the same from webhooks v2 and v3, incidents and log entries. */
export function pagerDutyFact(step: PagerDutyStep): Fact {
  const { action, incident } = step;
  return {
    at: step.at,
    kind: action.kind,
    text: wording(step),
    actor: step.actor,
    service: incident.service,
    key: keyOf(step),
    hints: [
      bareTitle(incident.title),
      incident.title,
      incident.id === undefined ? undefined : `pagerduty:${incident.id}:${action.id}`,
    ],
    names: [incident.service],
    details: step.details,
  };
}

/** Steps whose words here say all that PagerDuty's sentence says, so that every source words them alike. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'trigger',
  'acknowledge',
  'resolve',
  'reopen',
  'annotate',
  'status-update',
  'notify',
  'priority',
  'assign',
]);

function wording(step: PagerDutyStep): string {
  const { action, incident, person, summary } = step;
  const title = incident.title ?? incident.id ?? 'incident without a title';
  if (summary !== undefined && person === undefined && !OWN_WORDS.has(action.id))
    return `PagerDuty: ${summary} (${title})`;
  return `PagerDuty ${phrase(step, title)}`;
}

function phrase({ action, person, words }: PagerDutyStep, title: string): string {
  switch (action.id) {
    case 'annotate':
    case 'status-update':
      return `${action.words}: ${words ?? title}`;
    case 'notify':
      return `${action.words} ${person ?? 'somebody'}${words === undefined ? '' : ` (${words})`}: ${title}`;
    case 'priority':
      return `${action.words}${words === undefined ? '' : ` to ${words}`}: ${title}`;
    case 'assign':
    case 'escalate':
    case 'delegate':
    case 'responder-add':
      return `${action.words}${person === undefined ? '' : ` to ${person}`}: ${title}`;
    default:
      return `${action.words}${person === undefined ? '' : ` (${person})`}: ${title}`;
  }
}

/**
 * An incident is triggered once. Every other step can come again (a reopened incident is resolved twice), so its
 * minute belongs to its identity; minutes, because webhooks give milliseconds where log entries give seconds.
 */
function keyOf({ action, at, incident, personId }: PagerDutyStep): string | undefined {
  if (incident.id === undefined) return undefined;
  const base = `pagerduty:${incident.id}:${action.id}`;
  if (action.id === 'trigger') return base;
  if (at.instant === null) return undefined;
  const who = action.perPerson === true && personId !== undefined ? `:${personId}` : '';
  return `${base}${who}@${at.instant.slice(0, action.id === 'annotate' ? 19 : 16)}`;
}
