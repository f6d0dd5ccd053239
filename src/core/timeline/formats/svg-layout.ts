import { instantToEpoch } from '#core/time';

import type { SuggestedMoment, Timeline, TimelineEvent } from '../types.ts';
import { momentText } from './event-text.ts';
import { SVG, TICKS } from './svg-timeline.data.ts';

/** Where in the drawing each instant (epoch milliseconds) stands. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  x(epoch: number): number;
}

/** A label beside its line, in the row where it does not touch its neighbours. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly row: number;
  /** True where the text stands left of its line, because there is no room on the right. */
  readonly toTheLeft: boolean;
}

/** From shortly before the first moment (or event, without moments) to shortly after the last. */
export function scaleOf(timeline: Timeline): Scale | null {
  const moments = timeline.moments.map(({ at }) => at);
  const times = (moments.length > 1 ? moments : timeline.events.map(({ at }) => at)).flatMap(({ instant }) =>
    instant === null ? [] : instantToEpoch(instant),
  );
  if (times.length === 0) return null;
  const [first, last] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))];
  const margin = Math.max(30_000, (last - first) * 0.04);
  const [from, to] = [first - margin, last + margin];
  const width = SVG.width - SVG.left - SVG.right;
  return { from, to, x: (epoch) => round(SVG.left + ((epoch - from) / (to - from)) * width) };
}

/** Two places are enough for a screen, and keep the file small. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Ticks at round times, at most about ten. Zones with offsets of whole hours see whole hours. */
export function ticksOf({ from, to }: Scale): number[] {
  const step = (TICKS.find((seconds) => (to - from) / 1000 / seconds <= 10) ?? TICKS.at(-1)!) * 1000;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return ticks;
}

const CHARACTER = 6.6;

/** Puts labels into as few rows as they need without touching each other. */
export function placeLabels(
  moments: readonly SuggestedMoment[],
  scale: Scale,
  textOf: (moment: SuggestedMoment) => string,
): PlacedLabel[] {
  const ends: { start: number; end: number }[][] = [];
  return moments
    .filter(({ at }) => at.instant !== null)
    .map((moment) => ({
      x: scale.x(instantToEpoch(moment.at.instant!)),
      text: `${textOf(moment)} ${momentText(moment.kind)}`,
    }))
    .toSorted((a, b) => a.x - b.x)
    .map(({ x, text }) => {
      const width = Array.from(text).length * CHARACTER + 10;
      const toTheLeft = x + width > SVG.width - 4;
      const span = toTheLeft ? { start: x - width, end: x + 4 } : { start: x - 4, end: x + width };
      let row = ends.findIndex((taken) => taken.every(({ start, end }) => span.end < start || span.start > end));
      if (row === -1) row = ends.push([]) - 1;
      ends[row]!.push(span);
      return { text, x, row, toTheLeft };
    });
}

/** Begin and end of an event in the drawing, cut at its edges; null outside. */
export function eventSpan(
  event: Pick<TimelineEvent, 'at' | 'until'>,
  scale: Scale,
): { x: number; width: number } | null {
  if (event.at.instant === null) return null;
  const start = instantToEpoch(event.at.instant);
  const end = Math.max(start, instantToEpoch(event.until?.instant ?? event.at.instant));
  if (end < scale.from || start > scale.to) return null;
  const x = scale.x(Math.max(start, scale.from));
  return { x, width: round(scale.x(Math.min(end, scale.to)) - x) };
}
