import type * as Y from 'yjs';

import type { RowMeta, SharedContent } from './content.ts';
import { matchRows } from './match-rows.ts';
import { placedRows } from './ordered-rows.ts';
import { readList, type ListedRow } from './read-list.ts';
import { isRowId } from './read-row.ts';
import { valueAt, type Tree } from './record-tree.ts';
import { listAt, type SharedRow } from './roots.ts';
import { cellsOf, itemToCells, makeRow, META_KEYS, rowText, writeCell, writeMeta } from './row-cells.ts';
import { ordersBetween } from './row-order.ts';
import { risingIndexes } from './rising-indexes.ts';
import { writeText } from './write-text.ts';

/** A row as it is wanted. */
interface WantedRow {
  readonly meta: RowMeta | undefined;
  readonly id: string | undefined;
  readonly cells: Tree;
}

/** A wanted row with the row that it is, if there is one already. */
interface PlannedRow {
  readonly id: string;
  readonly meta: RowMeta | undefined;
  readonly cells: Tree;
  readonly row: SharedRow | undefined;
  /** The order key that it keeps. */
  readonly order: string | undefined;
}

/** Makes a list say what `next` says. Rows that the record leaves out, because they are not filled in yet, stay. */
export function applyList(
  target: { readonly doc: Y.Doc; readonly list: string },
  next: SharedContent,
  newId: () => string,
): void {
  const { doc, list } = target;
  const wanted = wantedRows(list, next);
  if (wanted.length === 0 && !doc.share.has(list)) return;
  const known = readList(doc, list, []);
  const matches = matchRows(known.map(matchable), wanted);
  deleteRows(target, known, new Set(matches));
  const planned = planRows(doc, list, { wanted, known, matches, newId });
  linkParents(list, planned);
  const orders = freshOrders(planned);
  const made = planned.flatMap((plan, index) => writeRow(list, plan, orders[index]));
  if (made.length > 0) listAt(doc, list).push(made);
}

function matchable({ meta, reading }: ListedRow): { id: string; cells: Readonly<Tree> } {
  return { id: meta.id, cells: reading.cells };
}

function wantedRows(list: string, next: SharedContent): WantedRow[] {
  const items = valueAt(next.record, list);
  const metas = next.rows[list] ?? [];
  const seen = new Set<string>();
  return (Array.isArray(items) ? items : []).map((item: unknown, index) => {
    const meta = metas[index];
    const named = isRowId(meta?.id) && !seen.has(meta.id);
    if (named) seen.add(meta.id);
    return { meta, id: named ? meta.id : undefined, cells: { ...itemToCells(list, item) } };
  });
}

function deleteRows(
  { doc, list }: { readonly doc: Y.Doc; readonly list: string },
  known: readonly ListedRow[],
  kept: ReadonlySet<number | undefined>,
): void {
  const gone = new Set(known.filter((_row, index) => !kept.has(index)).map(({ row }) => row));
  const indexes = placedRows(doc, list)
    .filter(({ row }) => gone.has(row))
    .map(({ index }) => index);
  for (const index of indexes.toSorted((left, right) => right - left)) listAt(doc, list).delete(index, 1);
}

interface Planning {
  readonly wanted: readonly WantedRow[];
  readonly known: readonly ListedRow[];
  readonly matches: readonly (number | undefined)[];
  readonly newId: () => string;
}

function planRows(doc: Y.Doc, list: string, { wanted, known, matches, newId }: Planning): PlannedRow[] {
  const places = new Map(placedRows(doc, list).map((place, index) => [place.row, { ...place, index }]));
  const rows = matches.map((match) => (match === undefined ? undefined : known[match]));
  const staying = risingIndexes(
    rows.map((listed) => (listed === undefined ? undefined : places.get(listed.row)?.index)),
  );
  return wanted.map(({ id, meta, cells }, index) => {
    const listed = rows[index];
    return {
      id: listed?.meta.id ?? id ?? newId(),
      meta,
      cells,
      row: listed?.row,
      order: listed !== undefined && staying.has(index) ? places.get(listed.row)?.order : undefined,
    };
  });
}

/** In the record a parent is an index, here it is an id. */
function linkParents(list: string, planned: readonly PlannedRow[]): void {
  if (!Object.hasOwn(cellsOf(list), 'parent')) return;
  for (const { cells } of planned) {
    const { parent } = cells;
    cells['parent'] = typeof parent === 'number' ? (planned[parent]?.id ?? null) : null;
  }
}

/** Order keys for rows that are new, that moved, or whose key leaves no room between their neighbours. */
function freshOrders(planned: readonly PlannedRow[]): (string | undefined)[] {
  const orders: (string | undefined)[] = planned.map(() => undefined);
  let low: string | undefined;
  let pending: number[] = [];
  const flush = (high: string | undefined): void => {
    const keys = ordersBetween(low, high, pending.length);
    pending.forEach((index, at) => (orders[index] = keys[at]));
    pending = [];
  };
  planned.forEach(({ order }, index) => {
    const fits = order !== undefined && (low === undefined || order > low || (order === low && pending.length === 0));
    if (!fits) {
      pending.push(index);
      return;
    }
    flush(order);
    low = order;
  });
  flush(undefined);
  return orders;
}

function writeRow(list: string, plan: PlannedRow, order: string | undefined): SharedRow[] {
  const cells = cellsOf(list);
  if (plan.row === undefined) return [makeRow(cells, plan.cells, { ...plan.meta, id: plan.id, order: order ?? '' })];
  const { row } = plan;
  if (order !== undefined) row.set(META_KEYS.order, order);
  if (row.get(META_KEYS.id) !== plan.id) row.set(META_KEYS.id, plan.id);
  for (const [key, cell] of Object.entries(cells)) {
    const value = plan.cells[key];
    if (cell.type !== 'prose') writeCell(row, cell, { key, value });
    else if (value !== undefined || row.has(key)) writeText(rowText(row, key), typeof value === 'string' ? value : '');
  }
  if (plan.meta !== undefined) writeMeta(row, plan.meta);
  return [];
}
