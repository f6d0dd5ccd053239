import type { DocumentContent } from './document-context.ts';

/** A duration: computed, stated, or both. */
export interface DurationRow {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly definition: string | undefined;
  readonly written: string | undefined;
  readonly note: string | undefined;
}

/** Computed durations with what the document states, and stated ones that nobody computes behind them. */
export function durationRows({ durations, record }: Pick<DocumentContent, 'durations' | 'record'>): DurationRow[] {
  const stated = record.durations ?? {};
  const computed = durations.map((duration) => ({
    ...duration,
    written: stated[duration.id]?.written,
    note: stated[duration.id]?.note,
  }));
  const ids = new Set(durations.map(({ id }) => id));
  const others = Object.entries(stated).flatMap(([id, { note, written }]) =>
    ids.has(id) ? [] : [{ id, label: labelOf(id), value: undefined, definition: undefined, written, note }],
  );
  // Without a timeline, every duration is unknown for the same reason.
  const known = computed.filter(
    ({ value, written }) => record.timeline.length > 0 || written !== undefined || !isUnknown(value),
  );
  return [...known, ...others];
}

/** True for a computed duration of which an end is missing. */
export function isUnknown(value: string | undefined): boolean {
  return value?.startsWith('unknown') === true;
}

function labelOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.length <= 4 ? words.toUpperCase() : words.charAt(0).toUpperCase() + words.slice(1);
}
