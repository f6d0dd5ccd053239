import type { EvidenceEvent } from '#core/evidence';

import { findImpactPeriods } from './find-impact-periods.ts';
import { findMoments } from './find-moments.ts';
import { mergeEvents } from './merge-events.ts';
import { rankSuspects } from './rank-suspects.ts';
import type { MergeOptions, Timeline } from './types.ts';

/**
 * Everything that evidence says, in order, with what it suggests: merged events ({@link mergeEvents}), moments with
 * their reasons, impact periods and suspects. The same events in any order give the same timeline. Moments and suspects
 * are proposals; a person confirms.
 */
export function buildTimeline(events: readonly EvidenceEvent[], options: MergeOptions = {}): Timeline {
  const merged = mergeEvents(events, options);
  const suspects = rankSuspects(merged.events);
  return {
    events: merged.events,
    moments: findMoments(merged.events, suspects),
    impactPeriods: findImpactPeriods(merged.events),
    suspects,
    findings: merged.findings,
  };
}
