import { isZone, resolveTime } from '#core/time';

import { type Field, HEADER_ALIASES } from './header-aliases.data.ts';
import { scanTable, type TableRow } from './scan-table.ts';

/** Where a table keeps what. */
export interface TableLayout {
  readonly delimiter: string;
  /** The row with the names of the columns; absent where a table has none. */
  readonly header: TableRow | undefined;
  readonly columns: ReadonlyMap<Field, number>;
  /** Zone that the name of the time column states, as `Time (CET)`. */
  readonly zone: string | undefined;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Names such as `changed_at`, without the underscore. */
const TIME_ENDING = /(?:at|on|time|timestamp|date)$/u;
const FIRST_ROWS = 100;
const FIELDS = Object.keys(HEADER_ALIASES) as Field[];

/** Finds the columns of a table of events; null if the text is none. */
export function layoutOf(text: string): TableLayout | null {
  for (const delimiter of DELIMITERS) {
    const rows = scanTable(text, delimiter).take(FIRST_ROWS).toArray();
    const layout = headed(rows, delimiter) ?? headless(rows.slice(0, 20), delimiter);
    if (layout !== null) return layout;
  }
  return null;
}

/** Titles may stand above the header. A document that holds a table among other text is not a table. */
function headed(rows: readonly TableRow[], delimiter: string): TableLayout | null {
  for (const [position, header] of rows.slice(0, 10).entries()) {
    const names = header.cells.map(({ text }) => text.trim());
    const below = rows.slice(position + 1);
    if (names.length < 2 || !fits(below, header)) continue;
    const columns = columnsOf(names.map(normalName), below);
    const named = columns.has('text') || names.filter((name) => name !== '').length > 2;
    if (!columns.has('time') || !named) continue;
    return { delimiter, header, columns, zone: zoneIn(names[columns.get('time') ?? 0]) };
  }
  return null;
}

/** Most rows below a header have as many cells. */
function fits(rows: readonly TableRow[], header: TableRow): boolean {
  return rows.filter(({ cells }) => cells.length === header.cells.length).length >= rows.length * 0.75;
}

function columnsOf(names: readonly string[], rows: readonly TableRow[]): Map<Field, number> {
  const columns = timeColumns(names, rows);
  const taken = new Set(columns.values());
  for (const field of FIELDS) {
    if (field === 'date' || field === 'clock' || field === 'time') continue;
    const free = HEADER_ALIASES[field].map((alias) => names.indexOf(alias)).filter((at) => at !== -1 && !taken.has(at));
    const found = free.find((at) => field !== 'end' || holdsTimes(rows, at));
    if (found === undefined) continue;
    columns.set(field, found);
    taken.add(found);
  }
  return columns;
}

/** A date beside a time of day, else the first column whose name and content are a time. */
function timeColumns(names: readonly string[], rows: readonly TableRow[]): Map<Field, number> {
  const find = (field: Field): number | undefined => {
    const named = HEADER_ALIASES[field].map((alias) => names.indexOf(alias));
    return named.find((at) => at !== -1 && holdsTimes(rows, at));
  };
  const date = find('date');
  const clock = date === undefined ? undefined : find('clock');
  if (date !== undefined && clock !== undefined && !rows.some(({ cells }) => hasDay(cells[clock]?.text))) {
    return new Map([
      ['date', date],
      ['time', date],
      ['clock', clock],
    ]);
  }
  const ending = names.findIndex((name, at) => TIME_ENDING.test(name) && holdsTimes(rows, at));
  const time = find('time') ?? date ?? (ending === -1 ? undefined : ending);
  return new Map(time === undefined ? [] : [['time', time]]);
}

/** One time is enough: the other rows then are findings. A table without rows is believed by its names. */
function holdsTimes(rows: readonly TableRow[], column: number): boolean {
  const texts = rows.map(({ cells }) => cells[column]?.text.trim() ?? '').filter((text) => /\w/u.test(text));
  return texts.length === 0 || texts.some((text) => isTime(text, 'dmy') || isTime(text, 'mdy'));
}

function isTime(text: string, dateOrder: 'dmy' | 'mdy'): boolean {
  return resolveTime(text, { day: '2000-01-01', year: 2000, dateOrder }).instant !== null;
}

function hasDay(text: string | undefined): boolean {
  return text !== undefined && resolveTime(text.trim()).instant !== null;
}

/** Every row has a time in the same cell, and as many cells. */
function headless(rows: readonly TableRow[], delimiter: string): TableLayout | null {
  const first = rows[0];
  // Logs write fractions of seconds with a comma, which alone makes two cells.
  if (first === undefined || first.cells.length < (delimiter === ',' ? 3 : 2) || rows.length < 2) return null;
  if (rows.some(({ cells }) => cells.length !== first.cells.length)) return null;
  const time = first.cells.findIndex((_, at) => rows.every(({ cells }) => isWholeTime(cells[at]?.text ?? '')));
  if (time === -1) return null;
  const lengths = first.cells.map((_, at) => rows.reduce((sum, { cells }) => sum + (cells[at]?.text.length ?? 0), 0));
  const text = lengths.indexOf(Math.max(...lengths.map((length, at) => (at === time ? -1 : length))));
  return {
    delimiter,
    header: undefined,
    columns: new Map([
      ['time' as const, time],
      ['text' as const, text],
    ]),
    zone: undefined,
  };
}

function isWholeTime(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= 8 && /^\d/u.test(trimmed) && resolveTime(trimmed).instant !== null;
}

/** A name as {@link HEADER_ALIASES} writes it. */
export function normalName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replaceAll(/[\s_.@#:*-]+/gu, '');
}

function zoneIn(name: string | undefined): string | undefined {
  const inside = /[([]([^)\]]+)[)\]]/u.exec(name ?? '')?.[1] ?? /\b(UTC|GMT)\b/iu.exec(name ?? '')?.[1];
  return inside !== undefined && isZone(inside) ? inside : undefined;
}
