import type { Timeline } from '../types.ts';

/** Everything, indented: `events`, `moments`, `impactPeriods`, `suspects`, `findings`. */
export function jsonTimeline(timeline: Timeline): string {
  const { events, moments, impactPeriods, suspects, findings } = timeline;
  return `${JSON.stringify({ events, moments, impactPeriods, suspects, findings }, null, 2)}\n`;
}
