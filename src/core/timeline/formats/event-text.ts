import type { MomentKind } from '#core/record';

import type { Timeline, TimelineEvent } from '../types.ts';
import { sparkline } from './sparkline.ts';

/** Minutes from which on a curve tells more than the busiest one. */
const LEAST_DRAWN = 3;

/**
 * An event in one line, with its number of repetitions and how they spread over time: `checkout call failed (39 times,
 * busiest 13:25: 12) ▂▁▃█▅▁▂`.
 */
export function eventText(event: TimelineEvent, minuteText: (instant: string) => string): string {
  const text = event.text.replace(/\s+/gu, ' ').trim();
  if (event.peak === undefined) return text;
  const { minute, count } = event.peak;
  const busiest = count > 1 && count < event.count ? `, busiest ${minuteText(minute)}: ${String(count)}` : '';
  const counts = event.perMinute?.counts ?? [];
  const curve = counts.length < LEAST_DRAWN ? '' : ` ${sparkline(counts)}`;
  return event.count === 1 ? text : `${text} (${String(event.count)} times${busiest})${curve}`;
}

/** The moments that each event stands for, by event id. */
export function momentsByEvent(timeline: Timeline): ReadonlyMap<string, readonly MomentKind[]> {
  const found = new Map<string, MomentKind[]>();
  for (const { kind, events } of timeline.moments) {
    const [id] = events;
    if (id === undefined) continue;
    const list = found.get(id);
    if (list === undefined) found.set(id, [kind]);
    else list.push(kind);
  }
  return found;
}

/** `impact-started` as people read it: `impact started`. */
export function momentText(kind: MomentKind): string {
  return kind.replaceAll('-', ' ');
}

/** Files that tell an event, each once. */
export function sourceText(event: TimelineEvent): string {
  return [...new Set(event.sources.map(({ file, line }) => `${file}:${String(line)}`))].join(', ');
}
