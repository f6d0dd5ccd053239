import type { MomentKind, Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';

/** When a moment was, and where the record says so. */
export interface PlacedMoment {
  readonly at: WrittenTime;
  readonly path: string;
}

/** Moments that end something: of several the last one counts, of all others the first. */
const ENDS: ReadonlySet<MomentKind> = new Set(['restored', 'resolved', 'closed']);

/** The moments that a record states, in rows or on their own, one of each kind. */
export function recordMoments(record: Postmortem): Map<MomentKind, PlacedMoment> {
  const found = new Map<MomentKind, PlacedMoment>();
  const add = (kind: MomentKind, moment: PlacedMoment): void => {
    if (!found.has(kind) || ENDS.has(kind)) found.set(kind, moment);
  };
  record.timeline.forEach(({ at, moments = [] }, index) => {
    for (const kind of moments) if (at !== null) add(kind, { at, path: `timeline.${String(index)}.at` });
  });
  (record.moments ?? []).forEach(({ at, kind }, index) => {
    if (!found.has(kind)) add(kind, { at, path: `moments.${String(index)}.at` });
  });
  return found;
}
