import { instantToEpoch, type WrittenTime } from '#core/time';
import type { JsonNode } from '../json-node.ts';
import type { Fact, FactCollector } from '../facts/fact-collector.ts';
import { lines, list, pairs, text } from '../facts/json-fields.ts';
import { placeLabels, serviceLabels, summaryNames } from './prometheus-labels.data.ts';
import { severityLevels } from './severity-levels.data.ts';

type Labels = ReadonlyMap<string, string>;

/** What surrounds an alert: whether it is over, and whether somebody only tried the notification. */
export interface AlertSetting {
  readonly startsAt?: string;
  readonly resolved: boolean;
  readonly test?: boolean;
}

/**
 * Adds the facts of one alert with Prometheus labels, as Alertmanager and Grafana write it: it fired at `startsAt`, and
 * it was resolved at `endsAt` if it is over (an alert that still fires has an `endsAt` of year 1 or in the future).
 */
export function addPrometheusAlert(alert: JsonNode, setting: AlertSetting, out: FactCollector): void {
  const startsAt = setting.startsAt ?? 'startsAt';
  const labels: Labels = new Map(pairs(alert, 'labels'));
  const annotations: Labels = new Map(pairs(alert, 'annotations'));
  const about = describe(alert, labels, annotations);
  const at = out.time(alert, startsAt);
  const endedAt = setting.resolved ? out.optionalTime(alert, 'endsAt') : undefined;
  const suffix = setting.test === true ? ' (test notification)' : '';
  const fact = (words: string, parts: Pick<Fact, 'at' | 'kind' | 'endedAt' | 'level'>): Fact => ({
    ...about,
    ...parts,
    text: `Alert ${words}: ${about.text}${suffix}`,
    key: keyOf(alert, labels, { at, words }),
    fold: `alert ${words}: ${labels.get('alertname') ?? about.text} ${about.service ?? ''}`.trim(),
  });
  const level = severityLevels[(labels.get('severity') ?? labels.get('level') ?? '').toLowerCase()];
  out.add(alert, fact('firing', { at, kind: 'alert', endedAt, level }));
  if (!setting.resolved) return;
  if (endedAt !== undefined) out.add(alert, fact('resolved', { at: endedAt, kind: 'alert-resolved' }));
  else {
    out.remark(alert, {
      code: 'evidence-end-missing',
      message: `The alert “${labels.get('alertname') ?? about.text}” is resolved, but has no “endsAt” that says when.`,
      help: 'Add the time of its resolution to the timeline by hand.',
    });
  }
}

function describe(
  alert: JsonNode,
  labels: Labels,
  annotations: Labels,
): Pick<Fact, 'service' | 'hints' | 'names' | 'details'> & { text: string } {
  const name = labels.get('alertname') ?? 'alert without a name';
  const summary = summaryNames
    .map((key) => annotations.get(key) ?? labels.get(key))
    .find((found) => found !== undefined);
  const service = serviceLabels.map((key) => labels.get(key)).find((found) => found !== undefined);
  const place = labels.get('instance') ?? labels.get('pod') ?? labels.get('host');
  const told = summary === undefined || summary === name ? name : `${name}: ${summary}`;
  return {
    text: place === undefined || told.includes(place) ? told : `${told} (${place})`,
    service,
    hints: [labels.get('alertname'), summary],
    names: placeLabels.map((key) => labels.get(key)),
    details: detailsOf(alert, labels, annotations),
  };
}

function detailsOf(alert: JsonNode, labels: Labels, annotations: Labels): string | undefined {
  const notes = [...annotations].map(([key, value]) => `${key}: ${value}`);
  const rest = lines({
    labels: [...labels].map(([key, value]) => `${key}=${value}`).join(', '),
    values: text(alert, 'valueString') ?? text(alert, 'value'),
    'silenced by': list(alert, 'status.silencedBy')
      .map((entry) => entry.scalar())
      .join(', '),
    'inhibited by': list(alert, 'status.inhibitedBy')
      .map((entry) => entry.scalar())
      .join(', '),
    source: text(alert, 'generatorURL'),
  });
  return [...notes, ...(rest === undefined ? [] : [rest])].join('\n') || undefined;
}

/** One firing of one alert: what is told by Alertmanager and by Grafana, once or repeatedly, has the same key. */
function keyOf(alert: JsonNode, labels: Labels, { at, words }: { at: WrittenTime; words: string }): string | undefined {
  if (at.instant === null) return undefined;
  const sorted = [...labels].map(([key, value]) => `${key}=${value}`).toSorted((a, b) => (a < b ? -1 : 1));
  const identity = text(alert, 'fingerprint') ?? `{${sorted.join(',')}}`;
  return `alert:${identity}:${instantToEpoch(at.instant)}:${words}`;
}
