import type { RouteRequest } from '#contract/client';
import type { PostmortemContent } from '#app/context';
import { refuse } from '#core/errors';
import { type TimelineRow, toLine, toProse } from '#core/record';
import { keepOriginals } from '#core/shared-doc';
import { findTime, instantToEpoch, resolveTime, type TimeContext, type WrittenTime } from '#core/time';

import { indexOfRow, type Row, rowsOf, withRows } from './change-rows.ts';

type NewEvent = RouteRequest<'addEvent'>['body'];
type EventChange = RouteRequest<'updateEvent'>['body'];

/** What stands between the time of a line and its text. */
const SEPARATOR = /^[\s\-–—:|,;*_\])>]+/u;

/** Content with an event more, at its place in time. */
export function withEvent(content: PostmortemContent, event: NewEvent, id: string): PostmortemContent {
  const context = timeContext(content);
  const item = 'line' in event ? readLine(event.line, context) : eventItem(event, context);
  const sources = 'line' in event ? undefined : event.sources;
  const row = { item, meta: { id, ...(sources !== undefined && sources.length > 0 && { sources }) } };
  return withRows(content, 'timeline', placed(rowsOf(content, 'timeline'), row));
}

/** Content with an event changed; its original is kept, and it moves to its new place where it is retimed. */
export function withEventChanged(content: PostmortemContent, id: string, change: EventChange): PostmortemContent {
  const rows = rowsOf(content, 'timeline');
  const index = indexOfRow(rows, 'timeline', id);
  const row = rows[index];
  if (row === undefined) return content;
  const changed = { ...row, item: changedItem(row.item, change, timeContext(content)) };
  const isRetimed = change.at !== undefined && change.at !== row.item.at?.written;
  const next = isRetimed ? placed(rows.toSpliced(index, 1), changed) : rows.with(index, changed);
  const result = withRows(content, 'timeline', next);
  return { ...result, rows: { ...result.rows, timeline: keepOriginals(content, result) } };
}

/** Content without an event; what was folded under it stands for itself again. */
export function withoutEvent(content: PostmortemContent, id: string): PostmortemContent {
  const rows = rowsOf(content, 'timeline');
  const left = rows.toSpliced(indexOfRow(rows, 'timeline', id), 1).map(({ item, meta: { fold, ...meta } }) => ({
    item,
    meta: fold === undefined || fold === id ? meta : { ...meta, fold },
  }));
  return withRows(content, 'timeline', left);
}

/** Day and zone that complete a time of this timeline. */
function timeContext({ record }: PostmortemContent): TimeContext {
  const zone = record.timelineZone === undefined ? {} : { zone: record.timelineZone, zoneStated: true };
  const date = record.incident?.date;
  const day =
    date?.instant === null || date === undefined
      ? undefined
      : (date.written.match(/\d{4}-\d\d-\d\d/u)?.[0] ?? date.instant.slice(0, 10));
  return day === undefined ? zone : { ...zone, day };
}

/** A line as `12:05 rolled back api`: what starts with a time has it, anything else is an event without one. */
function readLine(line: string, context: TimeContext): TimelineRow {
  const found = findTime(line, context);
  const text = found === null ? undefined : toProse(line.slice(found.end).replace(SEPARATOR, ''));
  if (found === null || text === undefined) return { at: null, text: proseOf(line, 'line') };
  return { at: found.time, text };
}

function eventItem(event: Exclude<NewEvent, { line: string }>, context: TimeContext): TimelineRow {
  const [who, notes] = [toLine(event.who ?? ''), toProse(event.notes ?? '')];
  return {
    at: timeOf(event.at, context),
    text: proseOf(event.text, 'text'),
    ...(who !== undefined && { who }),
    ...(notes !== undefined && { notes }),
    ...(event.moments !== undefined && event.moments.length > 0 && { moments: event.moments }),
  };
}

function changedItem(item: TimelineRow, change: EventChange, context: TimeContext): TimelineRow {
  const { at, moments, notes, text, who } = change;
  const next: TimelineRow = {
    ...item,
    ...(at !== undefined && { at: timeOf(at, context) }),
    ...(text !== undefined && { text: proseOf(text, 'text') }),
  };
  replace(next, 'who', who === undefined ? undefined : (toLine(who ?? '') ?? null));
  replace(next, 'notes', notes === undefined ? undefined : (toProse(notes ?? '') ?? null));
  replace(next, 'moments', moments === undefined ? undefined : moments.length === 0 ? null : moments);
  return next;
}

/** Sets a field of an own copy; null takes it away, undefined leaves it. */
export function replace<Item extends object, Key extends keyof Item>(
  item: Item,
  key: Key,
  value: Item[Key] | null | undefined,
): void {
  if (value === null) delete item[key];
  else if (value !== undefined) item[key] = value;
}

function timeOf(written: string | null, context: TimeContext): WrittenTime | null {
  const line = written === null ? undefined : toLine(written);
  return line === undefined ? null : resolveTime(line, context);
}

/** Markdown that is not empty. */
export function proseOf(text: string, path: string): string {
  const first = `"${path}" has no text`;
  return toProse(text) ?? refuse('request-invalid', { first, errors: [{ path, message: 'Expected some text' }] });
}

/** The rows with one more, before the first that is later; at the end where its time is not known. */
function placed(rows: readonly Row<'timeline'>[], row: Row<'timeline'>): Row<'timeline'>[] {
  const epoch = epochOf(row);
  const later = epoch === null ? -1 : rows.findIndex((each) => (epochOf(each) ?? -Infinity) > epoch);
  return rows.toSpliced(later === -1 ? rows.length : later, 0, row);
}

function epochOf({ item }: Row<'timeline'>): number | null {
  return item.at?.instant === null || item.at === null ? null : instantToEpoch(item.at.instant);
}
