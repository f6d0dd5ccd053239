import { type Candidate, firstStrong, strongest } from './candidate.ts';
import { findRecovery } from './find-recovery.ts';
import { findSymptoms, isFailure, patternOf } from './find-symptoms.ts';
import type { Incident, TimedEvent } from './incident.ts';
import { isRehearsal } from './incident.ts';
import { LINGERING, STRONG, SYMPTOM_NEAR } from './incident.data.ts';

/** One stretch of impact, with what stands behind its ends. */
interface Stretch {
  readonly from: Candidate;
  readonly to: Candidate | null;
  /** Other signs of its end, in order of time. */
  readonly signs: readonly Candidate[];
}

/** The impact of an incident. */
export interface Impact {
  readonly symptoms: readonly Candidate[];
  /** In order; a reopened incident has several. */
  readonly stretches: readonly Stretch[];
  /** Ids of the failures that belong to the incident. */
  readonly failures: ReadonlySet<string>;
}

/** Finds when users were affected: from the first symptom to recovery, and again for every time that it came back. */
export function findImpact(incident: Incident): Impact {
  const symptoms = findSymptoms(incident);
  const first = firstStrong(symptoms, STRONG);
  if (first === undefined) return { symptoms, stretches: [], failures: new Set() };
  const failures = failuresLike(incident, symptoms);
  const signs = findRecovery(incident, failures);
  const failing = incident.events.filter(({ event }) => failures.has(event.id));
  const back = relapses(incident, first, symptoms);
  const stretches: Stretch[] = [];
  let from: Candidate | undefined = first;
  while (from !== undefined) {
    const stretch = stretchFrom(from, signs, back);
    stretches.push({ from, to: stretch.to ?? null, signs: stretch.signs });
    from = stretch.relapse === undefined ? undefined : startOf(stretch.relapse, stretch.to, failing);
  }
  return { symptoms, stretches, failures };
}

/** Ids of all failures with the pattern of a symptom. */
function failuresLike(incident: Incident, symptoms: readonly Candidate[]): Set<string> {
  const patterns = new Set(symptoms.filter(isFailure).map(patternOf));
  return new Set(
    incident.events.flatMap((one) => (isFailure(one) && patterns.has(patternOf(one)) ? one.event.id : [])),
  );
}

/** Signs that the impact is back: claims, a reopened incident, an alert that fires for the same thing again. */
function relapses(incident: Incident, first: Candidate, symptoms: readonly Candidate[]): Candidate[] {
  const names = new Set(
    [first, ...symptoms, ...incident.candidates('alert-fired').slice(0, 3)].flatMap(({ event }) => [
      event.service,
      event.hints?.[0],
    ]),
  );
  const again = incident.candidates('alert-fired').filter(({ event }) => {
    if (event.kind !== 'alert' || isRehearsal(event)) return false;
    return [event.service, event.hints?.[0]].some((name) => name !== undefined && names.has(name));
  });
  return [...again, ...incident.candidates('reopened')]
    .filter(({ strength }) => strength >= STRONG)
    .toSorted((a, b) => a.epoch - b.epoch);
}

/** Where the impact that began at `from` ends, and what tells that it came back. */
function stretchFrom(
  from: Candidate,
  signs: readonly Candidate[],
  back: readonly Candidate[],
): { to: Candidate | undefined; signs: Candidate[]; relapse: Candidate | undefined } {
  const start = firstIndexAfter(signs, from.epoch);
  const good = firstFrom(signs, start, ({ strength }) => strength >= STRONG);
  const relapse = good === undefined ? undefined : back[firstIndexAfter(back, good.epoch + LINGERING)];
  const end = relapse === undefined ? signs.length : firstIndexAfter(signs, relapse.epoch - 1);
  const inside = signs.slice(start, end);
  const sure = inside.filter((sign) => sign.strength >= 0.75);
  return { to: sure[0] ?? strongest(inside), signs: inside, relapse };
}

/** Index of the first candidate after an instant, by bisection: a flapping alert gives thousands of stretches. */
function firstIndexAfter(candidates: readonly Candidate[], epoch: number): number {
  let [low, high] = [0, candidates.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (candidates[middle]!.epoch <= epoch) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstFrom(
  candidates: readonly Candidate[],
  start: number,
  fits: (candidate: Candidate) => boolean,
): Candidate | undefined {
  for (let index = start; index < candidates.length; index += 1) {
    const candidate = candidates[index]!;
    if (fits(candidate)) return candidate;
  }
  return undefined;
}

/** The first failure of the new stretch, which may come before anybody notices. */
function startOf(relapse: Candidate, recovered: Candidate | undefined, failing: readonly TimedEvent[]): Candidate {
  const earliest = Math.max((recovered?.epoch ?? 0) + LINGERING, relapse.epoch - 2 * SYMPTOM_NEAR);
  const failure = failing.find(({ epoch }) => epoch >= earliest && epoch <= relapse.epoch);
  if (failure === undefined) return relapse;
  return { ...relapse, at: failure.event.at, epoch: failure.epoch, event: failure.event };
}
