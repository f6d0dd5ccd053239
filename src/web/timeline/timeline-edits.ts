import type { MomentKind, TimelineRow } from '#core/record';
import {
  cellText,
  deleteRow,
  insertRow,
  keepOriginal,
  listAt,
  moveRow,
  readRow,
  setCell,
  setRowMeta,
  type SharedRow,
} from '#core/shared-doc';
import { instantToEpoch, type WrittenTime } from '#core/time';

import type { LiveSession } from '../editor/live-session.ts';
import { mergeRows } from './merge-rows.ts';
import { placeByTime } from './place-by-time.ts';
import { entriesOfDoc, entryOfRow, rowOfDoc, TIMELINE, writingPlace } from './shared-timeline.ts';
import { splitText } from './split-text.ts';
import { textDiff } from './text-diff.ts';
import { timeText } from './time-text.ts';
import { type TimelineEntry, timelineEntry } from './timeline-entry.ts';
import { keepTyped, type TimeToWrite, toWrite, writeTime, type WritingPlace } from './write-time.ts';

/** What edits need of a live session. */
export type EditSession = Pick<LiveSession, 'doc' | 'change' | 'newId'>;

/** A time as somebody typed it, which stays so, or one to be written as the document writes times. */
export type NewTime = WrittenTime | TimeToWrite | null;

/** A row to add. */
export interface EventToAdd {
  /** As somebody typed it, or as it is to be written. */
  readonly at: NewTime;
  readonly text: string;
  readonly who?: string | undefined;
  readonly notes?: string | undefined;
  readonly sources?: readonly string[];
}

const target = ({ doc }: EditSession): { doc: EditSession['doc']; list: string } => ({ doc, list: TIMELINE });

/** Adds rows where their times belong, in one step of undo. Gives back their ids. */
export function addEvents(session: EditSession, events: readonly EventToAdd[]): string[] {
  const { doc } = session;
  // Read once: within the change every row would be read anew.
  const entries = [...entriesOfDoc(doc)];
  const ids = inOneChange(session, () =>
    events.map((event) => {
      const { index, after, at } = placeFor(session, entries, event.at);
      const row = rowToAdd(event, at);
      const meta = { id: session.newId(), ...(event.sources?.length ? { sources: event.sources } : {}) };
      insertRow(target(session), row, { meta, after });
      entries.splice(index, 0, timelineEntry(row, meta));
      return meta.id;
    }),
  );
  const now = entriesOfDoc(doc);
  settleTimes(
    session,
    ids.map((id) => timedBehind(now, id)),
  );
  return ids;
}

function rowToAdd({ notes, text, who }: EventToAdd, at: WrittenTime | null): TimelineRow {
  return { at, text, ...(who === undefined ? {} : { who }), ...(notes === undefined ? {} : { notes }) };
}

/** Where a time belongs among rows, and how it is written there. Rows without a time go to the end. */
function placeFor(
  { doc }: EditSession,
  entries: readonly TimelineEntry[],
  time: NewTime,
): { index: number; after: string | null; at: WrittenTime | null } {
  const epoch = epochOf(time);
  if (epoch === null)
    return { index: entries.length, after: entries.at(-1)?.id ?? null, at: time as WrittenTime | null };
  const after = placeByTime(entries, epoch);
  const index = after === null ? 0 : entries.findIndex(({ id }) => id === after) + 1;
  return { index, after, at: written(time, writingPlace(doc, entries.slice(0, index))) };
}

function epochOf(time: NewTime): number | null {
  if (time === null) return null;
  if ('epoch' in time) return time.epoch;
  return time.instant === null ? null : instantToEpoch(time.instant);
}

function written(time: NewTime, place: WritingPlace): WrittenTime | null {
  if (time === null) return null;
  return 'epoch' in time ? writeTime(time, place) : keepTyped(time, place);
}

function inOneChange<Result>(session: EditSession, apply: () => Result): Result {
  const results: Result[] = [];
  session.change(() => {
    results.push(apply());
  });
  return results[0] as Result;
}

/** Gives a row another time. What it was is kept, and the row goes where the time belongs. */
export function retimeRow(session: EditSession, id: string, at: NewTime): void {
  const row = rowOfDoc(session.doc, id);
  if (row === undefined) return;
  const now = entryOfRow(row);
  if (epochOf(at) === now.epoch && (at === null || 'epoch' in at || at.written === now.at?.written)) return;
  const also = (): void => {
    if (now.at !== null) keepOriginal(row);
  };
  writeAt(session, row, { at, also });
  forgetSameOriginal(session, row);
}

/** Moves a row by minutes; rows without a time do not move. */
export function shiftRow(session: EditSession, id: string, minutes: number): void {
  const row = rowOfDoc(session.doc, id);
  const time = row && entryOfRow(row).at;
  const write = time === undefined || time === null ? undefined : toWrite(time);
  if (write === undefined) return;
  moveRowTo(session, id, write.epoch + minutes * 60_000);
}

/** Gives a row the time of an instant, with its length and precision as they are. */
export function moveRowTo(session: EditSession, id: string, epoch: number): void {
  const row = rowOfDoc(session.doc, id);
  const time = row && entryOfRow(row).at;
  if (time === undefined || time === null) return;
  const write = toWrite(time);
  if (write === undefined || write.epoch === epoch) return;
  const until = write.until === undefined ? undefined : write.until + epoch - write.epoch;
  const precision = write.precision === 'second' ? 'second' : 'minute';
  retimeRow(session, id, { ...write, epoch, until, precision });
}

/** Writes a time into a row and puts the row where it belongs; the rows behind its places keep their instants. */
function writeAt(session: EditSession, row: SharedRow, time: { at: NewTime; also: () => void }): void {
  const entries = entriesOfDoc(session.doc);
  const { id } = readRow(row).meta;
  const others = entries.filter((entry) => entry.id !== id);
  const { after, at } = placeFor(session, others, time.at);
  const leaning = [timedBehind(entries, id), timedBehind(others, after)];
  session.change(() => {
    time.also();
    setCell(row, { list: TIMELINE, key: 'at' }, at);
    if (at !== null && at.instant !== null) moveRow(target(session), id, after);
  });
  settleTimes(session, leaning);
}

/** The next row with a time behind a row; behind null the first one. */
function timedBehind(entries: readonly TimelineEntry[], id: string | null): string | undefined {
  const index = id === null ? -1 : entries.findIndex((entry) => entry.id === id);
  return entries.slice(index + 1).find(({ epoch }) => epoch !== null)?.id;
}

/** Writes times anew that lean on a row before them which is no longer there. */
function settleTimes(session: EditSession, ids: readonly (string | undefined)[]): void {
  const entries = entriesOfDoc(session.doc);
  for (const id of new Set(ids)) {
    const index = entries.findIndex((entry) => entry.id === id);
    const at = entries[index]?.at;
    if (id === undefined || at === undefined || at === null || at.instant === null) continue;
    const settled = keepTyped(at, writingPlace(session.doc, entries.slice(0, index)));
    const row = rowOfDoc(session.doc, id);
    if (row === undefined || settled.written === at.written) continue;
    session.change(() => {
      setCell(row, { list: TIMELINE, key: 'at' }, settled);
    });
  }
}

/** Takes back what was changed of a row: its time and its text are again those it came with. */
export function restoreOriginal(session: EditSession, id: string): void {
  const row = rowOfDoc(session.doc, id);
  const original = row && readRow(row).meta.original;
  if (row === undefined || original === undefined) return;
  const also = (): void => writeText(row, 'text', original.text);
  if (original.at === null) session.change(also);
  else writeAt(session, row, { at: original.at, also });
  session.change(() => setRowMeta(row, { original: undefined }));
}

function forgetSameOriginal(session: EditSession, row: SharedRow): void {
  const { at, meta, said } = entryOfRow(row);
  const { original } = meta;
  if (original === undefined || original.at?.instant !== at?.instant || original.text !== said) return;
  session.change(() => setRowMeta(row, { original: undefined }));
}

/** Makes a text of a row say `next`, touching only what differs. Keeps what an event from evidence said before. */
export function writeText(row: SharedRow, key: 'text' | 'notes', next: string): void {
  const text = cellText(row, { list: TIMELINE, key });
  const change = textDiff(text.toJSON(), next);
  if (change === undefined) return;
  if (key === 'text' && entryOfRow(row).sources.length > 0) keepOriginal(row);
  if (change.remove > 0) text.delete(change.at, change.remove);
  if (change.insert !== '') text.insert(change.at, change.insert);
}

/** Writes who did it; an empty text takes it away. */
export function writeWho(session: EditSession, id: string, who: string): void {
  const row = rowOfDoc(session.doc, id);
  session.change(() => {
    if (row !== undefined) setCell(row, { list: TIMELINE, key: 'who' }, who.trim() === '' ? undefined : who.trim());
  });
}

/** Makes one row of several; the first keeps its time and text, nothing of the others is lost. Gives back its id. */
export function mergeSelected(session: EditSession, ids: readonly string[], zone: string): string | undefined {
  const entries = entriesOfDoc(session.doc);
  const chosen = entries.filter(({ id }) => ids.includes(id));
  const [first, ...others] = chosen;
  const row = first && rowOfDoc(session.doc, first.id);
  if (first === undefined || row === undefined || others.length === 0) return undefined;
  const merged = mergeRows([first, ...others], ({ at }) => (at === null ? '' : timeText(at, zone)));
  session.change(() => {
    if (merged.notes !== undefined) writeText(row, 'notes', merged.notes);
    setCell(row, { list: TIMELINE, key: 'who' }, merged.who);
    setCell(row, { list: TIMELINE, key: 'moments' }, merged.moments.length === 0 ? undefined : merged.moments);
    setRowMeta(row, { sources: filled(merged.sources), attachments: filled(merged.attachments) });
    removeAll(session, entries, { ids: others.map(({ id }) => id), heir: first.id });
  });
  settleTimes(
    session,
    others.map(({ id }) => timedBehind(entries, id)),
  );
  return first.id;
}

/** Makes two rows of one, with the same time and sources: cut at a place of its text, or at a sentence. */
export function splitRow(session: EditSession, id: string, at?: number): string | undefined {
  const row = rowOfDoc(session.doc, id);
  if (row === undefined) return undefined;
  const { cells, meta } = readRow(row);
  const { moments: _stay, notes: _too, ...copied } = cells;
  const [first, second] = splitText(cellText(row, { list: TIMELINE, key: 'text' }).toJSON(), at);
  if (first === '' || second === '') return undefined;
  const made = session.newId();
  const { original: _none, attachments: _images, ...side } = meta;
  session.change(() => {
    writeText(row, 'text', first);
    insertRow(target(session), { ...copied, text: second }, { meta: { ...side, id: made }, after: id });
  });
  return made;
}

/** Folds rows under another. What was folded under them comes along. */
export function foldUnder(session: EditSession, ids: readonly string[], parent: string): void {
  const entries = entriesOfDoc(session.doc);
  const top = entries.find(({ id }) => id === parent)?.meta.fold ?? parent;
  const moved = new Set(ids.filter((id) => id !== top));
  session.change(() => {
    for (const { id, meta } of entries)
      if (id !== top && (moved.has(id) || (meta.fold !== undefined && moved.has(meta.fold)))) setFold(session, id, top);
  });
}

/** Unfolds rows: those that are folded, and those folded under them. */
export function unfold(session: EditSession, ids: readonly string[]): void {
  const folded = entriesOfDoc(session.doc).filter(
    ({ id, meta }) => meta.fold !== undefined && (ids.includes(id) || ids.includes(meta.fold)),
  );
  session.change(() => {
    for (const { id } of folded) setFold(session, id, undefined);
  });
}

function setFold({ doc }: EditSession, id: string, fold: string | undefined): void {
  const row = rowOfDoc(doc, id);
  if (row !== undefined) setRowMeta(row, { fold });
}

/** Lets a row stand for a moment, and no other row any longer; or no longer lets it. */
export function setMoment(session: EditSession, id: string, { kind, on }: { kind: MomentKind; on: boolean }): void {
  const entries = entriesOfDoc(session.doc);
  session.change(() => {
    for (const entry of entries) {
      const has = entry.moments.includes(kind);
      const wants = on && entry.id === id;
      if (has === wants || (!has && entry.id !== id) || (!on && entry.id !== id)) continue;
      const moments = wants ? [...entry.moments, kind] : entry.moments.filter((each) => each !== kind);
      const row = rowOfDoc(session.doc, entry.id);
      if (row !== undefined)
        setCell(row, { list: TIMELINE, key: 'moments' }, moments.length === 0 ? undefined : moments);
    }
    if (on) removeExplicitMoment(session, kind);
  });
}

/** A moment that a row stands for needs no time of its own. */
function removeExplicitMoment({ doc }: EditSession, kind: MomentKind): void {
  const ids = listAt(doc, 'moments')
    .toArray()
    .map(readRow)
    .flatMap(({ cells, meta }) => (cells['kind'] === kind ? [meta.id] : []));
  for (const id of ids) deleteRow({ doc, list: 'moments' }, id);
}

/** Takes rows away, in one step of undo. Rows folded under them stand by themselves again. */
export function removeRows(session: EditSession, ids: readonly string[]): void {
  const entries = entriesOfDoc(session.doc);
  session.change(() => removeAll(session, entries, { ids, heir: undefined }));
  settleTimes(
    session,
    ids.map((id) => timedBehind(entries, id)),
  );
}

function removeAll(
  session: EditSession,
  entries: readonly TimelineEntry[],
  { heir, ids }: { readonly ids: readonly string[]; readonly heir: string | undefined },
): void {
  for (const { id, meta } of entries)
    if (meta.fold !== undefined && ids.includes(meta.fold) && id !== heir) setFold(session, id, heir);
  for (const id of ids) deleteRow(target(session), id);
}

/** Puts a row without a time behind another; null for the first place. */
export function placeRow(session: EditSession, id: string, after: string | null): void {
  session.change(() => {
    moveRow(target(session), id, after);
  });
}

/** Ties more evidence to a row: references as `E2:117`, and images by their hashes. */
export function attach(
  session: EditSession,
  id: string,
  more: { readonly sources?: readonly string[]; readonly images?: readonly string[] },
): void {
  const row = rowOfDoc(session.doc, id);
  if (row === undefined) return;
  const { attachments = [], sources = [] } = readRow(row).meta;
  session.change(() => {
    setRowMeta(row, {
      ...(more.sources === undefined ? {} : { sources: [...new Set([...sources, ...more.sources])] }),
      ...(more.images === undefined ? {} : { attachments: [...new Set([...attachments, ...more.images])] }),
    });
  });
}

/** Takes a source or an image off a row. */
export function detach(session: EditSession, id: string, what: string): void {
  const row = rowOfDoc(session.doc, id);
  if (row === undefined) return;
  const { attachments = [], sources = [] } = readRow(row).meta;
  session.change(() => {
    setRowMeta(row, {
      sources: filled(sources.filter((each) => each !== what)),
      attachments: filled(attachments.filter((each) => each !== what)),
    });
  });
}

/** Empty lists are absent. */
function filled(list: readonly string[]): readonly string[] | undefined {
  return list.length === 0 ? undefined : list;
}
