import { timeBounds } from '#core/metrics';
import type { Postmortem } from '#core/record';
import { instantToEpoch, resolveTime, type WrittenTime } from '#core/time';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';

const DAY = 86_400_000;

/** Dates that contradict each other, and dates that are still to come. */
export function reviewDates(record: Postmortem, options: ReviewOptions): ReviewFinding[] {
  return [
    ...datesInNames(record),
    // Other teams often date the document where our templates date the incident.
    ...(options.dialect === 'foreign' ? [] : farFromTimeline(record)),
    ...inFuture(record, options.now),
  ];
}

/** An incident that began before midnight is named after either day, and zones add another one. */
const NEAR = 1;

function datesInNames(record: Postmortem): ReviewFinding[] {
  const day = dayOf(record.incident?.date?.written);
  if (day === null) return [];
  const named = [
    ['incident.id', 'The id', record.incident?.id],
    ['title', 'The title', record.title],
  ] as const;
  return named.flatMap(([path, subject, text]) => {
    const found = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/u.exec(text ?? '');
    const other = dayOf(found?.[0]);
    if (found === null || other === null || Math.abs(other - day) <= NEAR * DAY) return [];
    return [
      findingOf('date-contradicts', {
        path,
        range: { start: found.index, end: found.index + found[0].length },
        message: `${subject} says ${found[0]}, the date of the incident is ${record.incident?.date?.written ?? ''}.`,
      }),
    ];
  });
}

/** Further away than this no timeline explains the date. */
const FAR = 30;

function farFromTimeline(record: Postmortem): ReviewFinding[] {
  const day = dayOf(record.incident?.date?.written);
  const times = record.timeline.flatMap(({ at }) => (at === null ? [] : (timeBounds(at) ?? [])));
  if (day === null || times.length === 0) return [];
  const [first, last] = [Math.min(...times.map(({ min }) => min)), Math.max(...times.map(({ max }) => max))];
  if (day <= last + FAR * DAY && day >= first - FAR * DAY) return [];
  return [
    findingOf('date-contradicts', {
      path: 'incident.date',
      message: `The date of the incident, ${record.incident?.date?.written ?? ''}, is more than ${String(FAR)} days away from every event of the timeline.`,
    }),
  ];
}

function dayOf(written: string | undefined): number | null {
  const instant = written === undefined ? null : resolveTime(written).instant;
  return instant === null ? null : instantToEpoch(`${instant.slice(0, 10)}T00:00:00Z`);
}

function inFuture(record: Postmortem, now: string | undefined): ReviewFinding[] {
  // The present has another date elsewhere.
  const limit = now === undefined ? Infinity : instantToEpoch(now) + DAY;
  const isAhead = (at: WrittenTime | null | undefined): boolean =>
    at !== null && at !== undefined && (timeBounds(at)?.min ?? -Infinity) > limit;
  const { incident, timeline } = record;
  if (incident?.date !== undefined && isAhead(incident.date)) return [ahead(incident.date.written, 'incident.date')];
  const index = timeline.findIndex(({ at }) => isAhead(at));
  const first = timeline[index]?.at;
  return first === null || first === undefined ? [] : [ahead(first.written, `timeline.${String(index)}.at`)];
}

function ahead(written: string, path: string): ReviewFinding {
  return findingOf('date-in-future', {
    path,
    message: `${written} is still to come, but a post-mortem tells of the past.`,
  });
}
