import { useCallback, useMemo } from 'react';

import { deleteRow, insertRow, moveRow, readRow, type SharedRow } from '#core/shared-doc';

import { showToast } from '../components/index.ts';
import { useLiveList } from '../editor/use-live.ts';
import { useSessionHere } from './editing-context.ts';

/** A list that is edited: its rows, and what can be done with them. */
export interface EditedRows {
  readonly rows: readonly SharedRow[];
  /** Adds a row behind another one, or at the end, and puts the cursor into it. */
  readonly add: (value?: Readonly<Record<string, unknown>> | string, after?: SharedRow) => void;
  readonly remove: (row: SharedRow) => void;
  /** Moves a row by so many places. */
  readonly move: (row: SharedRow, by: -1 | 1) => void;
}

/** Edits a list of the shared document. */
export function useRows(list: string): EditedRows {
  const session = useSessionHere();
  const rows = useLiveList(session, list);
  const target = useMemo(() => ({ doc: session.doc, list }), [session, list]);
  const add = useCallback<EditedRows['add']>(
    (value = {}, after) => {
      const id = session.newId();
      session.closeStep();
      session.change(() => {
        insertRow(target, value, { meta: { id }, ...(after && { after: idOf(after) }) });
      });
      focusRow(id);
    },
    [session, target],
  );
  const remove = useCallback<EditedRows['remove']>(
    (row) => {
      session.closeStep();
      session.change(() => deleteRow(target, idOf(row)));
      session.closeStep();
      showToast({ text: 'Removed.', action: { label: 'Undo', run: () => session.undo.undo() } });
    },
    [session, target],
  );
  const move = useCallback<EditedRows['move']>(
    (row, by) => {
      const at = rows.indexOf(row);
      const behind = by === -1 ? rows[at - 2] : rows[at + 1];
      if (at === -1 || at + by < 0 || at + by >= rows.length) return;
      session.closeStep();
      session.change(() => moveRow(target, idOf(row), behind === undefined ? null : idOf(behind)));
      focusRow(idOf(row));
    },
    [session, target, rows],
  );
  return { rows, add, remove, move };
}

/** Id of a row, to name it in edits. */
export function idOf(row: SharedRow): string {
  return readRow(row).meta.id;
}

/** Puts the cursor into a row when it is there. */
export function focusRow(id: string): void {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
    row?.querySelector<HTMLElement>('.cm-content, input, select')?.focus();
  });
}
