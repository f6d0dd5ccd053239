import { formatInstant, formatInZone, instantToEpoch, type WrittenTime } from '#core/time';

import type { MomentKind } from '#core/record';
import type { Timeline } from '../types.ts';
import { eventSpan, placeLabels, type Scale, scaleOf, ticksOf } from './svg-layout.ts';
import { escaped, frame, text } from './svg-elements.ts';
import { svgSparkline } from './svg-sparkline.ts';
import { LANES, PHASES, SVG } from './svg-timeline.data.ts';
import { timeText, type TimeStyle } from './time-text.ts';

/**
 * A drawing to scale, 960 wide: phases in colour, the moments with labels that do not touch, a lane for each kind of
 * event. Follows the reader's light or dark scheme, has a title and a description for screen readers, and no scripts.
 */
export function svgTimeline(timeline: Timeline, style: TimeStyle): string {
  const scale = scaleOf(timeline);
  if (scale === null)
    return frame(SVG.title, ['No event has a time.'], [text({ x: 16, y: 28 }, 'No event has a time.')]);
  const labels = placeLabels(timeline.moments, scale, ({ at }) => timeText(at, { ...style, withDate: false }));
  const rows = labels.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = SVG.title + rows * SVG.label + 8;
  const lanes = LANES.filter(({ kinds }) => timeline.events.some(({ kind }) => kinds.includes(kind)));
  const bottom = top + 16 + lanes.length * SVG.lane;
  const day = formatInZone(formatInstant(scale.from), style.zone, 'date');
  const title = `Incident timeline, ${day}, times in ${style.zone}`;
  const drawing = [
    text({ x: 16, y: 26 }, title, 'title'),
    ...impact(timeline, scale, { top, bottom }),
    ...phases(timeline, scale, top),
    ...lanes.flatMap((lane, index) => laneOf(timeline, scale, { ...lane, y: top + 16 + index * SVG.lane })),
    ...axis(scale, bottom, style),
    ...legend(bottom + SVG.axis + 12),
    ...labels.flatMap(({ x, row, text: label, toTheLeft }) => {
      const y = SVG.title + row * SVG.label + 12;
      const at = toTheLeft ? text({ x: x - 4, y }, label, 'moment end') : text({ x: x + 4, y }, label, 'moment');
      return [`<path class="line" d="M${String(x)} ${String(y - 10)}V${String(bottom)}"/>`, at];
    }),
  ];
  const told = labels.map((label) => label.text).join('; ');
  return frame(bottom + SVG.axis + SVG.legend, [title, told === '' ? 'No moments are known.' : told], drawing);
}

function epochOf(at: WrittenTime | null | undefined): number | null {
  return at?.instant === null || at === null || at === undefined ? null : instantToEpoch(at.instant);
}

/** The periods of impact, behind everything else. */
function impact(timeline: Timeline, scale: Scale, { top, bottom }: { top: number; bottom: number }): string[] {
  return timeline.impactPeriods.flatMap(({ from, to }) => {
    if (from.instant === null) return [];
    const start = scale.x(Math.max(scale.from, instantToEpoch(from.instant)));
    const end = scale.x(Math.min(scale.to, epochOf(to) ?? scale.to));
    if (end <= start) return [];
    const shape = `x="${String(start)}" y="${String(top - 4)}" width="${(end - start).toFixed(2)}" height="${String(bottom - top + 4)}"`;
    return [`<rect class="impact" ${shape}><title>impact</title></rect>`];
  });
}

function legend(y: number): string[] {
  return PHASES.flatMap(({ id, label }, index) => {
    const x = SVG.left + index * 110;
    return [
      `<rect class="${id}" x="${String(x)}" y="${String(y - 9)}" width="10" height="10" rx="2"/>`,
      text({ x: x + 16, y }, label),
    ];
  });
}

function phases(timeline: Timeline, scale: Scale, top: number): string[] {
  const known = new Map(
    timeline.moments.map(({ kind, at }) => [kind, at.instant === null ? null : instantToEpoch(at.instant)]),
  );
  const first = (kinds: readonly MomentKind[]): number | null =>
    kinds.map((kind) => known.get(kind) ?? null).find((epoch) => epoch !== null) ?? null;
  return PHASES.flatMap(({ id, label, from, to }) => {
    const [start, end] = [first(from), first(to)];
    if (start === null || end === null || end <= start) return [];
    const [x, width] = [scale.x(start), scale.x(end) - scale.x(start)];
    const bar = `<rect class="phase ${id}" x="${String(x)}" y="${String(top)}" width="${width.toFixed(2)}" height="8" rx="2"><title>${escaped(label)}</title></rect>`;
    return [bar];
  });
}

function laneOf(timeline: Timeline, scale: Scale, lane: (typeof LANES)[number] & { readonly y: number }): string[] {
  const drawn = new Set<string>();
  const marks = timeline.events.flatMap((event) => {
    if (!lane.kinds.includes(event.kind)) return [];
    const curve = lane.lasting ? svgSparkline(event, scale, { bottom: lane.y + 20, height: 16 }) : null;
    if (curve !== null) return [curve];
    const span = eventSpan(lane.lasting ? event : { at: event.at }, scale);
    if (span === null) return [];
    // Many events fall on one pixel: the first of them is drawn, the table has them all.
    const place = `${span.x.toFixed(0)} ${span.width.toFixed(0)}`;
    if (drawn.has(place)) return [];
    drawn.add(place);
    const x = Math.min(span.x, SVG.width - SVG.right - 3);
    const shape = `x="${String(x)}" y="${String(lane.y + 7)}" width="${String(Math.max(3, span.width))}" height="12" rx="1.5"`;
    return [`<rect class="mark" ${shape}><title>${escaped(event.text.slice(0, 200))}</title></rect>`];
  });
  const rule = `<path class="rule" d="M${String(SVG.left)} ${String(lane.y + SVG.lane)}H${String(SVG.width - SVG.right)}"/>`;
  return [text({ x: 16, y: lane.y + 17 }, lane.label), rule, ...marks];
}

function axis(scale: Scale, y: number, style: TimeStyle): string[] {
  const long = scale.to - scale.from > 2 * 86_400_000;
  return ticksOf(scale).map((tick) => {
    const label = formatInZone(
      formatInstant(tick),
      style.zone,
      long ? 'date' : scale.to - scale.from < 300_000 ? 'time-seconds' : 'time',
    );
    return text({ x: scale.x(tick), y: y + 18 }, label, 'tick');
  });
}
