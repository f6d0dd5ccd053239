import type { EventKind } from '#core/evidence';
import type { MomentKind } from '#core/record';

import type { SuggestedMoment, Suspect, TimelineEvent } from './types.ts';

const BY_KIND: readonly (readonly [MomentKind, readonly EventKind[]])[] = [
  ['impact-started', ['error', 'alert']],
  ['alert-fired', ['alert']],
  ['acknowledged', ['acknowledged']],
  ['declared', ['declared']],
  ['restored', ['alert-resolved']],
  ['resolved', ['resolved']],
];

/** Proposes moments. */
export function findMoments(events: readonly TimelineEvent[], _suspects: readonly Suspect[] = []): SuggestedMoment[] {
  return BY_KIND.flatMap(([kind, kinds]) => {
    const event = events.find((candidate) => kinds.includes(candidate.kind));
    if (event === undefined) return [];
    return [
      { kind, at: event.at, events: [event.id], reason: `First ${event.kind}.`, confidence: 0.5, alternatives: [] },
    ];
  });
}
