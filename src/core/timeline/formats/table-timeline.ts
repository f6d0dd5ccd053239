import type { Timeline } from '../types.ts';
import { eventText, momentsByEvent, momentText, sourceText } from './event-text.ts';
import { timeText, type TimeStyle } from './time-text.ts';
import { formatInZone } from '#core/time';

/** A Markdown table with aligned columns, so that it reads well in a terminal, too. */
export function tableTimeline(timeline: Timeline, style: TimeStyle): string {
  const moments = momentsByEvent(timeline);
  const minute = (instant: string): string => formatInZone(instant, style.zone, 'time');
  const rows = timeline.events.map((event) => [
    timeText(event.at, style),
    eventText(event, minute),
    (moments.get(event.id) ?? []).map(momentText).join(', '),
    sourceText(event),
  ]);
  return markdownTable([`Time (${style.zone})`, 'Event', 'Moment', 'Source'], rows);
}

/** Longer cells are not padded to: one long line must not make all the others as long. */
const PAD_AT_MOST = 60;

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, column) =>
    cells.reduce((width, row) => Math.min(PAD_AT_MOST, Math.max(width, Array.from(row[column] ?? '').length)), 3),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => pad(text, widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line), ''].join('\n');
}

function cell(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\\(?=[|<])/gu, '\\\\')
    .replace(/[|<]/gu, String.raw`\$&`);
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - Array.from(text).length));
}
