import type { Candidate } from './candidate.ts';
import { CHANGING_COMMAND } from './candidate-rules.data.ts';
import { mentionedHashes, sameHash } from './commit-identity.ts';
import { findImpact } from './find-impact.ts';
import { assessIncident, type TimedEvent } from './incident.ts';
import { type CaseFile, suspicionsOf } from './suspicions.ts';
import { CHANGE_WEIGHT, SUSPECT_LIMITS, SUSPECT_WINDOW } from './suspects.data.ts';
import type { Suspect, TimelineEvent } from './types.ts';

/**
 * Ranks the changes (commits, deployments, rollouts, configuration, feature flags, commands) of the six hours before the
 * first symptom by what speaks for each: closeness in time, the same service, names that the first errors share, being
 * taken back or named as the cause later. A commit counts from when it reached production, where a deployment tells. A
 * change after the first symptom is never a suspect. Every suspect has its reasons; which one it was, a person decides.
 */
export function rankSuspects(events: readonly TimelineEvent[]): Suspect[] {
  const incident = assessIncident(events);
  const symptom = incident === null ? undefined : findImpact(incident).stretches[0]?.from;
  if (incident === null || symptom === undefined) return [];
  const limit = latestCause(symptom);
  const changes = incident.events.filter(isChange);
  const before = changes.flatMap((change) => {
    const reached = reachedProduction(change, changes);
    const inside = reached.epoch <= limit && reached.epoch >= symptom.epoch - SUSPECT_WINDOW;
    return inside ? [{ change, reached }] : [];
  });
  const file: CaseFile = {
    incident,
    symptom,
    last: before.reduce((last, { reached }) => Math.max(last, reached.epoch), 0),
  };
  return before
    .map(({ change, reached }) => suspect(change, suspicionsOf(change, reached, file)))
    .filter(({ score }) => score >= SUSPECT_LIMITS.leastScore)
    .toSorted((a, b) => b.score - a.score || (a.at.instant! < b.at.instant! ? 1 : -1))
    .slice(0, SUSPECT_LIMITS.most);
}

/** A symptom written to the minute may lie at its end. */
function latestCause(symptom: Candidate): number {
  return symptom.epoch + (symptom.at.precision === 'minute' ? 59_999 : 0);
}

function isChange({ event }: TimedEvent): boolean {
  if (event.kind === 'command') return CHANGING_COMMAND.test(event.text);
  return CHANGE_WEIGHT[event.kind] !== undefined;
}

/** A commit takes effect with the first deployment that names it; other changes at once. */
function reachedProduction(change: TimedEvent, changes: readonly TimedEvent[]): TimedEvent {
  const isCommit = change.event.key?.startsWith('commit:') === true || change.event.kind === 'commit';
  if (!isCommit) return change;
  const hashes = mentionedHashes(change.event);
  const deploys = changes.filter(
    ({ event, epoch }) =>
      (event.kind === 'deploy' || event.kind === 'rollout') &&
      epoch >= change.epoch &&
      mentionedHashes(event).some((hash) => hashes.some((own) => sameHash(hash, own))),
  );
  return deploys[0] ?? change;
}

function suspect(change: TimedEvent, suspicion: { score: number; reasons: string[] }): Suspect {
  const { event } = change;
  const score = Math.round(Math.min(1, suspicion.score) * 100) / 100;
  return { event: event.id, at: event.at, text: event.text, score, reasons: suspicion.reasons };
}
