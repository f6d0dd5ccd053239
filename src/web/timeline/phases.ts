import type { MomentKind, Postmortem } from '#core/record';
import { instantToEpoch } from '#core/time';

import { type PhaseId, PHASES, PHASES_END } from './phases.data.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** When a moment was, and the row that stands for it. */
export interface KnownMoment {
  readonly kind: MomentKind;
  readonly epoch: number;
  /** Id of its row; null for a moment with a time of its own. */
  readonly rowId: string | null;
  readonly uncertain: boolean;
}

/** A phase with its instants in epoch milliseconds. */
export interface PhaseSpan {
  readonly id: PhaseId;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Every moment that is known, those of rows and those with a time of their own, in the order of their instants. */
export function knownMoments(entries: readonly TimelineEntry[], explicit: Postmortem['moments'] = []): KnownMoment[] {
  const ofRows = entries.flatMap(({ id, epoch, moments, uncertain }) =>
    epoch === null ? [] : moments.map((kind) => ({ kind, epoch, rowId: id, uncertain })),
  );
  const own = explicit.flatMap(({ kind, at }) =>
    at.instant === null
      ? []
      : [
          {
            kind,
            epoch: instantToEpoch(at.instant),
            rowId: null,
            uncertain: at.approximate || at.precision === 'hour',
          },
        ],
  );
  return [...ofRows, ...own].toSorted((left, right) => left.epoch - right.epoch);
}

/**
 * The phases of an incident. A phase that no moment begins is left out and the one before it goes on; phases never
 * overlap, whatever order the moments are in.
 */
export function incidentPhases(moments: readonly KnownMoment[]): PhaseSpan[] {
  const end = lastOf(moments, PHASES_END);
  const spans: { id: PhaseId; label: string; from: number; to: number }[] = [];
  let from = -Infinity;
  for (const { id, label, begins } of PHASES) {
    const begin = firstOf(moments, begins);
    if (begin === undefined) continue;
    // Somebody may take an incident on before an alert fires: then nothing is left for the phase in between.
    from = Math.max(from, begin);
    const last = spans.at(-1);
    if (last !== undefined) last.to = from;
    spans.push({ id, label, from, to: from });
  }
  const last = spans.at(-1);
  if (last !== undefined && end !== undefined) last.to = Math.max(last.from, end);
  return spans.filter((span) => span.to > span.from);
}

function firstOf(moments: readonly KnownMoment[], kinds: readonly MomentKind[]): number | undefined {
  return moments.find(({ kind }) => kinds.includes(kind))?.epoch;
}

function lastOf(moments: readonly KnownMoment[], kinds: readonly MomentKind[]): number | undefined {
  for (const kind of kinds) {
    const found = moments.findLast((moment) => moment.kind === kind);
    if (found !== undefined) return found.epoch;
  }
  return undefined;
}
