import { orderedRows, readRow, setCell, type SharedRow } from '#core/shared-doc';

import type { LiveSession } from '../editor/live-session.ts';

/** Gives an action's id, so that others can refer to it; one without an id gets the next free one. Only within a change. */
export function useActionNames(session: LiveSession): (action: SharedRow) => string {
  return (action) => {
    const { id } = readRow(action).cells;
    if (typeof id === 'string') return id;
    const taken = new Set(orderedRows(session.doc, 'actions').map((row) => readRow(row).cells['id']));
    let number = 1;
    while (taken.has(`A${String(number)}`)) number += 1;
    const name = `A${String(number)}`;
    setCell(action, { list: 'actions', key: 'id' }, name);
    return name;
  };
}
