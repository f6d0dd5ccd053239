import { resolveTime, resolveTimes, type TimeContext, type WrittenTime } from '#core/time';

import { EventCollector, timeContext } from '../event-collector.ts';
import type { EventKind, EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { type Field, HEADER_KINDS, KIND_ALIASES, LEVEL_ALIASES } from './header-aliases.data.ts';
import { scanTable, type TableRow } from './scan-table.ts';
import { layoutOf, normalName, type TableLayout } from './table-layout.ts';

const ID = 'table';

/** CSV, TSV and the like with a column for the time and one for the text: the way in for anything else. */
export const table: Format = { id: ID, label: 'Table of events (CSV, TSV)', recognise, read };

function recognise({ head }: Sample): number {
  const layout = layoutOf(head);
  if (layout === null) return 0;
  return layout.header === undefined ? 0.3 : 0.75;
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  const layout = layoutOf(input.text);
  if (layout === null) return events.reading();
  const start = layout.header?.end ?? -1;
  const rows = scanTable(input.text, layout.delimiter)
    .filter((row) => row.start > start && !isRule(row))
    .toArray();
  const times = timesOf(rows, layout, context);
  for (const [position, row] of rows.entries()) addRow(events, { row, layout, at: times[position] });
  return events.reading();
}

/** The line below the header of a Markdown table. */
function isRule({ cells }: TableRow): boolean {
  return cells.every(({ text }) => /^\s*:?-*:?\s*$/u.test(text));
}

function cellOf(row: TableRow, layout: TableLayout, field: Field): string | undefined {
  const column = layout.columns.get(field);
  const text = column === undefined ? '' : (row.cells[column]?.text.trim() ?? '');
  return text === '' ? undefined : text;
}

/** Resolves the whole column at once: times of day inherit the day of the rows above. */
function timesOf(rows: readonly TableRow[], layout: TableLayout, context: ReadContext): WrittenTime[] {
  const written = rows.map((row) => {
    const clock = cellOf(row, layout, 'clock');
    const time = cellOf(row, layout, 'time') ?? '';
    return clock === undefined ? time : `${time} ${clock}`;
  });
  const { zone } = layout;
  const full: TimeContext = { ...timeContext(context), ...(zone === undefined ? {} : { zone, zoneStated: true }) };
  const times = resolveTimes(written, full);
  return rows.map((row, at) => inZone(cellOf(row, layout, 'zone'), full, times[at] ?? resolveTime('', full)));
}

/** A zone column counts for times that state no zone themselves. */
function inZone(zone: string | undefined, context: TimeContext, time: WrittenTime): WrittenTime {
  if (zone === undefined || time.zoneStated) return time;
  const again = resolveTime(time.written, { ...context, zone, zoneStated: true });
  return again.instant === null ? time : again;
}

interface Located {
  readonly row: TableRow;
  readonly layout: TableLayout;
  readonly at: WrittenTime | undefined;
}

function addRow(events: EventCollector, { row, layout, at }: Located): void {
  const cell = (field: Field): string | undefined => cellOf(row, layout, field);
  if (row.unclosed) remarkUnclosed(events, row);
  if (at === undefined || at.instant === null) {
    remarkUntimed(events, row, at?.written ?? '');
    return;
  }
  const level = LEVEL_ALIASES[cell('level')?.toLowerCase() ?? ''];
  const text = cell('text') ?? (layout.columns.has('text') ? cell('details') : undefined) ?? pairs(row, layout);
  const service = cell('service');
  events.add(row, {
    at,
    endedAt: events.time(cell('end')) ?? undefined,
    text,
    kind: KIND_ALIASES[cell('kind')?.toLowerCase() ?? ''] ?? kindByHeader(layout) ?? kindByLevel(level),
    actor: cell('actor'),
    service,
    level,
    hints: [cell('id'), cell('link')].filter((hint) => hint !== undefined),
    details: cell('details') === text ? undefined : cell('details'),
    names: [service, changedThing(row, layout)].filter((name) => name !== undefined),
  });
}

/** A table without a column for the text tells everything else it has, but for what an event has a place for. */
function pairs(row: TableRow, { header, columns }: TableLayout): string {
  const placed = new Set(
    ['time', 'date', 'clock', 'end', 'actor', 'zone', 'details', 'level'].map((field) => columns.get(field as Field)),
  );
  const told = row.cells.flatMap(({ text }, at) => {
    const name = header?.cells[at]?.text.trim() ?? '';
    return placed.has(at) || text.trim() === '' ? [] : [name === '' ? text.trim() : `${name}: ${text.trim()}`];
  });
  return told.length === 0 ? row.cells.map(({ text }) => text).join(' ') : told.join(', ');
}

function kindByHeader({ header }: TableLayout): EventKind | undefined {
  return header?.cells.map(({ text }) => HEADER_KINDS[normalName(text)]).find((kind) => kind !== undefined);
}

/** Name of the flag or setting that a row changes. */
function changedThing(row: TableRow, { header }: TableLayout): string | undefined {
  const at = header?.cells.findIndex(({ text }) => HEADER_KINDS[normalName(text)] !== undefined) ?? -1;
  const name = row.cells[at]?.text.trim();
  return name === '' ? undefined : name;
}

function kindByLevel(level: string | undefined): 'error' | 'log' | 'note' {
  if (level === 'error' || level === 'fatal') return 'error';
  return level === undefined ? 'note' : 'log';
}

function remarkUntimed(events: EventCollector, row: TableRow, written: string): void {
  events.remark(row.start, {
    code: 'event-without-time',
    message:
      written.trim() === '' ? 'A row has no time.' : `“${written.slice(0, 60)}” is no time that can be resolved.`,
    help: 'Write the time as 2026-02-23T08:15:00Z, or state day and zone on the command line.',
  });
}

function remarkUnclosed(events: EventCollector, row: TableRow): void {
  events.remark(row.start, {
    code: 'evidence-malformed',
    message: 'A quotation mark opens a cell and never closes it; it was read as text.',
    help: 'Double it ("") where it belongs to the text.',
  });
}
