/** A stretch of the scale: instants in epoch milliseconds, places from 0 to 1. */
export interface ScaleSegment {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** True for a long stretch without events that is drawn shorter than it was. */
  readonly quiet: boolean;
}

/** Where instants stand along the picture. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly segments: readonly ScaleSegment[];
}

/** A stretch of time in which something goes on even where no event says so. */
export interface BusySpan {
  readonly from: number;
  readonly to: number;
}

/** A gap that takes more than this part of what is left is quiet. */
const QUIET_PART = 0.38;
/** Within a busy stretch the gap itself is news, so it is only shortened where nothing else could be seen. */
const QUIET_PART_WHEN_BUSY = 0.85;
/** Part of the picture that a quiet stretch takes. */
const QUIET_WIDTH = 0.055;
const MOST_QUIET = 4;
const PADDING = 0.03;
const MINUTE = 60_000;

/**
 * Makes a scale for instants in epoch milliseconds: true to time everywhere but in long quiet stretches, which are
 * drawn short and marked. Null where there is nothing to draw.
 */
export function timeScale(epochs: readonly number[], busy: readonly BusySpan[] = []): TimeScale | null {
  const sorted = [...new Set(epochs)].toSorted((left, right) => left - right);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  const quiet = quietGaps(sorted, busy);
  const loud = last - first - quiet.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  const padding = Math.max(loud * PADDING, MINUTE);
  return { from: first - padding, to: last + padding, segments: segmentsOf(first - padding, last + padding, quiet) };
}

function quietGaps(sorted: readonly number[], busy: readonly BusySpan[]): BusySpan[] {
  const gaps = sorted
    .slice(1)
    .map((to, index) => ({ from: sorted[index] ?? to, to }))
    .toSorted((left, right) => right.to - right.from - (left.to - left.from));
  const quiet: BusySpan[] = [];
  let left = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  for (const gap of gaps) {
    const length = gap.to - gap.from;
    const part = isBusy(gap, busy) ? QUIET_PART_WHEN_BUSY : QUIET_PART;
    // What would be left must be worth the room it gets.
    if (quiet.length === MOST_QUIET || length <= left * part || left - length < MINUTE) break;
    quiet.push(gap);
    left -= length;
  }
  return quiet.toSorted((one, other) => one.from - other.from);
}

function isBusy(gap: BusySpan, busy: readonly BusySpan[]): boolean {
  const covered = busy.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)),
    0,
  );
  return covered > (gap.to - gap.from) / 2;
}

function segmentsOf(from: number, to: number, quiet: readonly BusySpan[]): ScaleSegment[] {
  // A quiet stretch keeps a bit of room around its events.
  const loud = to - from - quiet.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  const room = 1 - quiet.length * QUIET_WIDTH;
  const segments: ScaleSegment[] = [];
  let [at, place] = [from, 0];
  const push = (until: number, width: number, isQuiet: boolean): void => {
    segments.push({ from: at, to: until, start: place, end: place + width, quiet: isQuiet });
    at = until;
    place += width;
  };
  for (const gap of quiet) {
    push(gap.from, ((gap.from - at) / loud) * room, false);
    push(gap.to, QUIET_WIDTH, true);
  }
  push(to, 1 - place, false);
  return segments;
}

/** The place of an instant, from 0 to 1; instants outside stand at the ends. */
export function placeOf(scale: TimeScale, epoch: number): number {
  const segment = scale.segments.find(({ to }) => epoch <= to) ?? scale.segments.at(-1);
  if (segment === undefined) return 0;
  const part = segment.to === segment.from ? 0 : (epoch - segment.from) / (segment.to - segment.from);
  return segment.start + Math.min(1, Math.max(0, part)) * (segment.end - segment.start);
}

/** The instant at a place, in whole milliseconds. */
export function epochAt(scale: TimeScale, place: number): number {
  const segment = scale.segments.find(({ end }) => place <= end) ?? scale.segments.at(-1);
  if (segment === undefined) return scale.from;
  const part = (place - segment.start) / (segment.end - segment.start || 1);
  return Math.round(segment.from + Math.min(1, Math.max(0, part)) * (segment.to - segment.from));
}
