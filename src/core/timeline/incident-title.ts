import type { EventKind } from '#core/evidence';
import { toLine } from '#core/record';
import type { Timeline } from './types.ts';

/** Kinds of events whose systems give an incident a name, the most deliberate first. */
const NAMING: readonly EventKind[] = ['status-update', 'declared', 'paged', 'alert'];
const LONGEST = 80;

/** What the evidence calls the incident; undefined where nothing names it. */
export function incidentTitle(timeline: Timeline): string | undefined {
  for (const kind of NAMING) {
    const event = timeline.events.find((each) => each.kind === kind);
    // Readers put the title of an incident, or the name of an alert, first among the hints.
    const title = event && toLine(event.hints?.[0] ?? event.text);
    if (title !== undefined) return title.length > LONGEST ? `${title.slice(0, LONGEST - 1).trimEnd()}…` : title;
  }
  return undefined;
}
