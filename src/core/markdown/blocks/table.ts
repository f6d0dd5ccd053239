import { toLine, toProse } from '#core/record';

import type { Cell, Chunk } from '../document-tree.ts';
import type { Block, Findings, Section, View } from '../spec.ts';
import { claim, itemsAt, normaliseLabel, textAt, unclaimed } from '../spec.ts';
import { decodeCell, encodeCell, type DecodedText } from '../text-codec.ts';
import { labelIndex, type Field } from './fields.ts';

/** How a dialect draws a table: `|---|`, with one dash a character of the heading, or with aligned columns. */
export type TableStyle = 'short' | 'wide' | 'aligned';

/** Draws a table from encoded cells. */
export function drawTable(header: readonly string[], body: readonly (readonly string[])[], style: TableStyle): string {
  const widths = header.map((title, column) =>
    style === 'aligned' ? Math.max(title.length, 3, ...body.map((row) => (row[column] ?? '').length)) : title.length,
  );
  const padded = (cell: string, column: number): string =>
    style === 'aligned' ? cell.padEnd(widths[column] ?? 0) : cell;
  const line = (cells: readonly string[]): string =>
    `|${cells.map((cell, column) => (padded(cell, column) === '' ? ' ' : ` ${padded(cell, column)} `)).join('|')}|`;
  const rule = `|${widths.map((width) => (style === 'short' ? '---' : '-'.repeat(width + 2))).join('|')}|`;
  return [line(header), rule, ...body.map((row) => line(row))].join('\n');
}

/** A table of labelled values, one row each; a third column holds notes. */
export interface KeyTableField extends Field {
  /** Path of the note in the third column, and its text in a new document. */
  readonly note?: { readonly path: string; readonly prompt?: string; readonly example?: string };
}

/** A table whose rows are fields: `| Metric | Value |`. */
export function keyTable(options: {
  readonly header: readonly string[];
  readonly entries: readonly KeyTableField[];
  readonly bold?: boolean;
  readonly style: TableStyle;
}): Block {
  const byLabel = labelIndex(options.entries);
  return {
    order: 2,
    render(view) {
      const body = options.entries.flatMap((field) => keyRow(view, field, options));
      return body.length === 0 ? null : drawTable(options.header, body, options.style);
    },
    read(section, findings) {
      for (const chunk of unclaimed(section, 'table')) readKeyTable(section, chunk, { byLabel, findings });
    },
  };
}

function keyRow(view: View, field: KeyTableField, options: { bold?: boolean; header: readonly string[] }): string[][] {
  const value = textAt(view, field.path);
  const note = field.note === undefined ? undefined : textAt(view, field.note.path);
  if (value === undefined && note === undefined && (!view.prompts || field.unprompted === true)) return [];
  const cells = [
    options.bold === true ? `**${field.label}**` : field.label,
    value === undefined ? promptOf(view, field.prompt) : encodeCell(value),
  ];
  if (options.header.length > 2) cells.push(noteCell(view, field, { value, note }));
  return [cells];
}

/** The note of the template stands beside its prompt; beside a value it would be read as the author's. */
function noteCell(
  view: View,
  field: KeyTableField,
  said: { value: string | undefined; note: string | undefined },
): string {
  if (said.note !== undefined) return encodeCell(said.note);
  return said.value === undefined ? promptOf(view, field.note?.prompt) : '';
}

function promptOf(view: View, prompt: string | undefined): string {
  return view.prompts ? (prompt ?? '') : '';
}

interface TableReader {
  readonly byLabel: ReadonlyMap<string, KeyTableField>;
  readonly findings: Findings;
}

function readKeyTable(section: Section, chunk: Chunk, { byLabel, findings }: TableReader): void {
  const [, ...body] = chunk.rows ?? [];
  const known = body.map((row) => byLabel.get(normaliseLabel(row[0]?.raw ?? '')));
  if (!known.some((field) => field !== undefined)) return;
  claim(section, chunk);
  body.forEach((row, index) => {
    const field = known[index];
    if (field === undefined) {
      findings.rest(`| ${row.map((cell) => cell.raw).join(' | ')} |`);
      return;
    }
    const filled = setCell(findings, field.path, { cell: row[1], type: field.type ?? 'line' });
    if (field.note === undefined) return;
    // A note that the template brings says nothing as long as there is no value.
    if (!filled && row[2]?.raw === field.note.example) findings.aside(row[2]?.raw);
    else setCell(findings, field.note.path, { cell: row[2], type: 'line' });
  });
}

/** Sets one value from a cell; prompts and comments go aside. Returns whether there was a value. */
function setCell(findings: Findings, path: string, value: { cell: Cell | undefined; type: 'line' | 'prose' }): boolean {
  if (value.cell === undefined) return false;
  const decoded = decodeCell(value.cell.raw);
  findings.aside(decoded.aside);
  const text =
    decoded.text === undefined ? undefined : value.type === 'line' ? toLine(decoded.text) : toProse(decoded.text);
  findings.set(path, text, { span: value.cell, encoding: 'cell' });
  return text !== undefined;
}

/** One column of a table of items. */
export interface Column {
  readonly header: string | ((view: View) => string);
  /** Key in the item; null for a running number. */
  readonly key: string | null;
  /** What a new document shows where an item has no value. */
  readonly prompt?: string;
  readonly aliases?: readonly string[];
  readonly type?: 'line' | 'prose';
  /** How the value is shown, where it is not simply written down. */
  print?(value: unknown, item: Record<string, unknown>): string;
  /** What a comment behind the text says, as keys with values. */
  readAside?(comment: string): Record<string, unknown>;
  /** How a cell is read, as keys with values. */
  parse?(text: string): Record<string, unknown>;
}

/** Which items of a list stand in this table. */
export interface Filter {
  readonly key: string;
  /** Value that an item of this table gets while reading; absent for the table of the others. */
  readonly value?: string;
  accepts(item: Record<string, unknown>): boolean;
}

/** Settings of {@link rows}. */
export interface RowsOptions {
  readonly path: string;
  readonly columns: readonly Column[];
  readonly style: TableStyle;
  readonly filter?: Filter;
  /** Numbers start at 1 in every table instead of going on from the one before. */
  readonly ownNumbers?: boolean;
  /** Rows that a new document shows. */
  readonly prompts?: readonly (readonly string[])[];
  /** Key of the one text that every item must have. */
  readonly required: string;
  /** Keys that make a row an item if one of them says something; all by default. */
  readonly contents?: readonly string[];
  /** Rows that the template brings, as the text of all cells that are no prompts. They are examples while a prompt is left. */
  readonly examples?: RegExp;
  /** Key that takes the cells of columns nobody knows. */
  readonly overflow?: string;
  /** True for a table whose columns nobody fills are left out of it. */
  readonly sparse?: boolean;
  /** Reads a value out of a column heading, as the zone in `Time (CET)`. */
  readHeader?(text: string, findings: Findings): void;
}

/** A table whose rows are items of a list in the record. */
export function rows(options: RowsOptions): Block {
  return {
    order: 2,
    render: (view) => renderRows(view, options),
    read(section, findings) {
      for (const chunk of unclaimed(section, 'table')) readRows(section, chunk, { options, findings });
    },
  };
}

function renderRows(view: View, options: RowsOptions): string | null {
  const items = itemsAt(view, options.path).filter((item) => options.filter?.accepts(item) ?? true);
  const header = options.columns.map((column) =>
    typeof column.header === 'string' ? column.header : column.header(view),
  );
  if (items.length === 0) {
    if (!view.prompts) return null;
    return drawTable(header, options.prompts ?? [options.columns.map((column) => column.prompt ?? '')], options.style);
  }
  const all = options.ownNumbers === true ? items : itemsAt(view, options.path);
  const cells = items.map((item) =>
    options.columns.map((column) => printCell(column, item, { index: all.indexOf(item), prompts: view.prompts })),
  );
  return drawTable(header, cells, options.style);
}

function printCell(column: Column, item: Record<string, unknown>, shown: { index: number; prompts: boolean }): string {
  if (column.key === null) return String(shown.index + 1);
  const value = item[column.key];
  if (column.print) return column.print(value, item);
  if (value === undefined || value === null) return shown.prompts ? (column.prompt ?? '') : '';
  if (typeof value === 'object') return 'written' in value ? encodeCell(String(value.written)) : '';
  return typeof value === 'string' ? encodeCell(value) : '';
}

function columnsOf(header: readonly Cell[], options: RowsOptions): (Column | undefined)[] {
  const byName = new Map<string, Column>();
  for (const column of options.columns) {
    const title = typeof column.header === 'string' ? [column.header] : [];
    for (const name of [...title, ...(column.aliases ?? [])]) byName.set(normaliseLabel(name), column);
  }
  const numbered = options.columns.find((column) => column.key === null);
  return header.map((cell) => (cell.raw === '#' && numbered ? numbered : byName.get(normaliseLabel(cell.raw))));
}

function readRows(section: Section, chunk: Chunk, reader: { options: RowsOptions; findings: Findings }): void {
  const { options, findings } = reader;
  const [header = [], ...body] = chunk.rows ?? [];
  const columns = columnsOf(header, options);
  if (!columns.some((column) => column?.key === options.required)) return;
  claim(section, chunk);
  header.forEach((cell) => options.readHeader?.(cell.raw, findings));
  for (const row of body) readRow(row, { ...reader, columns, header });
}

function readRow(
  row: readonly Cell[],
  reader: {
    options: RowsOptions;
    findings: Findings;
    columns: readonly (Column | undefined)[];
    header: readonly Cell[];
  },
): void {
  const { options, findings, columns } = reader;
  const texts = row.map((cell) => decodeCell(cell.raw));
  const filled = texts.some((text, at) => counts(columns[at], options) && text.text !== undefined);
  // A row whose own text is still a prompt is the template's, whatever else it says.
  const prompted = texts.some(
    (text, at) => columns[at]?.key === options.required && text.text === undefined && text.aside !== undefined,
  );
  if (!filled || prompted || isExample(texts, options)) {
    findings.aside(
      row
        .map((cell) => cell.raw)
        .join(' | ')
        .trim() || undefined,
    );
    return;
  }
  const item = `${options.path}.${String(findings.count(options.path))}`;
  findings.set(`${item}.${options.required}`, '–');
  if (options.filter?.value !== undefined) findings.set(`${item}.${options.filter.key}`, options.filter.value);
  row.forEach((cell, at) =>
    readCell(cell, { ...reader, item, column: columns[at], title: reader.header[at]?.raw ?? '' }),
  );
}

/** True for a column whose text makes a row an item. */
function counts(column: Column | undefined, { contents }: RowsOptions): boolean {
  if (column === undefined) return true;
  return column.key !== null && (contents === undefined || contents.includes(column.key));
}

function isExample(texts: readonly DecodedText[], { examples }: RowsOptions): boolean {
  const said = texts.flatMap(({ text }) => text ?? []).join(' ');
  return examples?.test(said) === true && texts.some((cell) => cell.text === undefined && cell.aside !== undefined);
}

function readCell(
  cell: Cell,
  reader: { options: RowsOptions; findings: Findings; item: string; column: Column | undefined; title: string },
): void {
  const { column, findings, item, options } = reader;
  if (column?.key === null) return;
  if (column === undefined) {
    const text = decodeCell(cell.raw).text;
    if (text === undefined) return;
    if (options.overflow === undefined) findings.rest(`${reader.title}: ${text}`);
    else findings.set(`${item}.${options.overflow}`, `${reader.title}: ${text}`);
    return;
  }
  if (column.parse) {
    const decoded = decodeCell(cell.raw);
    findings.aside(decoded.aside);
    for (const [key, value] of Object.entries(column.parse(decoded.text ?? ''))) {
      // A value that stands at the end of its cell, behind what the column reads from it, is replaced there.
      const behind = typeof value === 'string' && cell.raw.endsWith(value) ? cell.end - value.length : cell.start;
      findings.set(`${item}.${key}`, value, { span: { start: behind, end: cell.end }, encoding: 'cell' });
    }
    return;
  }
  setCell(findings, `${item}.${column.key}`, { cell, type: column.type ?? 'line' });
  const aside = column.readAside === undefined ? undefined : decodeCell(cell.raw).aside;
  for (const [key, value] of Object.entries(aside === undefined ? {} : (column.readAside?.(aside) ?? {}))) {
    findings.set(`${item}.${key}`, value);
  }
}
