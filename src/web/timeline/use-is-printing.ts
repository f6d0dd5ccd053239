import { useSyncExternalStore } from 'react';

let printing = false;

function subscribe(listener: () => void): () => void {
  const media = matchMedia('print');
  const set = (now: boolean): void => {
    if (printing === now) return;
    printing = now;
    listener();
  };
  const begin = (): void => set(true);
  const end = (): void => set(false);
  const change = (): void => set(media.matches);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  media.addEventListener('change', change);
  return () => {
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
    media.removeEventListener('change', change);
  };
}

/** True while the page is being printed: then everything must be there, whatever is in sight. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing);
}
