import type { EventCounts, EvidenceEvent, EventSource } from '#core/evidence';
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
    count: unit.folded?.count ?? unit.members?.length ?? event.counts?.total ?? 1,
  };
  if (skew !== 0) made.skewSeconds = skew;
  if (unit.members === undefined) describe(made, event);
  else describe(made, sharedDescription(event, unit.members, arranged));
  addFolding(made, unit, context);
  if (event.counts !== undefined && unit.folded === undefined) addCounts(made, event.counts, skew);
  return made;
}

/** Takes skew (seconds) off a time; what was written stays. */
function corrected(at: WrittenTime, skew: number): WrittenTime {
  if (skew === 0 || at.instant === null) return at;
  const shift = (instant: string): string => formatInstant(instantToEpoch(instant) - Math.round(skew * 1000));
  return { ...at, instant: shift(at.instant), ...(at.until === undefined ? {} : { until: shift(at.until) }) };
}

/** What an event says besides its time, text and kind. */
type Description = Pick<EvidenceEvent, 'actor' | 'service' | 'level' | 'details' | 'key' | 'names' | 'hints'>;

function describe(
  made: Mutable<TimelineEvent>,
  said: { readonly [K in keyof Description]: Description[K] | undefined },
): void {
  if (said.actor !== undefined) made.actor = said.actor;
  if (said.service !== undefined) made.service = said.service;
  if (said.level !== undefined) made.level = said.level;
  if (said.details !== undefined) made.details = said.details;
  if (said.key !== undefined) made.key = said.key;
  if (said.names !== undefined) made.names = said.names;
  if (said.hints !== undefined) made.hints = said.hints;
}

/** What the speaker says counts; where it is silent, the others fill in. */
function sharedDescription(
  speaker: EvidenceEvent,
  members: readonly number[],
  { events }: Arranged,
): { readonly [K in keyof Description]: Description[K] | undefined } {
  const others = members.map((member) => events[member]!).filter((member) => member !== speaker);
  const all = [speaker, ...others];
  const first = <K extends keyof Description>(name: K): Description[K] | undefined =>
    all.find((member) => member[name] !== undefined)?.[name];
  return {
    actor: first('actor'),
    service: first('service'),
    level: first('level'),
    details: first('details'),
    key: first('key'),
    names: union(all.map((member) => member.names)),
    hints: union(all.map((member) => member.hints)),
  };
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

/** What a pattern of a log brings along. */
function addCounts(made: Mutable<TimelineEvent>, { peak, perMinute, known }: EventCounts, skew: number): void {
  const shift = (instant: string): string => formatInstant(instantToEpoch(instant) - Math.round(skew * 1000));
  made.peak = { minute: shift(peak.minute), count: peak.count };
  if (known === true) made.known = known;
  made.perMinute = { ...perMinute, from: shift(perMinute.from) };
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
