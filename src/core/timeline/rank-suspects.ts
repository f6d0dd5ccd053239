import type { Candidate } from './candidate.ts';
import { type ChangeStory, changeStories } from './change-stories.ts';
import { findImpact, type Impact } from './find-impact.ts';
import { assessIncident, type Incident } from './incident.ts';
import { SUSPECT_LIMITS, SUSPECT_WINDOW } from './suspects.data.ts';
import { caseFile, suspicionsOf } from './suspicions.ts';
import type { Suspect, TimelineEvent } from './types.ts';

/**
 * Ranks the changes (commits, deployments, rollouts, configuration, feature flags, commands) that took effect in the six
 * hours before the first symptom, by what speaks for each: closeness in time, the same service, names that the first
 * failures share, being taken back or named as the cause later. A commit, its merge and its deployments are one
 * suspect, which counts from when it reached production. A change after the first symptom is never a suspect. Every
 * suspect has its reasons; which one it was, a person decides.
 */
export function rankSuspects(events: readonly TimelineEvent[]): Suspect[] {
  const incident = assessIncident(events);
  return incident === null ? [] : suspectsOf(incident, findImpact(incident));
}

/** {@link rankSuspects} for an incident that is assessed already. */
export function suspectsOf(incident: Incident, impact: Impact): Suspect[] {
  const symptom = impact.stretches[0]?.from;
  if (symptom === undefined) return [];
  const stories = changeStories(incident, latestCause(symptom)).filter(
    ({ reached }) => reached.epoch >= symptom.epoch - SUSPECT_WINDOW,
  );
  const file = caseFile(incident, symptom, stories);
  return stories
    .map((story) => suspect(story, suspicionsOf(story, file)))
    .filter(({ score }) => score >= SUSPECT_LIMITS.leastScore)
    .toSorted((a, b) => b.score - a.score || ((a.at.instant ?? '') < (b.at.instant ?? '') ? 1 : -1))
    .slice(0, SUSPECT_LIMITS.most);
}

/** A symptom written to the minute may lie at that minute's end. */
function latestCause(symptom: Candidate): number {
  return symptom.epoch + (symptom.at.precision === 'minute' ? 59_999 : 0);
}

function suspect({ change, events }: ChangeStory, suspicion: { score: number; reasons: readonly string[] }): Suspect {
  const { event } = change;
  const others = events.filter((one) => one !== change).map((one) => one.event.id);
  const also = others.length === 0 ? [] : [`The same change is told by ${others.slice(0, 8).join(', ')}.`];
  const score = Math.round(Math.min(1, suspicion.score) * 100) / 100;
  return { event: event.id, at: event.at, text: event.text, score, reasons: [...suspicion.reasons, ...also] };
}
