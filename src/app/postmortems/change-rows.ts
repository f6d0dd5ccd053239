import type { PostmortemContent, RowMeta } from '#app/context';
import { refuse } from '#core/errors';

/** Lists whose rows have requests of their own. */
export type RowList = 'timeline' | 'actions';

type Item<List extends RowList> = PostmortemContent['record'][List][number];

/** A row with its side data. */
export interface Row<List extends RowList> {
  readonly item: Item<List>;
  readonly meta: RowMeta;
}

/** The rows of a list with their side data. */
export function rowsOf<List extends RowList>(content: PostmortemContent, list: List): Row<List>[] {
  const items = content.record[list] as Item<List>[];
  return items.map((item, index) => ({ item, meta: content.rows[list]?.[index] ?? { id: '' } }));
}

/** The content with other rows in a list. */
export function withRows<List extends RowList>(
  content: PostmortemContent,
  list: List,
  rows: readonly Row<List>[],
): PostmortemContent {
  return {
    record: { ...content.record, [list]: rows.map(({ item }) => item) },
    rows: { ...content.rows, [list]: rows.map(({ meta }) => meta) },
  };
}

/** Index of a row; refuses `row-missing`. */
export function indexOfRow<List extends RowList>(rows: readonly Row<List>[], list: List, id: string): number {
  const index = rows.findIndex(({ meta }) => meta.id === id);
  return index === -1 ? refuse('row-missing', { list, id }) : index;
}
