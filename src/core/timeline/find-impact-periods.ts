import { findImpact, type Impact } from './find-impact.ts';
import { assessIncident } from './incident.ts';
import type { ImpactPeriod, TimelineEvent } from './types.ts';

/**
 * When users were affected, from the first symptom to recovery; several periods where an incident came back. The end is
 * null where no sign of recovery is known. Empty where nothing shows any impact. Proposals, like moments.
 */
export function findImpactPeriods(events: readonly TimelineEvent[]): ImpactPeriod[] {
  const incident = assessIncident(events);
  return incident === null ? [] : periodsOf(findImpact(incident));
}

/** {@link findImpactPeriods} for an impact that is found already. */
export function periodsOf({ stretches }: Impact): ImpactPeriod[] {
  return stretches.map(({ from, to }) => ({ from: from.at, to: to?.at ?? null }));
}
