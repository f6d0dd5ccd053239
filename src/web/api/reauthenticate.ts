import { useSyncExternalStore } from 'react';

import { fetchSession, onSessionEnd } from './client.ts';
import { hasCode } from './problems.ts';
import { queryClient } from './query-client.ts';
import type { Session } from './types.ts';

let waiting: PromiseWithResolvers<void> | undefined;
let asking = false;
const listeners = new Set<() => void>();

function setAsking(next: boolean): void {
  asking = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** So long nobody has pressed a key. */
const REST_MS = 800;
let lastKey = 0;

addEventListener('keydown', ({ timeStamp }) => (lastKey = timeStamp), { capture: true, passive: true });

/** Waits for a pause, so that nobody types half a sentence into a password field. */
async function keysAtRest(): Promise<void> {
  for (;;) {
    const left = lastKey === 0 ? 0 : lastKey + REST_MS - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

/**
 * Lets the person sign in again on top of the page, which keeps what is on it. Resolves when there is a session;
 * several callers wait for the same dialog. Resolves at once where another tab has signed in already.
 */
export async function reauthenticate(): Promise<void> {
  if (waiting === undefined) {
    waiting = Promise.withResolvers<void>();
    begin(waiting).catch(reportError);
  }
  return waiting.promise;
}

async function begin(ours: PromiseWithResolvers<void>): Promise<void> {
  try {
    finishReauthentication(await fetchSession());
  } catch (error) {
    if (hasCode(error, 'sign-in-required')) {
      await keysAtRest();
      setAsking(waiting === ours);
    } else {
      waiting = undefined;
      ours.reject(error);
    }
  }
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
  setAsking(false);
}

/** True while a person is asked to sign in again. */
export function useReauthenticating(): boolean {
  return useSyncExternalStore(subscribe, () => asking);
}

onSessionEnd(reauthenticate);
