import type { Timeline, TimelineEvent } from '../types.ts';
import { momentsByEvent, sourceText } from './event-text.ts';

const COLUMNS = [
  'id',
  'instant',
  'until',
  'written',
  'precision',
  'approximate',
  'zone',
  'kind',
  'moment',
  'service',
  'actor',
  'text',
  'count',
  'sources',
] as const;

/** RFC 4180 with a header. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvTimeline(timeline: Timeline): string {
  const moments = momentsByEvent(timeline);
  const rows = timeline.events.map((event) => cellsOf(event, (moments.get(event.id) ?? []).join(' ')));
  return [[...COLUMNS], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cellsOf(event: TimelineEvent, moment: string): string[] {
  const { at } = event;
  return [
    event.id,
    at.instant ?? '',
    at.until ?? event.until?.instant ?? '',
    at.written,
    at.precision,
    String(at.approximate),
    at.zone ?? '',
    event.kind,
    moment,
    event.service ?? '',
    event.actor ?? '',
    event.text,
    String(event.count),
    sourceText(event),
  ];
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
