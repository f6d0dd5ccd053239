import type { ImpactPeriod, TimelineEvent } from './types.ts';

/** Impact from one start to its end. */
export function findImpactPeriods(events: readonly TimelineEvent[]): ImpactPeriod[] {
  const from = events.find((event) => event.kind === 'error' || event.kind === 'alert');
  const to = events.findLast((event) => event.kind === 'alert-resolved');
  return from === undefined ? [] : [{ from: from.at, to: to?.at ?? null }];
}
