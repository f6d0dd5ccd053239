import { instantToEpoch, timeFromEpoch, type WrittenTime } from '#core/time';

import { EventCollector } from '../event-collector.ts';
import type { EvidenceText, Format, ReadContext, Reading, Sample } from '../types.ts';
import { scanTable, type TableRow } from './scan-table.ts';

const ID = 'pagerduty-csv';
const COLUMNS = ['id', 'description', 'service_name', 'created_on', 'resolved_on'];

/** The incidents report that PagerDuty exports as CSV: one row per incident, acknowledgement as seconds after creation. */
export const pagerdutyTable: Format = { id: ID, label: 'PagerDuty incidents (CSV)', recognise, read };

function recognise({ lines }: Sample): number {
  const names = namesOf(
    scanTable(lines[0] ?? '', ',')
      .take(1)
      .toArray()[0],
  );
  return COLUMNS.every((name) => names.includes(name)) ? 0.97 : 0;
}

function namesOf(row: TableRow | undefined): string[] {
  return row === undefined ? [] : row.cells.map(({ text }) => text.trim().toLowerCase());
}

function read(input: EvidenceText, context: ReadContext): Reading {
  const events = new EventCollector(input, ID, context);
  let names: string[] | undefined;
  for (const row of scanTable(input.text, ',')) {
    if (names === undefined) names = namesOf(row);
    else addIncident(events, row, names);
  }
  return events.reading();
}

function addIncident(events: EventCollector, row: TableRow, names: readonly string[]): void {
  const cell = (name: string): string | undefined => {
    const text = row.cells[names.indexOf(name)]?.text.trim() ?? '';
    return text === '' ? undefined : text;
  };
  const created = events.time(cell('created_on'));
  const title = cell('description') ?? 'Incident without a title';
  const shared = { service: cell('service_name'), hints: [title], names: [cell('service_name') ?? title] };
  const key = (step: string): string | undefined =>
    cell('id') === undefined ? undefined : `pagerduty:${cell('id')}:${step}`;
  if (created === null) {
    const message = `The incident “${title.slice(0, 80)}” has no time that can be read.`;
    events.remark(row.start, {
      code: 'event-without-time',
      message,
      help: 'Export the report again with the column created_on.',
    });
    return;
  }
  events.add(row, { ...shared, at: created, text: `Incident triggered: ${title}`, kind: 'alert', key: key('trigger') });
  const acknowledged = later(created, cell('seconds_to_first_ack'));
  if (acknowledged !== null) {
    const actor = cell('acknowledged_by_user_names');
    events.add(row, {
      ...shared,
      actor,
      at: acknowledged,
      text: `Incident acknowledged: ${title}`,
      kind: 'acknowledged',
      key: key('acknowledge'),
    });
  }
  const resolved = events.time(cell('resolved_on'));
  if (resolved === null) return;
  const actor = cell('resolved_by_user_name');
  events.add(row, {
    ...shared,
    actor,
    at: resolved,
    text: `Incident resolved: ${title}`,
    kind: 'resolved',
    key: key('resolve'),
  });
}

function later({ instant, written }: WrittenTime, seconds: string | undefined): WrittenTime | null {
  if (instant === null || seconds === undefined || !/^\d+(?:\.\d+)?$/u.test(seconds)) return null;
  return timeFromEpoch(instantToEpoch(instant) + Math.round(Number(seconds) * 1000), `${written} + ${seconds} s`);
}
