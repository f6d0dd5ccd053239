import type * as Y from 'yjs';

import { getValue, orderedRows, readRow, type RowReading, type SharedRow } from '#core/shared-doc';
import { formatInZone, isZone, type WrittenTime } from '#core/time';

import { type TimelineEntry, timelineEntry } from './timeline-entry.ts';
import type { WritingPlace } from './write-time.ts';

/** Path of the timeline among the lists of the shared document. */
export const TIMELINE = 'timeline';

const entries = new WeakMap<RowReading, TimelineEntry>();

/** A shared row as picture and table show it. The same object until the row changes. */
export function entryOfRow(row: SharedRow): TimelineEntry {
  const reading = readRow(row);
  const known = entries.get(reading);
  if (known !== undefined) return known;
  const entry = timelineEntry(reading.cells, reading.meta);
  entries.set(reading, entry);
  return entry;
}

/** Every row of the shared timeline in its order. */
export function entriesOfDoc(doc: Y.Doc): TimelineEntry[] {
  return orderedRows(doc, TIMELINE).map(entryOfRow);
}

/** Zone in which the document writes its times; UTC where it states none that is known. */
export function documentZone(doc: Y.Doc): string {
  const zone = getValue(doc, 'timelineZone');
  return typeof zone === 'string' && isZone(zone) ? zone : 'UTC';
}

/** Day of the incident; undefined where it is not known. */
export function incidentDay(doc: Y.Doc): string | undefined {
  const date = getValue(doc, 'incident.date') as WrittenTime | undefined;
  if (date?.instant === undefined || date.instant === null) return undefined;
  return /\d{4}-\d\d-\d\d/u.exec(date.written)?.[0] ?? date.instant.slice(0, 10);
}

/** What a time says that is written behind the given rows, which are those before it in their order. */
export function writingPlace(doc: Y.Doc, before: readonly TimelineEntry[]): WritingPlace {
  const zone = documentZone(doc);
  const last = before.findLast(({ epoch }) => epoch !== null);
  if (last?.at?.instant === undefined || last.at.instant === null)
    return { zone, day: incidentDay(doc), previous: null };
  return {
    zone,
    day: formatInZone(last.at.instant, last.at.zone ?? zone, 'date'),
    previous: last.at.precision === 'day' ? null : last.epoch,
  };
}
