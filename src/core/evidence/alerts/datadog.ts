import type { JsonNode } from '../json-node.ts';
import type { EventKind } from '../types.ts';
import { type AlertShape, firstAt, isText, objectAt, type PlainObject, shareOf } from './alert-shape.ts';
import type { FactCollector } from '../facts/fact-collector.ts';
import { firstText, lines, list, nodeAt, text } from '../facts/json-fields.ts';
import { severityLevels } from './severity-levels.data.ts';

/** Datadog events: API v1 `{events: […]}` (`date_happened` in seconds), API v2 `{data: […]}`, or the events alone. */
export const datadogEvents: AlertShape = {
  id: 'datadog-events',
  label: 'Datadog events',
  fits(record) {
    return Math.max(
      ...[firstAt(record, 'events'), objectAt(record, 'event'), firstAt(record, 'data'), record].map(likeness),
    );
  },
  read(record, out) {
    const lists = [...list(record, 'events'), ...list(record, 'data')];
    const single = nodeAt(record, 'event') ?? record;
    for (const event of lists.length > 0 ? lists : [single]) readEvent(event, out);
  },
};

/** Datadog monitor webhook in its default payload: `{id, event_type, title, body, date, last_updated, org}`. */
export const datadogWebhook: AlertShape = {
  id: 'datadog-webhook',
  label: 'Datadog monitor webhook',
  fits(record) {
    if (!isText(record['title']) || !isText(record['event_type']) || !('date' in record || 'last_updated' in record))
      return 0;
    return 0.6 + 0.4 * shareOf(['org', 'body', 'id'].map((key) => key in record));
  },
  read(record, out) {
    addMonitorEvent(
      record,
      {
        path: text(record, 'date') === undefined ? 'last_updated' : 'date',
        title: text(record, 'title'),
        body: text(record, 'body'),
      },
      out,
    );
  },
};

function likeness(event: PlainObject): number {
  if ('date_happened' in event && isText(event['title'])) return 1;
  const attributes = objectAt(event, 'attributes');
  return event['type'] === 'event' && 'timestamp' in attributes ? 1 : 0;
}

function readEvent(event: JsonNode, out: FactCollector): void {
  if (nodeAt(event, 'attributes') === undefined) {
    addMonitorEvent(event, { path: 'date_happened', title: text(event, 'title'), body: text(event, 'text') }, out);
    return;
  }
  const title = firstText(event, ['attributes.attributes.title', 'attributes.message']);
  addMonitorEvent(event, { path: 'attributes.timestamp', title, body: text(event, 'attributes.message') }, out);
}

interface MonitorEvent {
  readonly path: string;
  readonly title: string | undefined;
  readonly body: string | undefined;
}

function addMonitorEvent(event: JsonNode, { path, title, body }: MonitorEvent, out: FactCollector): void {
  const words = title ?? 'event without a title';
  const level = firstText(event, ['alert_type', 'attributes.attributes.status']);
  const kind = kindOf(words, level);
  const tags = [...list(event, 'tags'), ...list(event, 'attributes.tags')].flatMap((tag) => tag.scalar() ?? []);
  const id = text(event, 'id');
  out.add(event, {
    at: out.time(event, path),
    kind,
    text: `Datadog: ${words}`,
    level: kind === 'alert' ? severityLevels[level?.toLowerCase() ?? ''] : undefined,
    service: firstText(event, ['attributes.attributes.service']) ?? tagged(tags, 'service'),
    key: id === undefined ? undefined : `datadog:${id}`,
    hints: [words.replace(/^\[[^\]]*\]\s*(?:on\s+)?/u, '')],
    names: [tagged(tags, 'service'), tagged(tags, 'host'), text(event, 'host')],
    details:
      [body?.replaceAll(/^%%%\s*|\s*%%%$/gu, ''), lines({ tags: tags.join(', ') })]
        .filter((part) => part !== undefined)
        .join('\n') || undefined,
  });
}

/** Monitors put their state in brackets before the title; other events say what they are by their type. */
function kindOf(title: string, level = ''): EventKind {
  const state = /^\[(?:P\d\]\s*\[)?([^\]]+)\]/u.exec(title)?.[1]?.toLowerCase() ?? '';
  if (/recovered|resolved|^ok$/u.test(state)) return 'alert-resolved';
  if (/triggered|alert|warn|no data|error/u.test(state)) return 'alert';
  if (/\bdeploy(?:ed|ing|ment)?\b/iu.test(title)) return 'deploy';
  if (level === 'success' || level === 'ok') return 'alert-resolved';
  return /^(?:error|warning|warn|alert)$/u.test(level) ? 'alert' : 'note';
}

function tagged(tags: readonly string[], name: string): string | undefined {
  return tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1);
}
