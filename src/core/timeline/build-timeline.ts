import type { Finding } from '#core/errors';
import type { EvidenceEvent } from '#core/evidence';
import { formatInstant } from '#core/time';

import { findImpact } from './find-impact.ts';
import { periodsOf } from './find-impact-periods.ts';
import { momentsOf } from './find-moments.ts';
import { assessIncident, type Incident } from './incident.ts';
import { mergeEvents } from './merge-events.ts';
import { suspectsOf } from './rank-suspects.ts';
import type { MergeOptions, Timeline } from './types.ts';

/**
 * Everything that evidence says, in order, with what it suggests: merged events ({@link mergeEvents}), moments with
 * their reasons, impact periods and suspects. The same events in any order give the same timeline. Moments and suspects
 * are proposals; a person confirms.
 */
export function buildTimeline(events: readonly EvidenceEvent[], options: MergeOptions = {}): Timeline {
  const { events: merged, findings } = mergeEvents(events, options);
  const incident = assessIncident(merged);
  if (incident === null) return { events: merged, moments: [], impactPeriods: [], suspects: [], findings };
  const impact = findImpact(incident);
  const suspects = suspectsOf(incident, impact);
  return {
    events: merged,
    moments: momentsOf(incident, impact, suspects),
    impactPeriods: periodsOf(impact),
    suspects,
    findings: [...findings, ...otherIncidents(incident)],
  };
}

/** Says where the timeline seems to hold more than one incident, since moments are only proposed for one. */
function otherIncidents({ others, from, to }: Incident): Finding[] {
  if (others === 0) return [];
  return [
    {
      code: 'other-incidents',
      severity: 'info',
      message: `The moments are those of the densest activity, from ${formatInstant(from)} to ${formatInstant(to)}; alerts or responses at ${others === 1 ? 'another time' : `${String(others)} other times`} are taken for something else.`,
      help: 'Give a window if the incident is another one.',
    },
  ];
}
