import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows the palette. */
export function openPalette(): void {
  set(true);
}

/** Hides the palette. */
export function closePalette(): void {
  set(false);
}

/** True while the palette shows. */
export function usePaletteOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open);
}
