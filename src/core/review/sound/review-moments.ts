import { timeBounds } from '#core/metrics';
import type { Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { MOMENT_ORDER } from './moment-order.data.ts';
import { recordMoments } from './record-moments.ts';

/** Moments before one that they follow, and times that do not say when. */
export function reviewMoments(record: Postmortem): ReviewFinding[] {
  return [...unclear(record), ...reversedMoments(record), ...reversedPeriods(record), ...strayPeriods(record)];
}

function unclear(record: Postmortem): ReviewFinding[] {
  return record.timeline.flatMap(({ at }, index) =>
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
  const moments = recordMoments(record);
  return MOMENT_ORDER.flatMap(([first, then]) => {
    const [earlier, later] = [moments.get(first), moments.get(then)];
    if (earlier === undefined || later === undefined || !isBefore(later.at, earlier.at)) return [];
    return [
      findingOf('moments-reversed', {
        path: later.path,
        message: `“${words(then)}” (${later.at.written}) is before “${words(first)}” (${earlier.at.written}).`,
      }),
    ];
  });
}

function reversedPeriods(record: Postmortem): ReviewFinding[] {
  return (record.impact?.periods ?? []).flatMap(({ from, to }, index) =>
    to === null || !isBefore(to, from)
      ? []
      : [
          findingOf('impact-reversed', {
            path: `impact.periods.${String(index)}.to`,
            message: `The impact ends at ${to.written}, before it starts at ${from.written}.`,
          }),
        ],
  );
}

/** Impact periods that no event of the timeline falls into or next to. */
function strayPeriods(record: Postmortem): ReviewFinding[] {
  const rows = record.timeline.flatMap(({ at }) => (at === null ? [] : (timeBounds(at) ?? [])));
  const [first, last] = [Math.min(...rows.map(({ min }) => min)), Math.max(...rows.map(({ max }) => max))];
  return (record.impact?.periods ?? []).flatMap(({ from, to }, index) => {
    const [start, end] = [timeBounds(from), timeBounds(to ?? from)];
    if (rows.length === 0 || start === null || end === null || (start.min <= last && end.max >= first)) return [];
    return [
      findingOf('impact-outside-timeline', {
        path: `impact.periods.${String(index)}.from`,
        message: `The impact from ${from.written}${to === null ? '' : ` to ${to.written}`} lies outside the timeline.`,
      }),
    ];
  });
}

/** True where one time is certainly before the other, whatever their precision leaves open. */
function isBefore(one: WrittenTime, other: WrittenTime): boolean {
  const [left, right] = [timeBounds(one), timeBounds(other)];
  return left !== null && right !== null && left.max <= right.min && left.point < right.point;
}

function words(kind: string): string {
  return kind.replaceAll('-', ' ');
}
