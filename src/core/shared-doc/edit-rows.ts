import type * as Y from 'yjs';

import type { RowMeta } from './content.ts';
import { orderedRows, placedRows, type PlacedRow } from './ordered-rows.ts';
import { readRow } from './read-row.ts';
import { listAt, type SharedRow } from './roots.ts';
import { cellsOf, itemToCells, makeRow, META_KEYS, rowText, writeCell, writeMeta } from './row-cells.ts';
import { orderBetween, ordersBetween } from './row-order.ts';
import type { Tree } from './record-tree.ts';

/** A row to insert. */
export interface NewRow {
  /** Side data; `id` must be new in the list. */
  readonly meta: RowMeta;
  /** Id of the row to stand behind; null for the first place, absent for the last. */
  readonly after?: string | null;
}

/** The row with an id; undefined where the list has none. */
export function rowById(doc: Y.Doc, list: string, id: string): SharedRow | undefined {
  return orderedRows(doc, list).find((row) => row.get(META_KEYS.id) === id);
}

/**
 * Puts a new row into a list and returns it.
 *
 * @param target document and path of the list, as `timeline` or `impact.systems`
 * @param value an item of the record (a text where the list holds texts); `parent` of a why is the id of a row.
 *   What is missing can be filled in later: the record leaves the row out until then
 */
export function insertRow(
  target: { readonly doc: Y.Doc; readonly list: string },
  value: unknown,
  row: NewRow,
): SharedRow {
  const placed = placedRows(target.doc, target.list);
  const { index, order } = placeAfter(placed, row.after);
  const made = makeRow(cellsOf(target.list), itemToCells(target.list, value), { ...row.meta, order });
  listAt(target.doc, target.list).insert(index, [made]);
  return made;
}

/**
 * Where a row behind `after` goes. It takes the order key of its neighbour and the place next to it in the array: that
 * keeps together what one person inserts in one go while another inserts at the same place.
 */
function placeAfter(placed: readonly PlacedRow[], after: string | null | undefined): { index: number; order: string } {
  const found = typeof after === 'string' ? placed.find(({ row }) => row.get(META_KEYS.id) === after) : undefined;
  const neighbour = after === null ? undefined : (found ?? placed.at(-1));
  if (neighbour !== undefined)
    return { index: neighbour.index + 1, order: neighbour.order ?? orderBetween(undefined, firstOrder(placed)) };
  const [first] = placed;
  return first === undefined
    ? { index: 0, order: orderBetween(undefined, undefined) }
    : { index: first.index, order: first.order ?? orderBetween(undefined, firstOrder(placed)) };
}

function firstOrder(placed: readonly PlacedRow[]): string | undefined {
  return placed.find(({ order }) => order !== undefined)?.order;
}

/**
 * Moves a row. Only its place is written, so that what others type into it meanwhile stays.
 *
 * @param after id of the row to stand behind; null for the first place
 */
export function moveRow(
  target: { readonly doc: Y.Doc; readonly list: string },
  id: string,
  after: string | null,
): void {
  const placed = placedRows(target.doc, target.list);
  const moved = placed.find(({ row }) => row.get(META_KEYS.id) === id);
  if (moved === undefined || after === id) return;
  const others = placed.filter((place) => place !== moved);
  const behind = after === null ? -1 : others.findIndex(({ row }) => row.get(META_KEYS.id) === after);
  if (after !== null && behind === -1) return;
  if (placed.indexOf(moved) === behind + 1) return;
  target.doc.transact(() => {
    writePlace(moved, others.slice(0, behind + 1).at(-1)?.order, others.slice(behind + 1));
  });
}

/** Gives a row a key between its neighbours; followers that share the key before it get new ones behind it. */
function writePlace(moved: PlacedRow, low: string | undefined, followers: readonly PlacedRow[]): void {
  const next = followers.findIndex(({ order }) => (order ?? '') > (low ?? ''));
  const group = next === -1 ? followers : followers.slice(0, next);
  const keys = ordersBetween(low, next === -1 ? undefined : followers[next]?.order, group.length + 1);
  [moved, ...group].forEach(({ row }, index) => {
    row.set(META_KEYS.order, keys[index]);
  });
}

/** Takes a row away. Whys below it hang under its parent then, and rows folded under it stand on their own. */
export function deleteRow(target: { readonly doc: Y.Doc; readonly list: string }, id: string): void {
  const { doc, list } = target;
  const placed = placedRows(doc, list);
  const gone = placed.find(({ row }) => row.get(META_KEYS.id) === id);
  if (gone === undefined) return;
  doc.transact(() => {
    if (Object.hasOwn(cellsOf(list), 'parent')) hangUnder(placed, id, readRow(gone.row).cells['parent']);
    for (const { row } of placed) if (row.get(META_KEYS.fold) === id) row.delete(META_KEYS.fold);
    listAt(doc, list).delete(gone.index, 1);
  });
}

function hangUnder(placed: readonly PlacedRow[], gone: string, parent: unknown): void {
  for (const { row } of placed)
    if (row.get('parent') === gone) writeCell(row, { type: 'parent' }, { key: 'parent', value: parent });
}

/**
 * Writes one cell of a row that is not Markdown; undefined takes it away. Markdown cells are shared texts: `cellText`.
 *
 * @param cell list and key of the cell, as `timeline` and `at`
 */
export function setCell(row: SharedRow, cell: { readonly list: string; readonly key: string }, value: unknown): void {
  const type = cellsOf(cell.list)[cell.key];
  if (type === undefined || type.type === 'prose')
    throw new TypeError(`"${cell.key}" is no single value of a row of ${cell.list}.`);
  writeCell(row, type, { key: cell.key, value });
}

/**
 * The shared text of a Markdown cell, as `text` of an event. Rows made here have it from the start; where a row lacks it,
 * it is made.
 */
export function cellText(row: SharedRow, cell: { readonly list: string; readonly key: string }): Y.Text {
  if (cellsOf(cell.list)[cell.key]?.type !== 'prose')
    throw new TypeError(`"${cell.key}" is no Markdown of a row of ${cell.list}.`);
  return rowText(row, cell.key);
}

/** Side data to write; undefined takes it away. */
type MetaChange = { readonly [Key in keyof Omit<RowMeta, 'id'>]?: RowMeta[Key] | undefined };

/** Writes side data of a row: what is named is replaced (undefined takes it away), the rest stays. */
export function setRowMeta(row: SharedRow, meta: MetaChange): void {
  const { meta: known } = readRow(row);
  writeMeta(row, { ...known, ...meta } as Partial<RowMeta>);
}

/** Keeps how an event reads now, once: to be called before it is retimed or reworded. */
export function keepOriginal(row: SharedRow): void {
  const { meta, cells } = readRow(row);
  if (meta.original !== undefined) return;
  const original = originalOf(cells);
  if (original !== undefined) setRowMeta(row, { original });
}

/** How an event reads, as side data keeps it; undefined where it says nothing yet. */
export function originalOf(cells: Readonly<Tree>): RowMeta['original'] {
  const { at, text } = cells;
  return typeof text === 'string' ? ({ at: at ?? null, text } as NonNullable<RowMeta['original']>) : undefined;
}
