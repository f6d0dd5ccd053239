import { useSyncExternalStore } from 'react';

let references: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Says which references the timeline has now. */
export function setKnownReferences(next: ReadonlySet<string>): void {
  if (next.size === references.size && [...next].every((each) => references.has(each))) return;
  references = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** References into the evidence that the timeline has. */
export function useKnownReferences(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => references);
}
