/** What the stream of changes says: something changed, or it is (again) open. */
type StreamMessage = { readonly kind: 'change'; readonly data: string } | { readonly kind: 'open' };

type Tell = (message: StreamMessage) => void;

const NAME = 'nevertwice-changes';
const URL_OF_CHANGES = '/api/v1/changes';
/** A stream that was turned away (a session has ended, say) does not come back by itself. */
const AGAIN_MS = 5000;

/**
 * Hears the stream of changes. A browser opens six connections to a server at most, whatever the number of its tabs, and a
 * stream keeps one: so one tab listens and tells the others. Returns what ends the listening.
 */
export function listenForAllTabs(tell: Tell): () => void {
  const stop = new AbortController();
  // Only pages of https and of the machine itself have locks.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) openStream(tell, stop.signal);
  else takeTurns(locks, tell, stop.signal);
  return () => stop.abort();
}

/** Whoever holds the lock listens. Who comes to the front takes it: a tab in the background may be put to sleep. */
function takeTurns(locks: LockManager, tell: Tell, stop: AbortSignal): void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<StreamMessage>) => tell(data));
  const tellAll: Tell = (message) => {
    tell(message);
    channel.postMessage(message);
  };
  let turn: AbortController | undefined;
  const listen = async (): Promise<void> => {
    const mine = new AbortController();
    turn = mine;
    openStream(tellAll, mine.signal);
    await new Promise((resolve) => mine.signal.addEventListener('abort', resolve));
  };
  const endTurn = (): void => {
    turn?.abort();
    turn = undefined;
  };
  const wait = (options: LockOptions): void => {
    locks.request(NAME, options, listen).catch(() => {
      // Another tab took the turn, or this one was told to stop before it had one.
      endTurn();
      if (!stop.aborted) wait({ signal: stop });
    });
  };
  const comeToFront = (): void => {
    if (document.visibilityState === 'visible' && turn === undefined) wait({ steal: true });
  };
  wait({ signal: stop });
  document.addEventListener('visibilitychange', comeToFront);
  stop.addEventListener('abort', () => {
    document.removeEventListener('visibilitychange', comeToFront);
    endTurn();
    channel.close();
  });
}

function openStream(tell: Tell, stop: AbortSignal): void {
  if (stop.aborted) return;
  const source = new EventSource(URL_OF_CHANGES);
  source.addEventListener('open', () => tell({ kind: 'open' }));
  source.addEventListener('change', ({ data }: MessageEvent<string>) => tell({ kind: 'change', data }));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => openStream(tell, stop), AGAIN_MS);
  });
  stop.addEventListener('abort', () => source.close());
}
