import type { WrittenTime } from '#core/time';
import type { JsonNode } from '../json-node.ts';
import type { Fact } from '../facts/fact-collector.ts';
import { firstText, lines, list, text } from '../facts/json-fields.ts';
import { type OpsgenieAction, opsgenieActions } from './opsgenie-actions.data.ts';
import { severityLevels } from './severity-levels.data.ts';

/** One step in the life of an Opsgenie alert, however it was told. */
export interface OpsgenieStep {
  readonly action: OpsgenieAction;
  readonly at: WrittenTime;
  /** The alert object, of a webhook or of the REST API. */
  readonly alert: JsonNode | undefined;
  readonly actor?: string | undefined;
  /** Words of the step itself: a note, whom it was escalated to. */
  readonly words?: string | undefined;
}

const actionOf = new Map(opsgenieActions.flatMap((action) => action.names.map((name) => [name, action] as const)));

/** The action of a webhook (`Create`, `AssignOwnership`); an unknown one is a note in its own words. */
export function opsgenieAction(name: string): OpsgenieAction {
  const id = name.toLowerCase();
  return (
    actionOf.get(id) ?? {
      id,
      kind: 'note',
      words: name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase(),
      names: [id],
    }
  );
}

/** The action an alert log entry tells in its text; without a match it is a note. */
export function opsgenieLogAction(log: string): OpsgenieAction {
  return (
    opsgenieActions.find((action) => action.log?.test(log) === true) ?? {
      id: 'log',
      kind: 'note',
      words: 'log',
      names: [],
    }
  );
}

/** The event of a step. */
export function opsgenieFact({ action, at, alert, actor, words }: OpsgenieStep): Fact {
  const id = firstText(alert, ['alertId', 'id']);
  const message = text(alert, 'message');
  const about = message ?? id ?? 'alert without a message';
  const entity = text(alert, 'entity');
  return {
    at,
    kind: action.kind,
    text: `Opsgenie ${action.words}${words === undefined ? '' : ` (${words})`}: ${about}`,
    actor,
    service: entity ?? text(alert, 'details.service'),
    level: action.kind === 'alert' ? severityLevels[(priorityOf(alert) ?? '').toLowerCase()] : undefined,
    key: keyOf(id, action, at),
    hints: [message, text(alert, 'alias')],
    names: [entity, text(alert, 'alias'), text(alert, 'source'), ...list(alert, 'tags').map((tag) => tag.scalar())],
    details: action.id === 'create' ? detailsOf(alert) : undefined,
  };
}

/** `P3` from the REST API's text or the webhook's number. */
function priorityOf(alert: JsonNode | undefined): string | undefined {
  const priority = text(alert, 'priority');
  return priority !== undefined && /^[1-5]$/u.test(priority) ? `P${priority}` : priority;
}

function detailsOf(alert: JsonNode | undefined): string | undefined {
  return lines({
    priority: priorityOf(alert),
    description: text(alert, 'description'),
    source: text(alert, 'source'),
    tags: list(alert, 'tags')
      .map((tag) => tag.scalar())
      .join(', '),
    alias: text(alert, 'alias'),
  });
}

/** An alert is created once; any other step can come again, so its minute belongs to its identity. */
function keyOf(id: string | undefined, action: OpsgenieAction, at: WrittenTime): string | undefined {
  if (id === undefined) return undefined;
  if (action.id === 'create') return `opsgenie:${id}:create`;
  return at.instant === null ? undefined : `opsgenie:${id}:${action.id}@${at.instant.slice(0, 16)}`;
}
