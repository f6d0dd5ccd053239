import type { LiveSession } from './live-session.ts';

/** Closes a session as soon as the server has everything: whoever leaves the page does not have to wait for it. */
export function closeWhenSaved(session: LiveSession): void {
  const { ready, saved, status } = session.state;
  if (saved === 'saved' || !ready || status === 'closed') {
    session.close();
    return;
  }
  const stop = session.subscribe(() => {
    if (session.saved !== 'saved' && session.status !== 'closed') return;
    stop();
    session.close();
  });
}
