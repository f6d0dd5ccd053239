import { useSyncExternalStore } from 'react';

import { fetchSession, onSessionEnd } from './client.ts';
import { hasCode } from './problems.ts';
import { queryClient } from './query-client.ts';
import type { Session } from './types.ts';

let waiting: PromiseWithResolvers<void> | undefined;
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Lets the person sign in again on top of the page, which keeps what is on it. Resolves when there is a session;
 * several callers wait for the same dialog. Resolves at once where another tab has signed in already.
 */
export async function reauthenticate(): Promise<void> {
  if (waiting !== undefined) return waiting.promise;
  const ours = Promise.withResolvers<void>();
  waiting = ours;
  try {
    const session = await fetchSession();
    finishReauthentication(session);
  } catch (error) {
    if (!hasCode(error, 'sign-in-required')) {
      waiting = undefined;
      throw error;
    }
    changed();
  }
  return ours.promise;
}

/** Ends the wait: there is a session again. Another person than before gets a fresh page, with nothing of the first on it. */
export function finishReauthentication(session: Session): void {
  const before = queryClient.getQueryData<Session>(['session']);
  if (before !== undefined && before.user.id !== session.user.id) {
    location.assign('/');
    return;
  }
  queryClient.setQueryData(['session'], session);
  waiting?.resolve();
  waiting = undefined;
  changed();
}

/** True while a person is asked to sign in again. */
export function useReauthenticating(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== undefined);
}

onSessionEnd(reauthenticate);
