import { epochToCivil } from '#core/time';

import type { ScaleSegment, TimeScale } from './time-scale.ts';
import type { ViewWindow } from './view-window.ts';

/** A mark of the axis. */
export interface Tick {
  readonly epoch: number;
  /** Place of the scale, from 0 to 1. */
  readonly place: number;
  /** `12:05`, `12:05:30` or `23 Feb`. */
  readonly label: string;
  /** The day, on the first mark of each day where the times span several: `23 Feb`. */
  readonly day: string | undefined;
}

/** How the axis is drawn. */
export interface TickOptions {
  readonly zone: string;
  /** Length of the view in pixels, and the least distance between two marks. */
  readonly length: number;
  readonly spacing: number;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 604_800,
  1_209_600, 2_592_000, 7_776_000, 31_536_000,
].map((seconds) => seconds * SECOND);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The marks of the axis that are seen: round times of the zone, none within quiet stretches. */
export function timeTicks(scale: TimeScale, view: ViewWindow, options: TickOptions): Tick[] {
  const step = stepOf(scale, view, options);
  if (step === null) return [];
  // Marks beside a quiet stretch would stand on what it says of itself.
  const minimal = ((options.spacing * 0.4) / options.length) * (view.to - view.from);
  const spansDays = dayLabel(scale.from, options.zone) !== dayLabel(scale.to, options.zone);
  const ticks: Tick[] = [];
  let shown: string | undefined;
  for (const segment of scale.segments) {
    if (segment.quiet || segment.end < view.from || segment.start > view.to) continue;
    for (const epoch of roundTimes(seen(segment, view), step, options.zone)) {
      const place = segment.start + ((epoch - segment.from) / (segment.to - segment.from)) * widthOf(segment);
      if (nearBreak(place, scale, minimal)) continue;
      const today = dayLabel(epoch, options.zone).slice(4);
      const day = spansDays && step < DAY && today !== shown ? today : undefined;
      shown = today;
      ticks.push({ epoch, place, label: tickLabel(epoch, step, options.zone), day });
    }
  }
  return ticks;
}

function nearBreak(place: number, { segments }: TimeScale, least: number): boolean {
  return segments.some(
    ({ end, quiet, start }) => quiet && Math.abs((start + end) / 2 - place) < least + (end - start) / 4,
  );
}

function widthOf(segment: ScaleSegment): number {
  return segment.end - segment.start;
}

/** Distance between marks in milliseconds. Stretches that are not quiet all have the same measure. */
function stepOf(scale: TimeScale, view: ViewWindow, { length, spacing }: TickOptions): number | null {
  const loud = scale.segments.find(({ quiet, from, to }) => !quiet && to > from);
  if (loud === undefined || length <= 0) return null;
  const pixelsPerMs = ((widthOf(loud) / (loud.to - loud.from)) * length) / (view.to - view.from);
  return STEPS.find((step) => step * pixelsPerMs >= spacing) ?? STEPS.at(-1) ?? null;
}

function seen(segment: ScaleSegment, view: ViewWindow): { from: number; to: number } {
  const msPerPlace = (segment.to - segment.from) / widthOf(segment);
  return {
    from: segment.from + Math.max(0, view.from - segment.start) * msPerPlace,
    to: segment.to - Math.max(0, segment.end - view.to) * msPerPlace,
  };
}

function roundTimes(span: { readonly from: number; readonly to: number }, step: number, zone: string): number[] {
  const times: number[] = [];
  let epoch = roundDown(span.from, step, zone);
  // Clocks that are put forward or back move round times by up to an hour, so each one is rounded by itself.
  for (let count = 0; epoch <= span.to && count < 500; count += 1) {
    if (epoch >= span.from && epoch !== times.at(-1)) times.push(epoch);
    const next = roundDown(epoch + step + step / 2, step, zone);
    epoch = next > epoch ? next : epoch + step;
  }
  return times;
}

function roundDown(epoch: number, step: number, zone: string): number {
  const offset = offsetAt(epoch, zone);
  return Math.floor((epoch + offset) / step) * step - offset;
}

/** Milliseconds that a zone's clock is ahead of UTC. */
function offsetAt(epoch: number, zone: string): number {
  const at = Math.floor(epoch);
  const { year, month, day, hour, minute, second, millisecond } = epochToCivil(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - at;
}

function tickLabel(epoch: number, step: number, zone: string): string {
  const { month, day, hour, minute, second } = epochToCivil(epoch, zone);
  if (step >= DAY) return `${day} ${MONTHS[month - 1] ?? ''}`;
  const clock = `${two(hour)}:${two(minute)}`;
  return step < 60 * SECOND ? `${clock}:${two(second)}` : clock;
}

/** A day as the axis and the table name it: `Mon 23 Feb`. */
export function dayLabel(epoch: number, zone: string): string {
  const { month, day, weekday } = epochToCivil(Math.floor(epoch), zone);
  return `${WEEKDAYS[weekday - 1] ?? ''} ${day} ${MONTHS[month - 1] ?? ''}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
