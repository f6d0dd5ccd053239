import { formatInZone } from '#core/time';
import type { TimelineEvent } from '#core/timeline';

/** So many ids say nothing; their number does. */
const IDS = /\bt\d+(?:, t\d+)+\b/gu;
const ID = /\bt\d+\b/gu;

/** Makes the reasons of suspects readable outside their timeline: ids of its events become clock times or a number. */
export function reasonExplainer(events: readonly TimelineEvent[], zone: string): (reason: string) => string {
  const byId = new Map(events.map((event) => [event.id, event]));
  const known = (id: string): boolean => byId.has(id);
  const clock = (id: string): string => {
    const instant = byId.get(id)?.at.instant ?? null;
    return instant === null ? id : formatInZone(instant, zone, 'time');
  };
  return (reason) =>
    reason
      .replace(IDS, (ids) => (ids.split(', ').every(known) ? `${ids.split(', ').length} more events` : ids))
      .replace(ID, (id) => (known(id) ? clock(id) : id));
}
