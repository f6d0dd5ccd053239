import { MOMENT_KINDS, type MomentKind } from '#core/record';

import { type Candidate, firstStrong, quote, strongest } from './candidate.ts';
import { findImpact, type Impact } from './find-impact.ts';
import { assessIncident, type Incident } from './incident.ts';
import { ALTERNATIVES, STRONG } from './incident.data.ts';
import { latentMoments } from './latent-moments.ts';
import type { SuggestedMoment, Suspect, TimelineEvent } from './types.ts';

/**
 * Proposes the named points of the incident, each with its reason, the event behind it and alternatives. Where the
 * timeline holds several stretches of coordination, the densest is taken for the incident. No order is forced: service
 * can be restored before anybody calls it mitigated. What came before the impact (`introduced` … `triggered`) is
 * proposed from the first of `suspects`.
 */
export function findMoments(events: readonly TimelineEvent[], suspects: readonly Suspect[] = []): SuggestedMoment[] {
  const incident = assessIncident(events);
  return incident === null ? [] : momentsOf(incident, findImpact(incident), suspects);
}

/** {@link findMoments} for an incident that is assessed already. */
export function momentsOf(incident: Incident, impact: Impact, suspects: readonly Suspect[]): SuggestedMoment[] {
  const latent = new Map(latentMoments(incident, suspects, impact.stretches[0]?.from.epoch ?? incident.from));
  return MOMENT_KINDS.flatMap((kind) => {
    const candidates = latent.get(kind) ?? candidatesFor(kind, incident, impact);
    const chosen = latent.get(kind)?.[0] ?? choose(kind, candidates, impact);
    return chosen === undefined ? [] : [suggest(kind, chosen, candidates)];
  });
}

function candidatesFor(kind: MomentKind, incident: Incident, impact: Impact): readonly Candidate[] {
  if (kind === 'impact-started') return impact.symptoms;
  if (kind === 'restored') return impact.stretches.flatMap(({ signs }) => signs);
  return incident.candidates(kind);
}

function choose(kind: MomentKind, candidates: readonly Candidate[], impact: Impact): Candidate | undefined {
  const [first, last] = [impact.stretches[0], impact.stretches.at(-1)];
  switch (kind) {
    case 'impact-started':
      return first?.from;
    case 'restored':
      return last?.to ?? undefined;
    case 'mitigated':
      return decisiveMeasure(candidates, first?.from.epoch ?? -Infinity, first?.to?.epoch ?? Infinity);
    case 'resolved':
    case 'closed':
      return firstAfter(candidates, last);
    case 'root-cause-identified':
      return firstStrong(candidates, 0.75);
    default:
      return firstStrong(candidates, STRONG);
  }
}

/** The last strong measure before service was first restored: the ones before it did not help. */
function decisiveMeasure(candidates: readonly Candidate[], from: number, to: number): Candidate | undefined {
  const during = candidates.filter(({ epoch }) => epoch >= from && epoch <= to);
  return during.findLast(({ strength }) => strength >= STRONG) ?? strongest(during.length === 0 ? candidates : during);
}

/** The first strong one after the last impact began; a premature one before it is an alternative. */
function firstAfter(
  candidates: readonly Candidate[],
  last: Impact['stretches'][number] | undefined,
): Candidate | undefined {
  const after = candidates.filter(({ epoch }) => epoch > (last?.from.epoch ?? -Infinity));
  return firstStrong(after.length === 0 ? candidates : after, STRONG);
}

function suggest(kind: MomentKind, chosen: Candidate, candidates: readonly Candidate[]): SuggestedMoment {
  const others = candidates
    .filter((candidate) => candidate.event !== chosen.event)
    .toSorted((a, b) => b.strength - a.strength || a.epoch - b.epoch)
    .slice(0, ALTERNATIVES);
  return {
    kind,
    at: chosen.at,
    events: [chosen.event.id],
    reason: chosen.reason,
    confidence: Math.round(Math.min(chosen.strength, 0.95) * 100) / 100,
    alternatives: others.map(({ at, event, reason }) => ({ at, events: [event.id], reason: reason || quote(event) })),
  };
}
