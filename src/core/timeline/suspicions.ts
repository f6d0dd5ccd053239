import { formatDuration } from '#core/time';

import type { Candidate } from './candidate.ts';
import { TAKES_BACK } from './candidate-rules.data.ts';
import { mentionedHashes, sameHash } from './commit-identity.ts';
import { eventWords, sharedWords } from './event-words.ts';
import { isFailure } from './find-symptoms.ts';
import { MINUTE } from './folding.data.ts';
import type { Incident, TimedEvent } from './incident.ts';
import {
  CHANGE_WEIGHT,
  CLOSENESS_DECAY,
  HARMLESS,
  HARMLESS_PATH,
  HARMLESS_SUBJECT,
  SUSPICION,
} from './suspects.data.ts';
import type { TimelineEvent } from './types.ts';

/** What every suspect is held against. */
export interface CaseFile {
  readonly incident: Incident;
  readonly symptom: Candidate;
  /** When the last change before the symptom took effect, in epoch milliseconds. */
  readonly last: number;
}

/** One thing that speaks for (or against) a suspect. */
interface Suspicion {
  readonly weight: number;
  readonly reason: string;
}

/** Everything that speaks for a change, summed up. `reached` is the event with which it took effect. */
export function suspicionsOf(
  change: TimedEvent,
  reached: TimedEvent,
  file: CaseFile,
): { score: number; reasons: string[] } {
  const found = [
    closeness(change, reached, file),
    lastChange(reached, file),
    sameService(change, file),
    sharedNames(change, file),
    takenBack(change, file),
    namedAsCause(change, file),
  ].filter((suspicion) => suspicion !== null);
  const harmless = isHarmless(change.event);
  const base = CHANGE_WEIGHT[change.event.kind] ?? 0;
  const score = found.reduce((sum, { weight }) => sum + weight, base) * (harmless ? HARMLESS : 1);
  const reasons = found.map(({ reason }) => reason);
  return {
    score,
    reasons: harmless ? [...reasons, 'It only touches documents or tests, which speaks against it.'] : reasons,
  };
}

function closeness(change: TimedEvent, reached: TimedEvent, { symptom }: CaseFile): Suspicion {
  const gap = Math.max(0, symptom.epoch - reached.epoch);
  const weight = SUSPICION.closeness * Math.exp(-gap / CLOSENESS_DECAY);
  const how = change === reached ? 'It came' : `It reached production (${reached.event.id})`;
  return {
    weight,
    reason: `${how} ${gap < 1000 ? 'at the same time as' : `${formatDuration(Math.round(gap / 1000))} before`} the first symptom.`,
  };
}

function lastChange(reached: TimedEvent, { last }: CaseFile): Suspicion | null {
  if (reached.epoch !== last) return null;
  return { weight: SUSPICION.lastChange, reason: 'It is the last known change before the first symptom.' };
}

/** The first failures and the first alerts: what broke, in their own words. */
function firstFailures({ incident, symptom }: CaseFile): TimelineEvent[] {
  return incident.events
    .filter(
      (one) =>
        one.epoch >= symptom.epoch &&
        one.epoch <= symptom.epoch + 10 * MINUTE &&
        (isFailure(one) || one.event.kind === 'alert'),
    )
    .slice(0, 20)
    .map(({ event }) => event);
}

function sameService(change: TimedEvent, file: CaseFile): Suspicion | null {
  const { service } = change.event;
  const failing = new Set([file.symptom.event, ...firstFailures(file)].map((event) => event.service));
  if (service === undefined || !failing.has(service)) return null;
  return { weight: SUSPICION.sameService, reason: `It changes ${service}, which fails first.` };
}

function sharedNames(change: TimedEvent, file: CaseFile): Suspicion | null {
  const failing = new Set(
    [file.symptom.event, ...firstFailures(file)].flatMap((event) => [...eventWords(event, ['text', 'details'])]),
  );
  const own = eventWords(change.event, ['text', 'details']);
  own.delete((change.event.service ?? '').toLowerCase());
  const names = sharedWords(own, failing).slice(0, SUSPICION.sharedNamesAtMost);
  if (names.length === 0) return null;
  const reason = `It names ${names.map((name) => `“${name}”`).join(', ')}, which the first failures name, too.`;
  return { weight: names.length * SUSPICION.sharedName, reason };
}

/** A later rollback or revert that names it by hash, by subject, or by being the same service's next rollback. */
function takenBack(change: TimedEvent, { incident, symptom }: CaseFile): Suspicion | null {
  const later = incident.events.find(
    ({ event, epoch }) =>
      epoch > symptom.epoch &&
      epoch <= incident.until &&
      CHANGE_WEIGHT[event.kind] !== undefined &&
      TAKES_BACK.test(event.text) &&
      takesBack(event, change.event),
  );
  if (later === undefined) return null;
  return { weight: SUSPICION.takenBack, reason: `It was taken back afterwards (${later.event.id}).` };
}

function takesBack(later: TimelineEvent, change: TimelineEvent): boolean {
  const text = `${later.text}\n${later.details ?? ''}`;
  if (
    mentionedHashes(change).some(
      (hash) => text.includes(hash.slice(0, 7)) || mentionedHashes(later).some((other) => sameHash(other, hash)),
    )
  )
    return true;
  if (change.text.length > 10 && text.includes(change.text.slice(0, 60))) return true;
  const runs = change.kind === 'deploy' || change.kind === 'rollout';
  return (
    runs &&
    later.kind !== 'commit' &&
    change.service !== undefined &&
    (later.service === change.service || later.text.includes(change.service))
  );
}

function namedAsCause(change: TimedEvent, { incident }: CaseFile): Suspicion | null {
  const hashes = mentionedHashes(change.event).map((hash) => hash.slice(0, 7));
  const numbers = [...change.event.text.matchAll(/#\d{2,}|\bv?\d+\.\d+(?:\.\d+)+\b/gu)].map(([number]) => number);
  const told = incident
    .candidates('root-cause-identified')
    .find(({ event }) => [...hashes, ...numbers].some((name) => event.text.includes(name)));
  if (told === undefined) return null;
  return { weight: SUSPICION.namedAsCause, reason: `It is named where the cause is told (${told.event.id}).` };
}

function isHarmless(event: TimelineEvent): boolean {
  const paths = (event.names ?? []).filter((name) => /[./]/u.test(name));
  if (paths.length > 0) return paths.every((path) => HARMLESS_PATH.test(path));
  return HARMLESS_SUBJECT.test(event.text);
}
