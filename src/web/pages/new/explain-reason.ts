import { formatInZone } from '#core/time';

import type { Preview } from './preview.ts';

/** So many ids say nothing; their number does. */
const IDS = /\bt\d+(?:, t\d+)+\b/gu;
const ID = /\bt\d+\b/gu;

/** Makes a reason readable outside its timeline: ids of events become clock times or a number. */
export function explainReason(reason: string, events: Preview['events'], zone: string): string {
  const clock = (id: string): string => {
    const instant = events.find((event) => event.id === id)?.at.instant ?? null;
    return instant === null ? 'another event' : formatInZone(instant, zone, 'time');
  };
  return reason.replace(IDS, (ids) => `${ids.split(', ').length} more events`).replace(ID, clock);
}
