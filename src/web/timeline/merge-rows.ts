import type { TimelineEntry } from './timeline-entry.ts';

/** What rows say together. */
export interface MergedRow {
  readonly notes: string | undefined;
  readonly who: string | undefined;
  readonly moments: TimelineEntry['moments'];
  readonly sources: readonly string[];
  readonly attachments: readonly string[];
}

/**
 * Says together what rows say apart: the first keeps its time and text, what the others say besides becomes notes, and
 * every source stays.
 */
export function mergeRows(
  [first, ...others]: readonly [TimelineEntry, ...TimelineEntry[]],
  timeText: (entry: TimelineEntry) => string,
): MergedRow {
  const all = [first, ...others];
  const told = others
    .filter(({ text }) => text !== first.text && text !== '')
    .map((entry) => `Also ${timeText(entry)}: ${entry.text}`.replace('  ', ' '));
  const notes = unique([...all.map((entry) => entry.notes), ...told]);
  const who = unique(all.map((entry) => entry.who));
  return {
    notes: notes.length === 0 ? undefined : notes.join('\n\n'),
    who: who.length === 0 ? undefined : who.join(', '),
    moments: unique(all.flatMap(({ moments }) => moments)),
    sources: unique(all.flatMap(({ sources }) => sources)),
    attachments: unique(all.flatMap(({ meta }) => meta.attachments ?? [])),
  };
}

function unique<Item>(items: readonly (Item | undefined)[]): Item[] {
  return [...new Set(items.filter((item) => item !== undefined))];
}
