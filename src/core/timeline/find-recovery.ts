import { type Candidate, quote } from './candidate.ts';
import type { Incident, TimedEvent } from './incident.ts';
import { isRehearsal } from './incident.ts';
import { APART, LINGERING } from './incident.data.ts';
import { isFailure } from './find-symptoms.ts';
import { lastEpoch } from './timed-event.ts';

/** Signs that service was restored, in order of time: claims, alerts that are over, failures that end. */
export function findRecovery(incident: Incident, failures: ReadonlySet<string>): Candidate[] {
  const ends = failureEnds(incident, failures);
  const quiet = evidenceEnds(incident.events);
  const signs = [
    ...incident.candidates('restored'),
    ...alertEnds(incident),
    ...ends.filter((end) => goesOn(end, quiet)),
  ];
  const contradicted = (sign: Candidate): boolean =>
    ends.some(({ event, epoch }) => event !== sign.event && epoch > sign.epoch + LINGERING && firstBefore(event, sign));
  return signs
    .map((sign) => (contradicted(sign) ? { ...sign, strength: sign.strength * 0.6 } : sign))
    .toSorted((a, b) => a.epoch - b.epoch);
}

/** True where a failure began before that sign of recovery. */
function firstBefore(event: TimedEvent['event'], sign: Candidate): boolean {
  return (event.at.instant ?? '') <= (sign.at.instant ?? '');
}

/** Alerts that are over; the strongest sign is the one after which none of them fires. */
function alertEnds(incident: Incident): Candidate[] {
  const inside = incident.events.filter(
    ({ epoch, event }) =>
      (event.kind === 'alert' || event.kind === 'alert-resolved') &&
      epoch >= incident.from &&
      epoch <= incident.until &&
      !isRehearsal(event),
  );
  const resolved = new Set(inside.flatMap(({ event }) => (event.kind === 'alert-resolved' ? alertName(event) : [])));
  const open = new Set<string>();
  return inside.flatMap(({ event, epoch }): Candidate[] => {
    const name = alertName(event);
    if (event.kind === 'alert' && resolved.has(name)) open.add(name);
    if (event.kind !== 'alert-resolved') return [];
    open.delete(name);
    const [strength, how] =
      open.size === 0 ? [0.75, 'The last firing alert was resolved'] : [0.5, 'An alert was resolved'];
    return [{ at: event.at, epoch, event, strength, reason: `${how}: ${quote(event)}.` }];
  });
}

function alertName(event: TimedEvent['event']): string {
  return event.hints?.[0] ?? event.service ?? event.text;
}

/** Where the runs of this incident's failures end. */
function failureEnds(incident: Incident, failures: ReadonlySet<string>): Candidate[] {
  return incident.events.flatMap((one): Candidate[] => {
    const { event, epoch } = one;
    if (!failures.has(event.id) || event.until === undefined || event.count < 3) return [];
    if (!isFailure(one) || epoch < incident.from - APART || epoch > incident.until) return [];
    const reason = `The last of ${String(event.count)} failures: ${quote(event)}.`;
    return [{ at: event.until, epoch: lastEpoch(event), event, strength: 0.55, reason }];
  });
}

/** True where its evidence tells more after the last failure; where a log ends with it, nobody knows whether it went on. */
function goesOn({ event, epoch }: Candidate, ends: ReadonlyMap<string, number>): boolean {
  return event.sources.some(({ evidence }) => (ends.get(evidence) ?? 0) > epoch + LINGERING);
}

/** Until when each piece of evidence tells anything, in epoch milliseconds. */
function evidenceEnds(events: readonly TimedEvent[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { event } of events) {
    const end = lastEpoch(event);
    for (const { evidence } of event.sources) ends.set(evidence, Math.max(end, ends.get(evidence) ?? end));
  }
  return ends;
}
