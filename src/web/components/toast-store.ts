import { useSyncExternalStore } from 'react';

/** A short message at the edge of the page. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly help?: string;
  readonly tone: 'info' | 'danger' | 'success';
  readonly action?: { readonly label: string; readonly run: () => void };
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a message. It goes after a while, except where it tells of a failure. */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { readonly tone?: Toast['tone'] }): number {
  const id = nextId++;
  setToasts([...toasts.slice(-2), { tone: 'info', ...toast, id }]);
  if (toast.tone !== 'danger') setTimeout(() => hideToast(id), toast.action === undefined ? 5000 : 9000);
  return id;
}

/** Takes a message away. */
export function hideToast(id: number): void {
  setToasts(toasts.filter((toast) => toast.id !== id));
}

/** The messages that show now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}
