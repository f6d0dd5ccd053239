import type { MomentKind } from '#core/record';

import { type Candidate, quote } from './candidate.ts';
import { changeStories } from './change-stories.ts';
import type { Incident, TimedEvent } from './incident.ts';
import type { Suspect } from './types.ts';

/** Kinds of change that can be the trigger itself, without a deployment. */
const TRIGGERS = new Set(['config', 'feature-flag', 'command']);

/** What came before the impact, as far as the way from commit to production is evident from the first suspect. */
export function latentMoments(
  incident: Incident,
  suspects: readonly Suspect[],
  until: number,
): [MomentKind, Candidate[]][] {
  const [first] = suspects;
  const story = changeStories(incident, until).find(({ events }) =>
    events.some(({ event }) => event.id === first?.event),
  );
  if (first === undefined || story === undefined) return [];
  const strength = Math.min(0.5, first.score);
  const propose = (moment: MomentKind, found: TimedEvent | undefined, because: string): [MomentKind, Candidate[]][] => {
    if (found === undefined) return [];
    const { event, epoch } = found;
    return [[moment, [{ at: event.at, epoch, event, strength, reason: `${because}: ${quote(event)}.` }]]];
  };
  const { change, merge, reached } = story;
  const isCommit = change.event.key?.startsWith('commit:') === true || change.event.kind === 'commit';
  const isDeploy = reached.event.kind === 'deploy' || reached.event.kind === 'rollout';
  return [
    ...propose('introduced', isCommit ? change : undefined, 'The first suspect was committed'),
    ...propose('merged', merge, 'The first suspect was merged'),
    ...propose('deployed', isDeploy ? reached : undefined, 'The first suspect reached production'),
    ...propose(
      'triggered',
      !isCommit && TRIGGERS.has(change.event.kind) ? change : undefined,
      'The first suspect took effect',
    ),
  ];
}
