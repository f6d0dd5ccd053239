import { instantToEpoch } from '#core/time';

import type { TimelineEvent } from './types.ts';

/** When an event (or the last of its repetitions) was over, in epoch milliseconds; the event must have an instant. */
export function lastEpoch(event: TimelineEvent): number {
  return instantToEpoch(event.until?.instant ?? event.at.instant ?? '');
}

/** How often an event came in its busiest minute. */
export function peakCount(event: TimelineEvent): number {
  return event.peak?.count ?? 1;
}
