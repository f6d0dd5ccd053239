import type { Suspect, TimelineEvent } from './types.ts';

/** Changes near the first symptom. */
export function rankSuspects(_events: readonly TimelineEvent[]): Suspect[] {
  return [];
}
