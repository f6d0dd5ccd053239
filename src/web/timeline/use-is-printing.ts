import { useSyncExternalStore } from 'react';

let isPrinting = false;
const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

function tell(now: boolean): void {
  if (isPrinting === now) return;
  isPrinting = now;
  for (const listener of listeners) listener();
}

function begin(): void {
  tell(true);
}

function end(): void {
  tell(false);
}

/** One watch for everybody who asks. */
function watch(): () => void {
  const media = matchMedia('print');
  const change = (): void => tell(media.matches);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  media.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', change);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** True while the page is being printed: then everything must be there, whatever is in sight. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}
