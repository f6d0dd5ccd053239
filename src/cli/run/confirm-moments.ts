import type { ConfirmedMoment } from '#core/draft';
import type { MomentKind } from '#core/record';
import type { WrittenTime } from '#core/time';
import type { SuggestedMoment } from '#core/timeline';

/** A confirmed moment with the reason that speaks for it. */
export interface ReasonedMoment extends ConfirmedMoment {
  readonly reason: string;
}

/** The best suggestions, replaced or completed by what the command line states. */
export function bestMoments(
  suggested: readonly SuggestedMoment[],
  stated: ReadonlyMap<MomentKind, WrittenTime>,
): ReasonedMoment[] {
  const best = suggested
    .filter((moment) => !stated.has(moment.kind))
    .map(({ kind, at, events, reason }) => ({ kind, at, events, reason }));
  const given = [...stated].map(([kind, at]) => ({ kind, at, events: [], reason: 'Given on the command line.' }));
  return [...best, ...given];
}

/** Moments by kind, as durations are computed from them. */
export function momentMap(moments: readonly ConfirmedMoment[]): Map<MomentKind, WrittenTime> {
  return new Map(moments.map((moment) => [moment.kind, moment.at]));
}
