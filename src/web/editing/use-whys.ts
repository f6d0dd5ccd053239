import { useCallback, useMemo, useSyncExternalStore } from 'react';

import {
  deleteRow,
  insertRow,
  moveRow,
  observeRecord,
  orderedRows,
  readRow,
  setCell,
  type SharedRow,
} from '#core/shared-doc';

import { showToast } from '../components/index.ts';
import type { LiveSession } from '../editor/live-session.ts';
import { useSessionHere } from './editing-context.ts';
import { focusRow, idOf } from './use-rows.ts';

const LIST = 'whys';

/** The tree of whys, and what can be done with it. */
export interface Whys {
  readonly childrenOf: (parent: string | null) => readonly SharedRow[];
  /** Asks a why below `parent`, behind a sibling or as the last one. */
  readonly add: (parent: string | null, after?: SharedRow) => void;
  /** Takes a why away; those below it go to its parent. */
  readonly remove: (row: SharedRow) => void;
  /** Moves among the whys of the same parent. */
  readonly move: (row: SharedRow, by: -1 | 1) => void;
  /** Hangs a why under the one before it. */
  readonly indent: (row: SharedRow) => void;
  /** Hangs a why beside its parent. */
  readonly outdent: (row: SharedRow) => void;
}

/** Edits the whys; renders again whenever one of them changes. */
export function useWhys(): Whys {
  const session = useSessionHere();
  const tree = useTree(session);
  return useMemo(() => whysOf(session, tree), [session, tree]);
}

type Tree = ReadonlyMap<string | null, readonly SharedRow[]>;

function useTree(session: LiveSession): Tree {
  const store = useMemo(() => {
    let tree: Tree | undefined;
    return {
      get: () => (tree ??= readTree(session)),
      forget: () => {
        tree = undefined;
      },
    };
  }, [session]);
  const subscribe = useCallback(
    (listener: () => void) =>
      observeRecord(session.doc, ({ lists, rows }) => {
        if (!lists.has(LIST) && !rows.has(LIST)) return;
        store.forget();
        listener();
      }),
    [session, store],
  );
  return useSyncExternalStore(subscribe, store.get);
}

/** Rows by parent. What hangs under a row that is gone, or under itself in a ring, is a first why, as in the record. */
function readTree(session: LiveSession): Tree {
  const rows = orderedRows(session.doc, LIST);
  const parents = new Map(rows.map((row) => [idOf(row), readRow(row).cells['parent']]));
  const rootOf = (id: string): string | null => {
    const parent = parents.get(id);
    if (typeof parent !== 'string' || !parents.has(parent)) return null;
    const seen = new Set([id]);
    for (let at: unknown = parent; typeof at === 'string' && parents.has(at); at = parents.get(at)) {
      if (at === id || seen.has(at)) return null;
      seen.add(at);
    }
    return parent;
  };
  return Map.groupBy(rows, (row) => rootOf(idOf(row)));
}

function whysOf(session: LiveSession, tree: Tree): Whys {
  const target = { doc: session.doc, list: LIST };
  const childrenOf = (parent: string | null): readonly SharedRow[] => tree.get(parent) ?? [];
  const siblingsOf = (row: SharedRow): readonly SharedRow[] =>
    [...tree.values()].find((rows) => rows.includes(row)) ?? [row];
  const step = (apply: () => void): void => {
    session.closeStep();
    session.change(apply);
    session.closeStep();
  };
  const hang = (row: SharedRow, parent: string | null): void => {
    step(() => setCell(row, { list: LIST, key: 'parent' }, parent ?? undefined));
    focusRow(idOf(row));
  };
  return {
    childrenOf,
    add: (parent, after) => {
      const id = session.newId();
      const value = parent === null ? {} : { parent };
      step(() => insertRow(target, value, { meta: { id }, ...(after && { after: idOf(after) }) }));
      focusRow(id);
    },
    remove: (row) => {
      step(() => deleteRow(target, idOf(row)));
      showToast({ text: 'Removed.', action: { label: 'Undo', run: () => session.undo.undo() } });
    },
    move: (row, by) => {
      const siblings = siblingsOf(row);
      const other = siblings[siblings.indexOf(row) + by];
      if (other === undefined) return;
      const all = orderedRows(session.doc, LIST);
      const behind = by === 1 ? other : all[all.indexOf(other) - 1];
      step(() => moveRow(target, idOf(row), behind === undefined ? null : idOf(behind)));
      focusRow(idOf(row));
    },
    indent: (row) => {
      const siblings = siblingsOf(row);
      const before = siblings[siblings.indexOf(row) - 1];
      if (before !== undefined) hang(row, idOf(before));
    },
    outdent: (row) => {
      const { parent } = readRow(row).cells;
      const above = orderedRows(session.doc, LIST).find((each) => idOf(each) === parent);
      if (above === undefined) return;
      const grandparent = readRow(above).cells['parent'];
      hang(row, typeof grandparent === 'string' ? grandparent : null);
    },
  };
}
