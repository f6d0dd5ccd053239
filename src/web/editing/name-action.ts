import type * as Y from 'yjs';

import { orderedRows, readRow, setCell, type SharedRow } from '#core/shared-doc';

/** The id of an action, so that others can refer to it; one without an id gets the next free one. Within a change only. */
export function nameAction(doc: Y.Doc, action: SharedRow): string {
  const { id } = readRow(action).cells;
  if (typeof id === 'string') return id;
  const taken = new Set(orderedRows(doc, 'actions').map((row) => readRow(row).cells['id']));
  let number = 1;
  while (taken.has(`A${String(number)}`)) number += 1;
  const name = `A${String(number)}`;
  setCell(action, { list: 'actions', key: 'id' }, name);
  return name;
}
