import type { Period } from '#core/metrics';
import type { MomentKind, Postmortem } from '#core/record';

import type { ConfirmedMoment } from './draft-input.ts';

/** Moments that end something: of several the last one counts, of all others the first. */
const ENDS: ReadonlySet<MomentKind> = new Set(['restored', 'resolved', 'closed']);

/** The moments that a record's rows and explicit moments state, one of each kind. */
export function documentMoments(record: Postmortem): ConfirmedMoment[] {
  const inRows = record.timeline.flatMap(({ at, moments = [] }) =>
    at === null ? [] : moments.map((kind) => ({ kind, at, events: [] })),
  );
  const explicit = (record.moments ?? []).map(({ kind, at }) => ({ kind, at, events: [] }));
  const found = new Map<MomentKind, ConfirmedMoment>();
  for (const moment of [...inRows, ...explicit]) {
    if (!found.has(moment.kind) || ENDS.has(moment.kind)) found.set(moment.kind, moment);
  }
  return [...found.values()];
}

/** Impact periods that a record states. */
export function documentPeriods(record: Postmortem): readonly Period[] {
  return record.impact?.periods ?? [];
}
