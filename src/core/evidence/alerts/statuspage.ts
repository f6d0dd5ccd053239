import type { JsonNode } from '../json-node.ts';
import { type AlertShape, firstAt, isText, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { firstText, lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { statusKinds } from './status-words.data.ts';

/**
 * Statuspage incidents: the webhook `{meta, page, incident}`, API answers `{page, incidents: […]}`, or the incidents
 * alone. Updates stand newest first; each is one event, and so is every component whose status changes.
 */
export const statuspageIncidents: AlertShape = {
  id: 'statuspage-incidents',
  label: 'Statuspage incidents',
  fits(record) {
    const candidates = [
      objectAt(record, 'incident'),
      firstAt(record, 'incidents'),
      firstAt(record, 'scheduled_maintenances'),
      record,
    ];
    return Math.max(...candidates.map(likeness));
  },
  read(record, out) {
    const many = [...list(record, 'incidents'), ...list(record, 'scheduled_maintenances')];
    const single = nodeAt(record, 'incident') ?? (nodeAt(record, 'incidents') === undefined ? record : undefined);
    for (const incident of single === undefined ? many : [single, ...many]) readIncident(incident, out);
  },
};

/** Statuspage component webhook: `{page, component_update, component}`. */
export const statuspageComponent: AlertShape = {
  id: 'statuspage-component',
  label: 'Statuspage component update',
  fits(record) {
    const update = objectAt(record, 'component_update');
    return isText(update['new_status']) || isText(update['old_status']) ? 1 : 0;
  },
  read(record, out) {
    const update = nodeAt(record, 'component_update');
    const id = text(update, 'id');
    out.add(record, {
      at: out.time(record, 'component_update.created_at'),
      ...componentChange(nodeAt(record, 'component'), update),
      key: id === undefined ? undefined : `statuspage-component:${id}`,
    });
  },
};

function likeness(incident: PlainObject): number {
  if (!Array.isArray(incident['incident_updates'])) return 0;
  return 0.6 + 0.4 * shareOf(['name', 'shortlink', 'impact', 'created_at'].map((key) => key in incident));
}

function readIncident(incident: JsonNode, out: FactCollector): void {
  const updates = list(incident, 'incident_updates');
  for (const update of updates) readUpdate(incident, update, out);
  if (updates.length > 0) return;
  out.add(incident, factOf(incident, incident, { out, path: 'created_at', status: 'investigating' }));
  if (text(incident, 'resolved_at') === undefined) return;
  out.add(incident, factOf(incident, incident, { out, path: 'resolved_at', status: 'resolved' }));
}

function readUpdate(incident: JsonNode, update: JsonNode, out: FactCollector): void {
  const path = text(update, 'display_at') === undefined ? 'created_at' : 'display_at';
  const fact = factOf(incident, update, { out, path, status: text(update, 'status') });
  out.add(update, fact);
  for (const component of list(update, 'affected_components')) {
    if (text(component, 'old_status') === text(component, 'new_status')) continue;
    const code = firstText(component, ['code', 'name']) ?? '';
    const key = fact.key === undefined ? undefined : `${fact.key}:${code}`;
    out.add(component, { at: fact.at, ...componentChange(component, component), key });
  }
}

interface UpdateReading {
  readonly out: FactCollector;
  readonly path: string;
  readonly status: string | undefined;
}

function factOf(incident: JsonNode, update: JsonNode, { out, path, status }: UpdateReading) {
  const name = text(incident, 'name') ?? 'incident without a name';
  const body = text(update, 'body')?.replaceAll(/<[^>]+>/gu, ' ');
  const id = text(incident, 'id');
  const updateId = update === incident ? status : text(update, 'id');
  const components = [...list(update, 'affected_components'), ...list(incident, 'components')];
  const names = components.map((component) => text(component, 'name'));
  return {
    at: out.time(update, path),
    kind: statusKinds[status?.toLowerCase() ?? ''] ?? ('status-update' as const),
    text: `Status page, ${(status ?? 'update').replaceAll('_', ' ')}: ${name}${body === undefined ? '' : `: ${body}`}`,
    key: id === undefined || updateId === undefined ? undefined : `statuspage:${id}:${updateId}`,
    hints: [name],
    names,
    details: lines({
      impact: text(incident, 'impact'),
      components: [...new Set(names)].filter((found) => found !== undefined).join(', '),
      link: text(incident, 'shortlink'),
    }),
  };
}

function componentChange(component: JsonNode | undefined, change: JsonNode | undefined) {
  const name = text(component, 'name') ?? 'component without a name';
  const words = (path: string): string => text(change, path)?.replaceAll('_', ' ') ?? 'unknown';
  const kind = 'status-update' as const;
  return {
    kind,
    text: `Status page: ${name} changed from ${words('old_status')} to ${words('new_status')}`,
    service: name,
    names: [name],
  };
}
