import { toLine, toProse } from '#core/record';

import type { Span } from '../document-tree.ts';
import type { Encoding } from '../spec.ts';
import type { Keeper } from './keeper.ts';

/** A row of a timeline while it is read. */
export interface Row {
  readonly at?: string | undefined;
  readonly atPlace?: { span: Span; encoding: Encoding } | undefined;
  text: string;
  readonly textPlace?: { span: Span; encoding: Encoding } | undefined;
  readonly who?: string | undefined;
  readonly notes: string[];
  readonly day?: string | undefined;
}

/** A text before the first row, with its items where it is a list. */
export interface Before {
  readonly text: string;
  readonly items?: readonly { readonly text: string; readonly notes: string }[];
}

/** The state of a timeline that has not been read yet. */
export function emptyTimeline(keeper: Keeper, day?: string): TimelineState {
  return { keeper, rows: [], before: [], day, fresh: false, zone: undefined };
}

/** What is known of a timeline while it is read from top to bottom. */
export interface TimelineState {
  readonly keeper: Keeper;
  readonly rows: Row[];
  /** What stands before the first row: it introduces the timeline, unless no row follows. */
  readonly before: Before[];
  /** Day that a heading gives the rows below it. */
  day: string | undefined;
  /** True right below a day, where rows without times are of that day. */
  fresh: boolean;
  /** Zone that the timeline states. */
  zone: string | undefined;
}

/** Adds a row under the day that is open. */
export function addRow(state: TimelineState, row: Omit<Row, 'notes' | 'day'> & { notes?: string | undefined }): void {
  state.rows.push({
    ...row,
    notes: row.notes === undefined || row.notes.trim() === '' ? [] : [row.notes],
    ...(state.day === undefined ? {} : { day: state.day }),
  });
}

/** Text between rows belongs to the row before it; before the first row it introduces the timeline. */
export function addText(state: TimelineState, text: string, items?: Before['items']): void {
  const last = state.rows.at(-1);
  if (last !== undefined) last.notes.push(text);
  else state.before.push(items === undefined ? { text } : { text, items });
}

/** Writes the rows to the record. */
export function writeRows(state: TimelineState): void {
  const { keeper } = state;
  writeBefore(state);
  for (const row of state.rows) {
    const path = `timeline.${String(keeper.count('timeline'))}`;
    const notes = row.notes.flatMap((note) => toProse(note) ?? []);
    const own = toProse(row.text);
    const text = own ?? notes.shift() ?? '–';
    keeper.set(`${path}.text`, text, own === undefined ? undefined : row.textPlace);
    keeper.set(`${path}.at`, row.at === undefined ? undefined : toLine(row.at), row.atPlace);
    keeper.set(`${path}.who`, row.who === undefined ? undefined : toLine(row.who));
    keeper.set(`${path}.notes`, toProse(notes.join('\n\n')));
    if (row.day !== undefined) keeper.builder.set(`${path}.day`, toLine(row.day));
  }
}

/** Lists of a timeline in which nothing has a time are its rows all the same. */
function writeBefore(state: TimelineState): void {
  const timed = state.rows.length > 0;
  for (const { text, items } of state.before) {
    if (timed || items === undefined) state.keeper.introduce(text);
    else for (const item of items) addRow(state, item);
  }
}
