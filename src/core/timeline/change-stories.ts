import { CHANGING_COMMAND } from './candidate-rules.data.ts';
import type { Incident, TimedEvent } from './incident.ts';
import { MERGE, OUTGOING, REACHED } from './lineage.data.ts';
import { lineages } from './lineage.ts';
import { CHANGE_WEIGHT } from './suspects.data.ts';

/** One change with everything that tells of it on its way to production. */
export interface ChangeStory {
  /** All events, in order of time. */
  readonly events: readonly TimedEvent[];
  /** The one that says best what was changed: the commit itself, else the first event. */
  readonly change: TimedEvent;
  readonly merge: TimedEvent | undefined;
  /** With what it took effect. */
  readonly reached: TimedEvent;
}

/** The changes that a timeline knows up to an instant (epoch milliseconds). */
export function changeStories(incident: Incident, until: number): ChangeStory[] {
  const known = incident.events.filter((one) => one.epoch <= until && (isChange(one) || isTrace(one)));
  return lineages(known).flatMap((events): ChangeStory[] => {
    const changes = events.filter(isChange);
    if (changes.length === 0) return [];
    const commits = changes.filter(({ event }) => event.key?.startsWith('commit:') === true || event.kind === 'commit');
    const merge = commits.find(({ event }) => MERGE.test(event.text));
    const change = commits.find(({ event }) => !MERGE.test(event.text)) ?? changes[0]!;
    return [{ events, change, merge, reached: reached(changes, change) }];
  });
}

/** True for what can change a running system. */
export function isChange({ event }: TimedEvent): boolean {
  if (event.kind === 'command') return CHANGING_COMMAND.test(event.text);
  return CHANGE_WEIGHT[event.kind] !== undefined && !(event.kind === 'rollout' && OUTGOING.test(event.text));
}

/** Notes of pipelines link a branch with its commits. */
function isTrace({ event }: TimedEvent): boolean {
  return event.kind === 'note' && event.hints?.some((hint) => hint.startsWith('commit:')) === true;
}

function reached(changes: readonly TimedEvent[], change: TimedEvent): TimedEvent {
  const later = changes.filter(({ epoch }) => epoch >= change.epoch);
  const deploys = later.filter(({ event }) => event.kind === 'deploy');
  return (
    later.find(({ event }) => event.kind === 'rollout') ??
    deploys.find(({ event }) => REACHED.test(event.text) && !/\bworkflow\b/iu.test(event.text)) ??
    deploys.at(-1) ??
    change
  );
}
