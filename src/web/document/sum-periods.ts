import type { Postmortem } from '#core/record';
import { instantToEpoch } from '#core/time';

type Periods = NonNullable<NonNullable<Postmortem['impact']>['periods']>;

/** Durations of periods in seconds; undefined where an end is not known. Overlapping time counts once. */
export function sumPeriods(periods: Periods): {
  readonly parts: readonly (number | undefined)[];
  readonly total: number | undefined;
} {
  const spans = periods.map(({ from, to }) => {
    if (from.instant === null || to === null || to.instant === null) return undefined;
    return [instantToEpoch(from.instant), instantToEpoch(to.instant)] as const;
  });
  const parts = spans.map((span) => (span === undefined ? undefined : Math.max(0, span[1] - span[0]) / 1000));
  if (spans.length === 0 || spans.includes(undefined)) return { parts, total: undefined };
  let total = 0;
  let end = -Infinity;
  for (const [from, to] of spans.filter((span) => span !== undefined).toSorted((left, right) => left[0] - right[0])) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return { parts, total: total / 1000 };
}
