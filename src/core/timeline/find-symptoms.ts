import { type Candidate, quote } from './candidate.ts';
import type { Incident, TimedEvent } from './incident.ts';
import { isRehearsal } from './incident.ts';
import { STRONG, SYMPTOM_LEAD, SYMPTOM_NEAR } from './incident.data.ts';
import { eventWords, sharedWords } from './event-words.ts';
import { MINUTE, SURGE } from './folding.data.ts';
import { lastEpoch, peakCount } from './timed-event.ts';

/** How often a failure comes: in its busiest minute, and in one run. */
interface Frequency {
  readonly peak: number;
  readonly count: number;
}

function isFarMore(now: Frequency, before: Frequency): boolean {
  return now.peak >= SURGE.factor * before.peak || now.count >= SURGE.factor * before.count;
}

/** What users felt, as far as the evidence shows it: candidates for the start of the impact, in order of time. */
export function findSymptoms(incident: Incident): Candidate[] {
  const reference = referenceOf(incident);
  const baseline = new Map<string, Frequency>();
  let symptoms: Candidate[] = [];
  for (const one of incident.events) {
    if (one.epoch > incident.until) break;
    if (!isFailure(one)) continue;
    const pattern = patternOf(one);
    const before = baseline.get(pattern);
    const now = { peak: peakCount(one.event), count: one.event.count };
    baseline.set(pattern, {
      peak: Math.max(now.peak, before?.peak ?? 0),
      count: Math.max(now.count, before?.count ?? 0),
    });
    // Records from before the window say that it is noise.
    if (one.event.known === true && before === undefined) continue;
    if (one.epoch < reference.epoch - SYMPTOM_LEAD || isRehearsal(one.event)) continue;
    // What surges now was only noise before.
    const surges = before !== undefined && isFarMore(now, before);
    if (surges) symptoms = symptoms.filter((earlier) => patternOf(earlier) !== pattern);
    if (before !== undefined && !surges) continue;
    const symptom = assess(one, surges, reference);
    if (symptom !== null) symptoms.push(symptom);
  }
  return [...symptoms, ...toldSymptoms(incident)].toSorted((a, b) => a.epoch - b.epoch || b.strength - a.strength);
}

/** The alert (or, without one, whatever began the coordination) that a symptom is measured against. */
function referenceOf(incident: Incident): TimedEvent {
  const inside = incident.events.filter(({ epoch }) => epoch >= incident.from && epoch <= incident.until);
  const alert = inside.find(({ event }) => event.kind === 'alert' && !isRehearsal(event));
  return alert ?? inside.find(({ event }) => !isFailure({ event })) ?? inside[0]!;
}

/** True for an error, and for trouble of the infrastructure. */
export function isFailure({ event }: Pick<TimedEvent, 'event'>): boolean {
  const { kind, level } = event;
  if (kind === 'error') return true;
  return (kind === 'infrastructure' || kind === 'log') && (level === 'error' || level === 'fatal');
}

/** Numbers and ids, which tell one failure of a kind from the next. */
const VALUES = /[\da-f]{8,}|\d+(?:\.\d+)*/giu;

/** Names the same failure wherever it returns, whatever trace it has: by its words, without the values in them. */
export function patternOf({ event }: Pick<TimedEvent, 'event'>): string {
  return `${event.service ?? ''}\n${event.text.replaceAll(VALUES, '<*>')}`;
}

function assess(one: TimedEvent, surges: boolean, reference: TimedEvent): Candidate | null {
  const { event, epoch } = one;
  const goesOn = lastEpoch(event) >= reference.epoch - 5 * MINUTE && event.count > 1;
  const near = Math.abs(reference.epoch - epoch) <= SYMPTOM_NEAR;
  const sameService = event.service !== undefined && event.service === reference.event.service;
  const related = sameService || sharedWords(eventWords(event), eventWords(reference.event)).length > 1;
  if (!goesOn && !near && !related) return null;
  const strength = 0.4 + (goesOn ? 0.2 : 0) + (near ? 0.05 : 0) + (related ? 0.15 : 0) + (event.count > 2 ? 0.1 : 0);
  const often = event.count > 1 ? ` (${String(event.count)} times)` : '';
  const how = surges ? 'A failure that suddenly comes far more often' : 'A failure that was not there before';
  return { at: event.at, epoch, event, strength, reason: `${how}${often}: ${quote(event)}.` };
}

function toldSymptoms(incident: Incident): Candidate[] {
  const alerts = incident
    .candidates('alert-fired')
    .filter(({ event }) => event.kind === 'alert')
    .map((alert) => ({
      ...alert,
      strength: STRONG,
      reason: `No earlier symptom is known than this alert: ${quote(alert.event)}.`,
    }));
  const reports = incident.candidates('reported').map((report) => ({ ...report, strength: report.strength - 0.1 }));
  return [...alerts, ...reports, ...incident.candidates('impact-started')];
}
