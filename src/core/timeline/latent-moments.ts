import type { MomentKind } from '#core/record';

import { type Candidate, quote } from './candidate.ts';
import { mentionedHashes, sameHash } from './commit-identity.ts';
import type { Incident, TimedEvent } from './incident.ts';
import type { Suspect } from './types.ts';

/** What came before the impact, as far as the chain from commit to production is evident from the first suspect. */
export function latentMoments(incident: Incident, suspects: readonly Suspect[]): [MomentKind, Candidate[]][] {
  const [first] = suspects;
  const suspect = incident.events.find(({ event }) => event.id === first?.event);
  if (first === undefined || suspect === undefined) return [];
  const hashes = mentionedHashes(suspect.event);
  const linked = incident.events.filter(
    (one) =>
      one === suspect || mentionedHashes(one.event).some((hash) => hashes.some((other) => sameHash(hash, other))),
  );
  const strength = Math.min(0.5, first.score);
  const candidates = (
    moment: MomentKind,
    found: TimedEvent | undefined,
    because: string,
  ): [MomentKind, Candidate[]][] => {
    if (found === undefined) return [];
    const { event, epoch } = found;
    return [[moment, [{ at: event.at, epoch, event, strength, reason: `${because}: ${quote(event)}.` }]]];
  };
  const merge = linked.find(({ event }) => /^merged?\b|\bmerged\b/iu.test(event.text));
  const commit = linked.find(({ event }) => event.key?.startsWith('commit:') === true && event !== merge?.event);
  const deploy = linked.find(({ event }) => event.kind === 'deploy' || event.kind === 'rollout');
  return [
    ...candidates('introduced', commit, 'The first suspect was committed'),
    ...candidates('merged', merge, 'The first suspect was merged'),
    ...candidates('deployed', deploy, 'The first suspect reached production'),
  ];
}
