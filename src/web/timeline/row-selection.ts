import { createContext, useContext, useSyncExternalStore } from 'react';

/** A cell that is being edited. */
export type CellName = 'time' | 'text' | 'who' | 'notes';

/** Which rows are chosen, which one has the focus, and what of it is being edited. */
export interface SelectionState {
  readonly focused: string | null;
  /** Row from which a selection with Shift reaches. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
  readonly cell: CellName | null;
  /** Rows whose folded rows are shown. */
  readonly opened: ReadonlySet<string>;
}

/** Holds a selection; rows listen to it one by one. */
export interface RowSelection {
  readonly state: SelectionState;
  readonly set: (change: Partial<SelectionState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Makes an empty selection. */
export function createRowSelection(): RowSelection {
  let state: SelectionState = { focused: null, anchor: null, selected: NONE, cell: null, opened: NONE };
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** The rows between two, both included, in the order given. */
export function rowsBetween(ids: readonly string[], one: string, other: string): string[] {
  const [from, to] = [ids.indexOf(one), ids.indexOf(other)];
  if (from === -1 || to === -1) return [other];
  return ids.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Rows that a command is about: those selected, or else the one with the focus. */
export function chosenRows({ focused, selected }: SelectionState): string[] {
  if (selected.size > 0) return [...selected];
  return focused === null ? [] : [focused];
}

/** Shares a selection with the rows of a table. */
export const SelectionContext = createContext<RowSelection>(createRowSelection());

/** What a part of the selection is; renders again when that part changes. */
export function useSelection<Value>(read: (state: SelectionState) => Value): Value {
  const selection = useContext(SelectionContext);
  return useSyncExternalStore(selection.subscribe, () => read(selection.state));
}
