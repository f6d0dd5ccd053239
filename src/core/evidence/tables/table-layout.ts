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
const FIRST_ROWS = 20;
const FIELDS = Object.keys(HEADER_ALIASES) as Field[];

/** Finds the columns of a table of events; null if the text is none. */
export function layoutOf(text: string): TableLayout | null {
  for (const delimiter of DELIMITERS) {
    const rows = scanTable(text, delimiter).take(FIRST_ROWS).toArray();
    const layout = headed(rows, delimiter) ?? headless(rows, delimiter);
    if (layout !== null) return layout;
  }
  return null;
}

/** Titles may stand above the header. */
function headed(rows: readonly TableRow[], delimiter: string): TableLayout | null {
  for (const [position, header] of rows.slice(0, 10).entries()) {
    const names = header.cells.map(({ text }) => text.trim());
    const columns = columnsOf(names.map(normal));
    const below = rows.slice(position + 1);
    if (!columns.has('time') || !columns.has('text') || names.length < 2 || !fits(below, header)) continue;
    return { delimiter, header, columns, zone: zoneIn(names[columns.get('time') ?? 0]) };
  }
  return null;
}

/** Rows below a header mostly have as many cells. */
function fits(rows: readonly TableRow[], header: TableRow): boolean {
  return rows.filter(({ cells }) => cells.length === header.cells.length).length * 2 >= rows.length;
}

function columnsOf(names: readonly string[]): Map<Field, number> {
  const columns = new Map<Field, number>();
  const taken = new Set<number>();
  const take = (field: Field): void => {
    const found = HEADER_ALIASES[field].map((alias) => names.indexOf(alias)).find((at) => at !== -1 && !taken.has(at));
    if (found === undefined) return;
    columns.set(field, found);
    taken.add(found);
  };
  take('date');
  if (columns.has('date')) takeClock(columns, { take, taken });
  else take('time');
  for (const field of FIELDS) if (field !== 'date' && field !== 'clock' && field !== 'time') take(field);
  return columns;
}

/** A date stands beside a time of day, beside a whole timestamp, or alone. */
function takeClock(
  columns: Map<Field, number>,
  { take, taken }: { take: (field: Field) => void; taken: Set<number> },
): void {
  take('clock');
  if (columns.has('clock')) columns.set('time', columns.get('date') ?? 0);
  else take('time');
  if (columns.has('time')) return;
  const date = columns.get('date') ?? 0;
  taken.add(date);
  columns.set('time', date);
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

function normal(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replaceAll(/[\s_.@#:*-]+/gu, '');
}

function zoneIn(name: string | undefined): string | undefined {
  const inside = /[([]([^)\]]+)[)\]]/u.exec(name ?? '')?.[1] ?? /\b(UTC|GMT)\b/iu.exec(name ?? '')?.[1];
  return inside !== undefined && isZone(inside) ? inside : undefined;
}
