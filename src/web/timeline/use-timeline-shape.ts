import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

import { observeRecord, type SharedRow } from '#core/shared-doc';

import { entriesOfDoc, rowsByIdOf, TIMELINE } from './shared-timeline.ts';
import { dayOf } from './time-text.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** Which rows there are and where they stand. The same object until that changes, whatever is typed into them. */
export interface TimelineShape {
  /** Ids of the rows at the top level, in their order. */
  readonly top: readonly string[];
  /** Ids of folded rows by the row they are folded under. */
  readonly under: ReadonlyMap<string, readonly string[]>;
  /** Ids of all rows that are folded under others. */
  readonly folded: ReadonlySet<string>;
  /** Ids of the rows that begin a day, with the day as `2026-03-17`. */
  readonly days: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, SharedRow>;
}

/** A store over the shared timeline that computes only when somebody asks, and only after a change. */
class TimelineStore {
  private readonly doc: Y.Doc;
  private readonly zone: string;
  private seen: readonly TimelineEntry[] | undefined;
  private shape: TimelineShape | undefined;
  private face = '';

  constructor(doc: Y.Doc, zone: string) {
    this.doc = doc;
    this.zone = zone;
  }

  readonly subscribe = (listener: () => void): (() => void) =>
    observeRecord(this.doc, ({ lists, rows }) => {
      if (lists.has(TIMELINE) || rows.has(TIMELINE)) listener();
    });

  readonly readEntries = (): readonly TimelineEntry[] => entriesOfDoc(this.doc);

  readonly readShape = (): TimelineShape => {
    const entries = entriesOfDoc(this.doc);
    if (this.shape !== undefined && this.seen === entries) return this.shape;
    const days = daysOf(entries, this.zone);
    const face = entries.map(({ id, meta }) => `${id} ${meta.fold ?? ''} ${days.get(id) ?? ''}`).join('\n');
    if (this.shape === undefined || face !== this.face)
      this.shape = { ...arrange(entries), days, rows: rowsByIdOf(this.doc) };
    this.face = face;
    this.seen = entries;
    return this.shape;
  };
}

function arrange(entries: readonly TimelineEntry[]): Pick<TimelineShape, 'top' | 'under' | 'folded'> {
  const tops = new Set(entries.filter(({ meta }) => meta.fold === undefined).map(({ id }) => id));
  const top: string[] = [];
  const under = new Map<string, string[]>();
  for (const { id, meta } of entries) {
    if (meta.fold === undefined || !tops.has(meta.fold)) top.push(id);
    else under.set(meta.fold, [...(under.get(meta.fold) ?? []), id]);
  }
  return { top, under, folded: new Set([...under.values()].flat()) };
}

const knownDays = new WeakMap<TimelineEntry, { readonly zone: string; readonly day: string | null }>();

function daysOf(entries: readonly TimelineEntry[], zone: string): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  let last: string | null = null;
  for (const entry of entries) {
    const known = knownDays.get(entry);
    const day = known?.zone === zone ? known.day : dayOf(entry, zone);
    if (known?.zone !== zone) knownDays.set(entry, { zone, day });
    if (day === null || day === last || entry.meta.fold !== undefined) continue;
    last = day;
    days.set(entry.id, day);
  }
  return days;
}

/** Where the rows of the shared timeline stand; renders again when rows come, go, move, or change their day. */
export function useTimelineShape(doc: Y.Doc, zone: string): TimelineShape {
  const store = useMemo(() => new TimelineStore(doc, zone), [doc, zone]);
  return useSyncExternalStore(store.subscribe, store.readShape);
}

/** Every row of the shared timeline; renders again with every change of one. */
export function useTimelineEntries(doc: Y.Doc): readonly TimelineEntry[] {
  const store = useMemo(() => new TimelineStore(doc, 'UTC'), [doc]);
  return useSyncExternalStore(store.subscribe, store.readEntries);
}
