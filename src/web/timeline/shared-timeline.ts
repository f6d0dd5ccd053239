import type * as Y from 'yjs';

import { getValue, listAt, orderedRows, readRow, rowById, type RowReading, type SharedRow } from '#core/shared-doc';
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

/** What was read of a timeline, until it changes. */
interface Kept {
  rows: readonly SharedRow[] | undefined;
  byId: ReadonlyMap<string, SharedRow> | undefined;
  entries: readonly TimelineEntry[] | undefined;
}

const keptOf = new WeakMap<Y.Doc, Kept>();

/** What is kept of a document. Forgotten before anybody hears of a change, so that nobody reads what is no longer so. */
function kept(doc: Y.Doc): Kept {
  const known = keptOf.get(doc);
  if (known !== undefined) return known;
  const made: Kept = { rows: undefined, byId: undefined, entries: undefined };
  keptOf.set(doc, made);
  const list = listAt(doc, TIMELINE);
  doc.on('beforeObserverCalls', ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed) {
      const isList = (type as unknown) === list;
      if (!isList && (type.parent as unknown) !== list && (type.parent?.parent as unknown) !== list) continue;
      made.entries = undefined;
      if (isList || keys.has(ORDER)) made.rows = undefined;
      if (isList) made.byId = undefined;
    }
  });
  return made;
}

/** Within a change nothing is kept: it may go on. */
function isChanging(doc: Y.Doc): boolean {
  // Yjs has no other name for it.
  // oxlint-disable-next-line no-underscore-dangle -- see above
  return doc._transaction !== null;
}

/** Key of a row that says where it stands. */
const ORDER = '$order';

/** The shared rows in their order. */
function rowsOfDoc(doc: Y.Doc): readonly SharedRow[] {
  if (isChanging(doc)) return orderedRows(doc, TIMELINE);
  const own = kept(doc);
  own.rows ??= orderedRows(doc, TIMELINE);
  return own.rows;
}

/** A shared row by its id; undefined where there is none. */
export function rowOfDoc(doc: Y.Doc, id: string): SharedRow | undefined {
  if (isChanging(doc)) return rowById(doc, TIMELINE, id);
  return rowsByIdOf(doc).get(id);
}

/** The shared rows by their ids. */
export function rowsByIdOf(doc: Y.Doc): ReadonlyMap<string, SharedRow> {
  const own = kept(doc);
  own.byId ??= new Map(rowsOfDoc(doc).map((row) => [readRow(row).meta.id, row]));
  return own.byId;
}

/** Every row of the shared timeline in its order. The same list until something of it changes. */
export function entriesOfDoc(doc: Y.Doc): readonly TimelineEntry[] {
  if (isChanging(doc)) return rowsOfDoc(doc).map(entryOfRow);
  const own = kept(doc);
  own.entries ??= rowsOfDoc(doc).map(entryOfRow);
  return own.entries;
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
