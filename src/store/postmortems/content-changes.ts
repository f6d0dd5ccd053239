import { canonicalJson } from '#store/audit';

import { takeApart } from './content-parts.ts';
import type { StoredPostmortem } from './load-postmortem.ts';
import { placeRows, type PlacedRow } from './place-rows.ts';
import type { PostmortemContent } from './postmortem-content.ts';

/** What changes in one table. */
export interface RowChanges {
  /** Keys of rows to delete. */
  readonly gone: readonly string[];
  /** Rows to insert, or to write over those with the same key. */
  readonly put: readonly object[];
}

/** What changes in the tables of sections, events and actions. */
export interface ListChanges {
  readonly sections: RowChanges;
  readonly events: RowChanges;
  readonly actions: RowChanges;
}

/** What is to be written so that the tables say `after`. */
export interface ContentChanges {
  readonly lists: ListChanges;
  /** JSON for the column `body`; undefined where it says the same already. */
  readonly body: string | undefined;
}

type Before = PostmortemContent & Pick<StoredPostmortem, 'placed'>;

/** Compares content with what is stored, so that only rows that changed are written. */
export function contentChanges(before: Before | null, after: PostmortemContent): ContentChanges {
  const next = takeApart(after);
  const known = before === null ? null : takeApart(before);
  const body = JSON.stringify(next.body);
  return {
    body: known !== null && saysTheSame(known.body, next.body) ? undefined : body,
    lists: {
      sections: changes(known?.sections ?? [], next.sections, (row) => row.path),
      events: changes(
        withPlaces(known?.events, before?.placed.events),
        placed(next.events, before?.placed.events),
        idOf,
      ),
      actions: changes(
        withPlaces(known?.actions, before?.placed.actions),
        placed(next.actions, before?.placed.actions),
        idOf,
      ),
    },
  };
}

function idOf(row: { readonly row_id: string }): string {
  return row.row_id;
}

function changes<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): RowChanges {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const put = after.filter((row) => !saysTheSame(known.get(keyOf(row)), row));
  for (const row of after) known.delete(keyOf(row));
  return { gone: [...known.keys()], put };
}

/** Most rows are equal to the last sign; the order of keys does not matter. */
function saysTheSame(before: object | undefined, after: object): boolean {
  if (before === undefined) return false;
  return JSON.stringify(before) === JSON.stringify(after) || canonicalJson(before) === canonicalJson(after);
}

function withPlaces<Row extends { readonly row_id: string }>(
  rows: readonly Row[] | undefined,
  places: readonly PlacedRow[] | undefined,
): (Row & PlacedRow)[] {
  return (rows ?? []).map((row, index) => ({ ...row, position: places?.[index]?.position ?? 0 }));
}

function placed<Row extends { readonly row_id: string }>(
  rows: readonly Row[],
  before: readonly PlacedRow[] | undefined,
): (Row & PlacedRow)[] {
  const positions = placeRows(before ?? [], rows.map(idOf));
  return rows.map((row, index) => ({ ...row, position: positions[index] ?? 0 }));
}
