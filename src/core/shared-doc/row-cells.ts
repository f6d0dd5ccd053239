import * as Y from 'yjs';

import type { RowCell, RowCells } from './cell-type.ts';
import type { RowMeta } from './content.ts';
import { readCell } from './read-cell.ts';
import { isTree, sameContent, type Tree } from './record-tree.ts';
import type { SharedRow } from './roots.ts';
import { ENTRY_LISTS, LISTS } from './shared-fields.data.ts';

const entryLists: ReadonlySet<string> = new Set(ENTRY_LISTS);

/** The keys of a row that are not cells of the record. */
export const META_KEYS = {
  id: '$id',
  order: '$order',
  original: '$original',
  sources: '$sources',
  attachments: '$attachments',
  fold: '$fold',
} as const;

/** The cells of a list; the path is known to be one. */
export function cellsOf(list: string): RowCells {
  return LISTS[list] ?? {};
}

/** The cells of an item of the record: an entry of Markdown has the one cell `text`. */
export function itemToCells(list: string, item: unknown): Tree {
  if (entryLists.has(list)) return { text: item };
  return isTree(item) ? item : {};
}

/** The item of the record that these cells make. */
export function cellsToItem(list: string, cells: Tree): unknown {
  return entryLists.has(list) ? cells['text'] : cells;
}

/** Makes a row that is not yet part of a document. Markdown cells are there from the start, empty ones too. */
export function makeRow(cells: RowCells, values: Tree, meta: RowMeta & { readonly order: string }): SharedRow {
  const row: SharedRow = new Y.Map();
  row.set(META_KEYS.id, meta.id);
  row.set(META_KEYS.order, meta.order);
  for (const [key, cell] of Object.entries(cells)) {
    const value = readCell(cell, values[key]);
    if (cell.type === 'prose') row.set(key, new Y.Text(typeof value === 'string' ? value : ''));
    else if (value !== undefined) row.set(key, value);
  }
  for (const [key, value] of storedMeta(meta)) if (value !== undefined) row.set(key, value);
  return row;
}

/** Writes one cell that is not Markdown; undefined takes it away. Writes nothing where the row says so already. */
export function writeCell(
  row: SharedRow,
  cell: RowCell,
  entry: { readonly key: string; readonly value: unknown },
): void {
  const next = readCell(cell, entry.value);
  if (next === undefined) {
    if (row.has(entry.key)) row.delete(entry.key);
  } else if (!sameContent(row.get(entry.key), next)) row.set(entry.key, next);
}

/** Side data as it is stored. Shared documents take plain objects only, so they are made anew. */
function storedMeta({ original, sources, attachments, fold }: Partial<RowMeta>): (readonly [string, unknown])[] {
  return [
    [META_KEYS.original, original && { at: readCell({ type: 'time' }, original.at) ?? null, text: original.text }],
    [META_KEYS.sources, sources && [...sources]],
    [META_KEYS.attachments, attachments && [...attachments]],
    [META_KEYS.fold, fold],
  ];
}

/** Writes the side data of a row, its id excepted. */
export function writeMeta(row: SharedRow, meta: Partial<RowMeta>): void {
  for (const [key, value] of storedMeta(meta)) {
    if (value === undefined) {
      if (row.has(key)) row.delete(key);
    } else if (!sameContent(row.get(key), value)) row.set(key, value);
  }
}

/** The shared text of a Markdown cell; made where a row lacks it. */
export function rowText(row: SharedRow, key: string): Y.Text {
  const value = row.get(key);
  if (value instanceof Y.Text) return value;
  const text = new Y.Text(typeof value === 'string' ? value : '');
  row.set(key, text);
  return text;
}
