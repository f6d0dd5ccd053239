import type { TimelineEntry } from './timeline-entry.ts';

/** Rows as they stand in the table: those folded under others are with them. */
export interface FoldTree {
  readonly top: readonly TimelineEntry[];
  readonly under: ReadonlyMap<string, readonly TimelineEntry[]>;
}

/** Sorts rows under the rows they are folded under. A row whose parent is gone, or folded itself, stands at the top. */
export function foldTree(entries: readonly TimelineEntry[]): FoldTree {
  const tops = new Set(entries.filter(({ meta }) => meta.fold === undefined).map(({ id }) => id));
  const under = new Map<string, TimelineEntry[]>();
  const top: TimelineEntry[] = [];
  for (const entry of entries) {
    const { fold } = entry.meta;
    if (fold === undefined || fold === entry.id || !tops.has(fold)) top.push(entry);
    else under.set(fold, [...(under.get(fold) ?? []), entry]);
  }
  return { top, under };
}
