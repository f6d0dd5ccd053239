import { createContext, useContext } from 'react';

import type { LiveSession } from '../editor/live-session.ts';

const Context = createContext<LiveSession | null>(null);

/** Gives the open session to the editors below. */
export const SessionProvider = Context.Provider;

/** The open session around. */
export function useSessionHere(): LiveSession {
  const session = useContext(Context);
  if (session === null) throw new Error('useSessionHere stands outside of an editing session');
  return session;
}
