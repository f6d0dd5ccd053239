import * as Y from 'yjs';

import { listAt, type SharedRow } from './roots.ts';
import { META_KEYS } from './row-cells.ts';
import { isOrderKey } from './row-order.ts';

/** A row with its order key and its place in the shared array. */
export interface PlacedRow {
  readonly row: SharedRow;
  /** Its order key; a row without a usable one stands behind the row before it in the array. */
  readonly order: string | undefined;
  readonly index: number;
}

/** Rows of a list in their order, with their places. What is no row is not among them. */
export function placedRows(doc: Y.Doc, list: string): PlacedRow[] {
  const placed: PlacedRow[] = [];
  let order: string | undefined;
  listAt(doc, list).forEach((row: unknown, index) => {
    if (!(row instanceof Y.Map)) return;
    const own: unknown = row.get(META_KEYS.order);
    if (isOrderKey(own)) order = own;
    placed.push({ row: row as SharedRow, order, index });
  });
  return placed.toSorted(comparePlaces);
}

function comparePlaces(left: PlacedRow, right: PlacedRow): number {
  const [first, second] = [left.order ?? '', right.order ?? ''];
  if (first !== second) return first < second ? -1 : 1;
  return left.index - right.index;
}

/** Rows of a list in the order in which people see them. */
export function orderedRows(doc: Y.Doc, list: string): SharedRow[] {
  return placedRows(doc, list).map(({ row }) => row);
}
