import { instantToEpoch } from '#core/time';

import type { TimelineEvent } from '../types.ts';
import { escaped } from './svg-elements.ts';
import type { Scale } from './svg-layout.ts';

const MINUTE = 60_000;

/**
 * The counts of an event over time as one filled step line, standing on `bottom` and at most `height` high, clipped to
 * the drawing. Null for an event without them.
 */
export function svgSparkline(
  event: TimelineEvent,
  scale: Scale,
  { bottom, height }: { readonly bottom: number; readonly height: number },
): string | null {
  const { perMinute } = event;
  if (perMinute === undefined) return null;
  const most = perMinute.counts.reduce((high, count) => Math.max(high, count), 1);
  const start = instantToEpoch(perMinute.from);
  const steps = perMinute.counts.flatMap((count, at) => {
    const [from, to] = [start + at * perMinute.width * MINUTE, start + (at + 1) * perMinute.width * MINUTE];
    if (to <= scale.from || from >= scale.to) return [];
    const y = count === 0 ? bottom : bottom - Math.max(1, (count / most) * height);
    return [`L${place(scale.x(Math.max(from, scale.from)))} ${place(y)}H${place(scale.x(Math.min(to, scale.to)))}`];
  });
  if (steps.length === 0) return null;
  const left = place(scale.x(Math.max(start, scale.from)));
  const title = `<title>${escaped(event.text.slice(0, 200))}</title>`;
  return `<path class="mark" d="M${left} ${place(bottom)}${steps.join('')}V${place(bottom)}Z">${title}</path>`;
}

/** Two places are enough for a screen. */
function place(value: number): string {
  return String(Math.round(value * 100) / 100);
}
