import type { TimelineEntry } from './timeline-entry.ts';

/**
 * Id of the row behind which a time belongs; null for the first place. Rows without a time stay with the row before
 * them. A timeline that runs from new to old stays so.
 */
export function placeByTime(entries: readonly TimelineEntry[], epoch: number): string | null {
  const timed = entries.flatMap((entry, index) => (entry.epoch === null ? [] : [{ epoch: entry.epoch, index }]));
  const isNewestFirst = (timed[0]?.epoch ?? 0) > (timed.at(-1)?.epoch ?? 0);
  const before = timed.findLast((each) => (isNewestFirst ? each.epoch >= epoch : each.epoch <= epoch));
  if (before === undefined) return null;
  let { index } = before;
  while (entries[index + 1] !== undefined && entries[index + 1]?.epoch === null) index += 1;
  return entries[index]?.id ?? null;
}
