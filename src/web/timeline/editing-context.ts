import { createContext, useContext } from 'react';

import type { LiveSession } from '../editor/live-session.ts';

/** What every part of the editor works with. */
export interface Editing {
  readonly session: LiveSession;
  /** Zone in which times are shown and typed. */
  readonly zone: string;
  /** Instant near which a time without a day is meant, in epoch milliseconds. */
  readonly near: () => number;
  /** Puts the focus on a row, wherever it is. */
  readonly focusRow: (id: string) => void;
}

/** Shares the session with the parts of the editor. */
export const EditingContext = createContext<Editing | null>(null);

/** The session and the zone that are being edited in. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new TypeError('There is no timeline editor around this component.');
  return editing;
}
