import type { MomentKind, Postmortem } from '#core/record';
import { instantToEpoch, type WrittenTime } from '#core/time';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { MOMENT_ORDER } from './moment-order.data.ts';

/** Times that contradict each other, and times that do not say when. */
export function reviewTimes(record: Postmortem): ReviewFinding[] {
  return [...outOfOrder(record), ...unclear(record), ...reversedMoments(record)];
}

function outOfOrder(record: Postmortem): ReviewFinding[] {
  let latest: WrittenTime | undefined;
  return record.timeline.flatMap(({ at }, index): ReviewFinding[] => {
    const epoch = epochOf(at);
    if (at === null || epoch === null) return [];
    const before = latest;
    const last = epochOf(before ?? null);
    if (last === null || epoch >= last) latest = at;
    if (last === null || epoch >= last || before === undefined || at.approximate) return [];
    return [
      findingOf('event-out-of-order', {
        path: `timeline.${String(index)}.at`,
        message: `The event at ${at.written} stands below one at ${before.written}, which is later.`,
      }),
    ];
  });
}

function unclear(record: Postmortem): ReviewFinding[] {
  return record.timeline.flatMap(({ at }, index): ReviewFinding[] =>
    at === null || at.instant !== null
      ? []
      : [
          findingOf('time-unresolved', {
            path: `timeline.${String(index)}.at`,
            message: `“${at.written}” does not say when the event was.`,
            help:
              record.incident?.date === undefined
                ? 'Give the date of the incident, or write the day with the time.'
                : 'Write it as 12:05, with the day where it is another one.',
          }),
        ],
  );
}

function reversedMoments(record: Postmortem): ReviewFinding[] {
  const moments = momentTimes(record);
  return MOMENT_ORDER.flatMap(([first, then]): ReviewFinding[] => {
    const [earlier, later] = [moments.get(first as MomentKind), moments.get(then as MomentKind)];
    const [from, to] = [epochOf(earlier?.at ?? null), epochOf(later?.at ?? null)];
    if (earlier === undefined || later === undefined || from === null || to === null || to >= from) return [];
    return [
      findingOf('moments-reversed', {
        path: later.path,
        message: `“${words(then)}” (${later.at.written}) is before “${words(first)}” (${earlier.at.written}).`,
      }),
    ];
  });
}

function momentTimes(record: Postmortem): Map<MomentKind, { readonly at: WrittenTime; readonly path: string }> {
  const found = new Map<MomentKind, { at: WrittenTime; path: string }>();
  record.timeline.forEach(({ at, moments = [] }, index) => {
    for (const kind of moments) if (at !== null) found.set(kind, { at, path: `timeline.${index}.at` });
  });
  (record.moments ?? []).forEach(({ at, kind }, index) => {
    if (!found.has(kind)) found.set(kind, { at, path: `moments.${index}.at` });
  });
  return found;
}

function epochOf(at: WrittenTime | null): number | null {
  return at === null || at.instant === null ? null : instantToEpoch(at.instant);
}

function words(kind: string): string {
  return kind.replaceAll('-', ' ');
}
