import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';

/** Which row is pointed at, in the picture and in the table alike. */
export interface Highlight {
  readonly id: string | null;
  readonly point: (id: string | null) => void;
  /** Brings a row into sight, wherever it is. */
  readonly reveal: (id: string) => void;
  readonly onReveal: (listener: (id: string) => void) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Makes a highlight: rows listen to it one by one, so that pointing renders two rows and not the table. */
export function createHighlight(): Highlight {
  let current: string | null = null;
  const listeners = new Set<() => void>();
  const revealing = new Set<(id: string) => void>();
  return {
    get id() {
      return current;
    },
    point: (id) => {
      if (id === current) return;
      current = id;
      for (const listener of listeners) listener();
    },
    reveal: (id) => {
      for (const listener of revealing) listener(id);
    },
    onReveal: (listener) => registered(revealing, listener),
    subscribe: (listener) => registered(listeners, listener),
  };
}

function registered<Item>(set: Set<Item>, item: Item): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}

/** Shares one highlight between a picture and a table. */
export const HighlightContext = createContext<Highlight>(createHighlight());

/** Whether a row is pointed at. */
export function useIsHighlighted(id: string): boolean {
  const highlight = useContext(HighlightContext);
  return useSyncExternalStore(highlight.subscribe, () => highlight.id === id);
}

/** The row that is pointed at. */
export function useHighlighted(): string | null {
  const highlight = useContext(HighlightContext);
  return useSyncExternalStore(
    highlight.subscribe,
    useCallback(() => highlight.id, [highlight]),
  );
}
