import { resolveTime } from '#core/time';

import type { Cell, Chunk } from '../document-tree.ts';
import { decodeCell } from '../text-codec.ts';
import { headingWords } from './classify-heading.ts';
import { addRow, type TimelineState } from './timeline-rows.ts';
import { TIMELINE_COLUMNS } from './timeline-columns.data.ts';
import { isTimePrompt, readTimed } from './timed-text.ts';
import { zoneInTitle } from './timeline-zone.ts';
import { withWholeCode } from './whole-code.ts';

/** Which column of a table holds what; a timeline may have its date and its time in two columns. */
export interface TimelineLayout {
  readonly times: readonly number[];
  readonly text: number;
  readonly who: number;
  /** False where the first row is a row like the others. */
  readonly headed: boolean;
}

/** Share of a column's cells that have to be times where its title does not say so. */
const TIMED_SHARE = 0.5;

/**
 * How a table is laid out if it is a timeline; null if it is none. In a section that is named a timeline, a column whose
 * title says so holds the times, whatever is written in it.
 */
export function timelineLayout(chunk: Chunk, { named: told = false } = {}): TimelineLayout | null {
  const [header = [], ...body] = chunk.rows ?? [];
  if (body.length === 0) return null;
  const titles = header.map((cell) => headingWords(cell.raw.replaceAll(/<br\s*\/?>/giu, ' ')));
  const width = Math.max(header.length, ...body.slice(0, 200).map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const share = (column: number): number => timedShare(body, column);
  const named = columns.filter(
    (column) => isTimeTitle(titles[column] ?? '', header[column]?.raw ?? '') && share(column) > 0,
  );
  if (told && named.length === 0)
    named.push(...columns.filter((column) => TIMELINE_COLUMNS.clock.test(titles[column] ?? '')));
  const [first] = columns.filter((column) => share(column) >= TIMED_SHARE);
  const times = named.length > 0 ? joined(named, body) : first === undefined ? [] : [first];
  if (times.length === 0) return null;
  const others = columns.filter((column) => !times.includes(column));
  const find = (pattern: RegExp): number => others.find((column) => pattern.test(titles[column] ?? '')) ?? -1;
  const titled = find(TIMELINE_COLUMNS.text);
  const text =
    titled === -1
      ? longest(
          others.filter((column) => !TIMELINE_COLUMNS.end.test(titles[column] ?? '')),
          body,
        )
      : titled;
  const who = find(TIMELINE_COLUMNS.who);
  return { times, text, who: who === text ? -1 : who, headed: !isTimedCell(header[times[0] ?? 0]) };
}

function isTimeTitle(words: string, raw: string): boolean {
  return TIMELINE_COLUMNS.time.test(words) || (words.length < 12 && zoneInTitle(raw) !== undefined);
}

function isTimedCell(cell: Cell | undefined): boolean {
  return cell !== undefined && readTimed(cell.raw) !== null;
}

function timedShare(body: readonly (readonly Cell[])[], column: number): number {
  const filled = body.filter((row) => (row[column]?.raw ?? '') !== '');
  return filled.length === 0 ? 0 : filled.filter((row) => isTimedCell(row[column])).length / filled.length;
}

/** A date column and a time column are one time; two columns of clock times are two. */
function joined(named: readonly number[], body: readonly (readonly Cell[])[]): number[] {
  const [first, second] = named;
  if (first === undefined || second === undefined) return [...named];
  // A second column with dates of its own says the same time for another zone.
  if (body.some((row) => /\d{4}-\d|\d[/.]\d{1,2}[/.]/u.test(row[second]?.raw ?? ''))) return [first];
  const days = body.filter((row) => readTimed(row[first]?.raw ?? '')?.dayOnly === true).length;
  return days * 2 >= body.filter((row) => (row[first]?.raw ?? '') !== '').length ? [first, second] : [first];
}

function longest(columns: readonly number[], body: readonly (readonly Cell[])[]): number {
  const length = (column: number): number => body.reduce((sum, row) => sum + (row[column]?.raw.length ?? 0), 0);
  return columns.reduce((best, column) => (best === -1 || length(column) > length(best) ? column : best), -1);
}

/** Reads a table that is laid out as a timeline. */
export function readTimelineTable(chunk: Chunk, layout: TimelineLayout, state: TimelineState): void {
  const [header = [], ...body] = chunk.rows ?? [];
  for (const column of layout.headed ? layout.times : []) state.zone ??= zoneInTitle(header[column]?.raw ?? '');
  if (layout.headed)
    state.keeper.heading(
      header
        .map((cell) => cell.raw)
        .filter((title) => title !== '')
        .join(' | '),
    );
  const rows = layout.headed ? body : [header, ...body];
  const clocks = rows.some((row) =>
    layout.times.some((column) => readTimed(row[column]?.raw ?? '')?.dayOnly === false),
  );
  for (const row of rows) {
    const day = clocks ? dayOf(row) : undefined;
    if (day === undefined)
      readRow(withWholeCode(row, header.length), { layout, header: layout.headed ? header : [], state });
    else openDay(day, state);
  }
}

/** The day that a row states for the rows below it: a date in an otherwise empty row. */
function dayOf(row: readonly Cell[]): string | undefined {
  const [only, ...others] = row.filter((cell) => cell.raw !== '');
  if (only === undefined || others.length > 0) return undefined;
  const timed = readTimed(only.raw);
  if (timed?.dayOnly === true && timed.rest === '') return timed.written;
  // `1/28` may be anything in a text, but not where it stands alone.
  return resolveTime(only.raw, { year: 2000 }).precision === 'day' ? only.raw : undefined;
}

function openDay(day: string, state: TimelineState): void {
  state.day = day;
  state.keeper.heading(day);
}

/** The attributes that some dialects of Markdown write below a table: `{: .striped }`. */
function isAttributes(row: readonly Cell[]): boolean {
  return /^\{:[^{}]*\}$/u.test(row.map((cell) => cell.raw).join(''));
}

interface RowContext {
  readonly layout: TimelineLayout;
  readonly header: readonly Cell[];
  readonly state: TimelineState;
}

function readRow(row: readonly Cell[], context: RowContext): void {
  const { layout, state } = context;
  if (row.every((cell) => cell.raw === '')) return;
  const cells = layout.times
    .map((column) => row[column])
    .filter((cell) => cell !== undefined && cell.raw !== '') as Cell[];
  if (isAttributes(row) || cells.some((cell) => isTimePrompt(cell.raw))) {
    state.keeper.aside(row.map((cell) => cell.raw).join(' | '));
    return;
  }
  if (splitBroken(row, cells, context)) return;
  const at = cells.map((cell) => decodeCell(cell.raw).text ?? cell.raw).join(' ');
  const text = row[layout.text];
  const [only] = cells;
  addRow(state, {
    ...(at === '' ? {} : { at: trimTime(at) }),
    ...(cells.length === 1 && only !== undefined ? { atPlace: { span: only, encoding: 'cell' as const } } : {}),
    text: text === undefined ? '' : (decodeCell(text.raw).text ?? text.raw),
    ...(text === undefined ? {} : { textPlace: { span: text, encoding: 'cell' as const } }),
    ...(row[layout.who] === undefined ? {} : { who: row[layout.who]?.raw }),
    notes: otherCells(row, context),
  });
}

function trimTime(at: string): string {
  return at.replaceAll(/\s*\n\s*/gu, ' ').trim();
}

function otherCells(row: readonly Cell[], { layout, header }: RowContext): string {
  const used = new Set([...layout.times, layout.text, layout.who]);
  return row
    .flatMap((cell, column) =>
      used.has(column) || cell.raw === ''
        ? []
        : [
            `${(header[column]?.raw ?? '') === '' ? '' : `${header[column]?.raw ?? ''}: `}${decodeCell(cell.raw).text ?? cell.raw}`,
          ],
    )
    .join('\n');
}

function pieces(cell: Cell | undefined): string[] {
  return (cell?.raw ?? '').split(/<br\s*\/?>/iu).map((piece) => piece.trim());
}

/** One row of the table may hold several rows of the timeline, line by line. */
function splitBroken(row: readonly Cell[], cells: readonly Cell[], { layout, state }: RowContext): boolean {
  const times = pieces(cells[0]);
  const texts = pieces(row[layout.text]);
  if (cells.length !== 1 || times.length < 2 || times.length !== texts.length || row.length > 2) return false;
  if (!times.every((time) => readTimed(time) !== null)) return false;
  times.forEach((time, index) => {
    addRow(state, { at: time, text: texts[index] ?? '' });
  });
  return true;
}
