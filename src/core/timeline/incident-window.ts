import { formatInstant, formatInZone, instantToEpoch } from '#core/time';
import type { MergeOptions, Timeline } from './types.ts';

type Window = NonNullable<MergeOptions['window']>;

const HOUR_MS = 3_600_000;
/** From `cycle`: six hours before the incident, one hour after its resolution. */
const BEFORE_MS = 6 * HOUR_MS;
const AFTER_MS = HOUR_MS;
/** Closing is paperwork; within this time it still belongs to the incident. */
const CLOSING_MS = 12 * HOUR_MS;

/** The default window around the incident that a timeline shows; undefined where it shows neither start nor end. */
export function incidentWindow(timeline: Timeline): Window | undefined {
  const start = Math.min(
    ...epochs(timeline, ['impact-started', 'alert-fired', 'reported', 'declared']),
    ...starts(timeline),
  );
  const end = Math.max(...epochs(timeline, ['restored', 'resolved']), ...ends(timeline));
  if (!Number.isFinite(start) || !Number.isFinite(end) || end < start) return undefined;
  const [closed = end] = epochs(timeline, ['closed']);
  const last = closed > end && closed - end <= CLOSING_MS ? Math.max(closed, end + AFTER_MS) : end + AFTER_MS;
  return { from: formatInstant(start - BEFORE_MS), to: formatInstant(last) };
}

function epochs(timeline: Timeline, kinds: readonly string[]): number[] {
  const moments = timeline.moments.filter((moment) => kinds.includes(moment.kind));
  return moments.flatMap(({ at }) => (at.instant === null ? [] : [instantToEpoch(at.instant)]));
}

function starts(timeline: Timeline): number[] {
  return timeline.impactPeriods.flatMap(({ from }) => (from.instant === null ? [] : [instantToEpoch(from.instant)]));
}

function ends(timeline: Timeline): number[] {
  return timeline.impactPeriods.flatMap(({ to }) => (to?.instant ? [instantToEpoch(to.instant)] : []));
}

/** The day on which the incident began, as `2026-02-23` in a zone; undefined where nothing has a time. */
export function incidentDay(timeline: Timeline, zone: string): string | undefined {
  const instants = [
    ...timeline.impactPeriods.map((period) => period.from.instant),
    ...timeline.moments.map((moment) => moment.at.instant),
    ...timeline.events.map((event) => event.at.instant),
  ];
  const first = instants.find((instant) => instant !== null);
  return first === undefined ? undefined : formatInZone(first, zone, 'date');
}
