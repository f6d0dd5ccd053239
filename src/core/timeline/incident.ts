import { instantToEpoch } from '#core/time';

import { type Candidate, quote } from './candidate.ts';
import {
  CANDIDATE_RULES,
  CLAIM_WEIGHT,
  COORDINATION_WEIGHT,
  NOT_CLAIMED_BY,
  REHEARSAL,
  TOLD_KINDS,
} from './candidate-rules.data.ts';
import type { ClaimKind } from './claim-wordings.data.ts';
import { type Claim, findClaims } from './find-claims.ts';
import { AFTERMATH, APART } from './incident.data.ts';
import type { TimelineEvent } from './types.ts';

/** A timeline event with an instant. */
export interface TimedEvent {
  readonly event: TimelineEvent;
  readonly epoch: number;
  readonly claims: readonly Claim[];
}

/** Where in the timeline the incident is, and what speaks for which moment. */
export interface Incident {
  /** All timed events in order. */
  readonly events: readonly TimedEvent[];
  /** From the first to the last coordination (alerts, pages, declarations, talk of responders), epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Until when it may still be closed: a day later, or until another incident begins. */
  readonly until: number;
  /** How many other stretches of coordination the timeline has, which are taken for other incidents. */
  readonly others: number;
  /** Candidates inside the incident, in order of time. */
  candidates(moment: ClaimKind): readonly Candidate[];
}

const RULED_KINDS = new Set(CANDIDATE_RULES.flatMap(({ kinds }) => kinds));

interface Stretch {
  from: number;
  to: number;
  weight: number;
}

/** Finds the incident: the heaviest stretch of coordination, the later one of equals. Null without any event with a time. */
export function assessIncident(events: readonly TimelineEvent[]): Incident | null {
  const timed = timedEvents(events);
  if (timed.length === 0) return null;
  const stretches = stretchesOf(timed);
  const main = stretches.reduce<Stretch | null>(
    (best, one) => (best !== null && best.weight > one.weight ? best : one),
    null,
  );
  const { from, to } = main ?? { from: timed[0]!.epoch, to: timed.at(-1)!.epoch };
  const next = stretches.find((stretch) => stretch.from > to)?.from ?? Infinity;
  const until = Math.min(to + AFTERMATH, next - 1);
  const candidates = collect(timed.filter(({ epoch }) => epoch >= from && epoch <= until));
  return {
    events: timed,
    from,
    to,
    until,
    others: Math.max(0, stretches.length - 1),
    candidates: (moment) => candidates.get(moment) ?? [],
  };
}

const NO_CLAIMS: readonly Claim[] = [];

function timedEvents(events: readonly TimelineEvent[]): TimedEvent[] {
  const timed: TimedEvent[] = [];
  const read = new Map<string, readonly Claim[]>();
  for (const event of events) {
    if (event.at.instant === null) continue;
    const claims = TOLD_KINDS.has(event.kind) ? claimsOf(event, read) : NO_CLAIMS;
    timed.push({ event, epoch: instantToEpoch(event.at.instant), claims });
  }
  return timed;
}

/** Reads each text once (`read` keeps what it claims): bots and status pages repeat themselves. */
function claimsOf({ text, kind }: TimelineEvent, read: Map<string, readonly Claim[]>): readonly Claim[] {
  let claims = read.get(text);
  if (claims === undefined) read.set(text, (claims = findClaims(text)));
  const excluded = NOT_CLAIMED_BY[kind];
  return excluded === undefined || claims.length === 0
    ? claims
    : claims.filter((claim) => !excluded.includes(claim.kind));
}

function stretchesOf(timed: readonly TimedEvent[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const one of timed) {
    const weight = weightOf(one);
    if (weight === 0) continue;
    const last = stretches.at(-1);
    if (last !== undefined && one.epoch - last.to <= APART) {
      last.to = one.epoch;
      last.weight += weight;
    } else stretches.push({ from: one.epoch, to: one.epoch, weight });
  }
  return stretches;
}

function weightOf({ event, claims }: TimedEvent): number {
  if (COORDINATION_WEIGHT[event.kind] === undefined && claims.length === 0) return 0;
  if (isRehearsal(event)) return 0;
  const told = claims.reduce((sum, claim) => Math.max(sum, (CLAIM_WEIGHT[claim.kind] ?? 0) * claim.strength), 0);
  return Math.max(COORDINATION_WEIGHT[event.kind] ?? 0, told);
}

/** True for test notifications and drills. */
export function isRehearsal(event: TimelineEvent): boolean {
  return REHEARSAL.test(event.text) || (event.hints ?? []).some((hint) => REHEARSAL.test(hint));
}

function collect(timed: readonly TimedEvent[]): Map<ClaimKind, Candidate[]> {
  const found = new Map<ClaimKind, Candidate[]>();
  const add = (moment: ClaimKind, candidate: Candidate): void => {
    const list = found.get(moment);
    if (list === undefined) found.set(moment, [candidate]);
    else list.push(candidate);
  };
  for (const { event, epoch, claims } of timed) {
    if ((claims.length === 0 && !RULED_KINDS.has(event.kind)) || isRehearsal(event)) continue;
    const best = new Map<ClaimKind, { strength: number; because: string }>();
    for (const claim of claims) best.set(claim.kind, { strength: claim.strength, because: `It says “${claim.words}”` });
    for (const rule of CANDIDATE_RULES) {
      if (!rule.kinds.includes(event.kind) || rule.wording?.test(event.text) === false) continue;
      if (rule.strength > (best.get(rule.moment)?.strength ?? 0)) best.set(rule.moment, rule);
    }
    for (const [moment, { strength, because }] of best) {
      add(moment, { at: event.at, epoch, event, strength, reason: `${because}: ${quote(event)}.` });
    }
  }
  return found;
}
