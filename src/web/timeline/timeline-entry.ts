import type { MomentKind, Postmortem, TimelineRow } from '#core/record';
import type { RowMeta, Rows } from '#core/shared-doc';
import { instantToEpoch, type WrittenTime } from '#core/time';

/** One row of the timeline as the picture and the table show it. */
export interface TimelineEntry {
  /** Id of the row, stable across edits. */
  readonly id: string;
  readonly at: WrittenTime | null;
  /** Epoch milliseconds; null where the time is not known. */
  readonly epoch: number | null;
  /** End of a range in epoch milliseconds; null where the entry is a point. */
  readonly until: number | null;
  /** True where the time is only roughly known. */
  readonly uncertain: boolean;
  /** What happened, without references that stand behind it. */
  readonly text: string;
  /** The text as it is written. */
  readonly said: string;
  readonly who: string | undefined;
  readonly notes: string | undefined;
  readonly marker: string | undefined;
  readonly moments: readonly MomentKind[];
  /** References into the evidence, as `E2:117`, each once. */
  readonly sources: readonly string[];
  readonly meta: RowMeta;
}

/** Templates without a column for sources have them behind the text. */
const CITATION = /\s*\((?:E\d+:\d+(?:, )?)+\)$/u;
const NO_MOMENTS: readonly MomentKind[] = [];

/** Makes an entry of a row and what belongs to it. */
export function timelineEntry(row: Partial<TimelineRow>, meta: RowMeta): TimelineEntry {
  const at = row.at ?? null;
  const text = row.text ?? '';
  const cited = CITATION.exec(text)?.[0] ?? '';
  return {
    id: meta.id,
    at,
    epoch: epochOf(at?.instant),
    until: epochOf(at?.until),
    uncertain: at !== null && (at.approximate || at.precision === 'hour' || at.precision === 'day'),
    text: text.slice(0, text.length - cited.length),
    said: text,
    who: row.who,
    notes: row.notes,
    marker: row.marker,
    moments: row.moments ?? NO_MOMENTS,
    sources: [...new Set([...(meta.sources ?? []), ...referencesIn(row.source), ...referencesIn(cited)])],
    meta,
  };
}

/** The timeline of a record with its side data, in the order of the record. */
export function timelineEntries(record: Postmortem, rows: Rows): TimelineEntry[] {
  const metas = rows['timeline'] ?? [];
  return record.timeline.map((row, index) => timelineEntry(row, metas[index] ?? { id: `row-${index + 1}` }));
}

function referencesIn(text: string | undefined): readonly string[] {
  return text?.match(/E\d+:\d+/gu) ?? [];
}

function epochOf(instant: string | null | undefined): number | null {
  return instant === null || instant === undefined ? null : instantToEpoch(instant);
}
