import { useCallback, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

import {
  getValue,
  observeRecord,
  orderedRows,
  readRow,
  type RowReading,
  setValue,
  type SharedRow,
  textAt,
} from '#core/shared-doc';

import type { LiveSession } from './live-session.ts';
import type { LiveState } from './live-state.ts';

/** What the session shows of itself; renders again when it changes. */
export function useLiveState(session: LiveSession): LiveState {
  return useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.state,
  );
}

/** The single value at a path, as `title`, and how to write it; undefined takes it away. */
export function useLiveValue(session: LiveSession, path: string): readonly [unknown, (value: unknown) => void] {
  const kept = useRef<unknown>(undefined);
  const value = useSyncExternalStore(
    useCallback(
      (listener) =>
        observeRecord(session.doc, (change) => {
          if (change.paths.has(path)) listener();
        }),
      [session, path],
    ),
    () => {
      const next = getValue(session.doc, path);
      if (JSON.stringify(next) !== JSON.stringify(kept.current)) kept.current = next;
      return kept.current;
    },
  );
  const write = useCallback(
    (next: unknown) => {
      session.change(() => {
        setValue(session.doc, path, next);
      });
    },
    [session, path],
  );
  return [value, write];
}

/** The rows of a list in their order; renders again when rows come, go or move, not when one changes. */
export function useLiveList(session: LiveSession, list: string): readonly SharedRow[] {
  const kept = useRef<readonly SharedRow[] | undefined>(undefined);
  return useSyncExternalStore(
    useCallback(
      (listener) =>
        observeRecord(session.doc, (change) => {
          if (!change.lists.has(list)) return;
          kept.current = undefined;
          listener();
        }),
      [session, list],
    ),
    () => (kept.current ??= orderedRows(session.doc, list)),
  );
}

/** One row; renders again when this row changes. */
export function useLiveRow(row: SharedRow): RowReading {
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        row.observeDeep(listener);
        return () => {
          row.unobserveDeep(listener);
        };
      },
      [row],
    ),
    () => readRow(row),
  );
}

/** The text of a Markdown field as it stands; renders again when somebody types into it. */
export function useLiveText(session: LiveSession, path: string): string {
  return useTextValue(textAt(session.doc, path));
}

/** The content of a shared text. */
function useTextValue(text: Y.Text): string {
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        text.observe(listener);
        return () => {
          text.unobserve(listener);
        };
      },
      [text],
    ),
    () => text.toJSON(),
  );
}
