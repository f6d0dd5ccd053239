import type { JsonNode } from '../json-node.ts';
import type { EventKind } from '../types.ts';
import { type AlertShape, firstAt, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { firstText, lines, list, nodeAt, text } from '../facts/json-fields.ts';

/**
 * Better Stack (Better Uptime) incidents: the API's `{data: […]}`, a webhook's `{data: {…}}`, or the incidents alone,
 * as JSON:API resources `{id, type: "incident", attributes}`.
 */
export const betterStackIncidents: AlertShape = {
  id: 'better-stack-incidents',
  label: 'Better Stack incidents',
  fits(record) {
    return Math.max(...[firstAt(record, 'data'), objectAt(record, 'data'), record].map(likeness));
  },
  read(record, out) {
    const data = nodeAt(record, 'data');
    const incidents = data?.type === 'array' ? list(record, 'data') : [data ?? record];
    for (const incident of incidents) readIncident(incident, out);
  },
};

function likeness(resource: PlainObject): number {
  const attributes = objectAt(resource, 'attributes');
  if (!('started_at' in attributes)) return 0;
  return (
    0.4 +
    0.6 *
      shareOf([
        resource['type'] === 'incident',
        'resolved_at' in attributes,
        'cause' in attributes || 'name' in attributes,
      ])
  );
}

const steps: readonly {
  readonly field: string;
  readonly by: string;
  readonly kind: EventKind;
  readonly words: string;
}[] = [
  { field: 'started_at', by: '', kind: 'alert', words: 'started' },
  { field: 'acknowledged_at', by: 'acknowledged_by', kind: 'acknowledged', words: 'acknowledged' },
  { field: 'resolved_at', by: 'resolved_by', kind: 'resolved', words: 'resolved' },
];

function readIncident(incident: JsonNode, out: FactCollector): void {
  const attributes = nodeAt(incident, 'attributes');
  const name = firstText(attributes, ['name', 'url', 'pronounceable_name']) ?? 'incident without a name';
  const cause = text(attributes, 'cause');
  const id = text(incident, 'id');
  for (const { field, by, kind, words } of steps) {
    const started = field === 'started_at';
    if (!started && text(attributes, field) === undefined) continue;
    out.add(incident, {
      at: out.time(incident, `attributes.${field}`),
      endedAt: started ? out.optionalTime(incident, 'attributes.resolved_at') : undefined,
      kind,
      text: `Better Stack incident ${words}: ${name}${started && cause !== undefined ? `: ${cause}` : ''}`,
      actor: by === '' ? undefined : text(attributes, by),
      service: name,
      key: id === undefined ? undefined : `better-stack:${id}:${words}`,
      hints: [name, cause],
      names: [name, text(attributes, 'url')],
      details: started ? detailsOf(attributes) : undefined,
    });
  }
}

function detailsOf(attributes: JsonNode | undefined): string | undefined {
  return lines({
    cause: text(attributes, 'cause'),
    url: text(attributes, 'url'),
    method: text(attributes, 'http_method'),
    regions: list(attributes, 'regions')
      .map((region) => region.scalar())
      .join(', '),
    response: text(attributes, 'response_content'),
    team: text(attributes, 'team_name'),
  });
}
