import type { EvidenceEvent, EventSource } from '#core/evidence';
import { formatInstant, instantToEpoch, type WrittenTime } from '#core/time';

import type { Arranged } from './arrange-events.ts';
import type { SkewOf } from './clock-skew.ts';
import { MINUTE } from './folding.data.ts';
import type { TimelineEvent } from './types.ts';
import type { Unit } from './unit.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Makes the timeline event of one unit. */
export function timelineEvent(unit: Unit, id: string, context: { arranged: Arranged; skewOf: SkewOf }): TimelineEvent {
  const { arranged, skewOf } = context;
  const event = arranged.events[unit.position]!;
  const skew = skewOf(event);
  const made: Mutable<TimelineEvent> = {
    id,
    at: corrected(event.at, skew),
    text: event.text,
    kind: event.kind,
    sources: sourcesOf(unit, arranged),
    count: unit.folded?.count ?? unit.members?.length ?? 1,
  };
  if (skew !== 0) made.skewSeconds = skew;
  describe(made, unit.members?.map((member) => arranged.events[member]!) ?? [event], event);
  addFolding(made, unit, context);
  return made;
}

/** Takes skew (seconds) off a time; what was written stays. */
function corrected(at: WrittenTime, skew: number): WrittenTime {
  if (skew === 0 || at.instant === null) return at;
  const shift = (instant: string): string => formatInstant(instantToEpoch(instant) - Math.round(skew * 1000));
  return { ...at, instant: shift(at.instant), ...(at.until === undefined ? {} : { until: shift(at.until) }) };
}

/** What the speaker says counts; where it is silent, the others fill in. */
function describe(made: Mutable<TimelineEvent>, members: readonly EvidenceEvent[], speaker: EvidenceEvent): void {
  const all = members.length === 1 ? members : [speaker, ...members.filter((member) => member !== speaker)];
  const first = <K extends keyof EvidenceEvent>(name: K): EvidenceEvent[K] | undefined =>
    all.find((member) => member[name] !== undefined)?.[name];
  const [actor, service, level, details, key] = [
    first('actor'),
    first('service'),
    first('level'),
    first('details'),
    first('key'),
  ];
  if (actor !== undefined) made.actor = actor;
  if (service !== undefined) made.service = service;
  if (level !== undefined) made.level = level;
  if (details !== undefined) made.details = details;
  if (key !== undefined) made.key = key;
  const names = union(all.map((member) => member.names));
  const hints = union(all.map((member) => member.hints));
  if (names !== undefined) made.names = names;
  if (hints !== undefined) made.hints = hints;
}

function addFolding(
  made: Mutable<TimelineEvent>,
  unit: Unit,
  { arranged, skewOf }: { arranged: Arranged; skewOf: SkewOf },
): void {
  const { folded } = unit;
  const last = arranged.events[folded?.last ?? unit.position]!;
  const end = folded !== undefined && folded.count > 1 ? last.at : last.endedAt;
  if (end !== undefined) made.until = corrected(end, skewOf(last));
  if (last.fold !== undefined) made.fold = last.fold;
  if (folded !== undefined && folded.count > 1 && unit.position < arranged.timed) {
    made.peak = { minute: formatInstant(folded.peakMinute * MINUTE), count: folded.peakCount };
  }
}

function sourcesOf(unit: Unit, { events }: Arranged): EventSource[] {
  const { folded, members, position } = unit;
  if (members !== undefined) return members.map((member) => events[member]!.source);
  if (folded === undefined || folded.count === 1) return [events[position]!.source];
  return [...new Set([position, folded.peak, folded.last])].map((place) => events[place]!.source);
}

function union(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const given = lists.filter((list) => list !== undefined);
  if (given.length <= 1) return given[0];
  return [...new Set(given.flat())];
}
