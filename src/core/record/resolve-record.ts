import { formatInZone, resolveTime, resolveTimes, type TimeContext, type WrittenTime } from '#core/time';

import { derivePeople } from './people.ts';
import type { Postmortem, TimelineRow } from './postmortem.ts';
import { severityRank } from './severity.ts';

/**
 * Computes everything that follows from what is written: instants, the rank of the severity, the list of people.
 * A moment whose time stands in exactly one row of the timeline points to that row. Idempotent; what was written never
 * changes. Days come from the incident's date, zones from the timeline's zone.
 */
export function resolveRecord(record: Postmortem): Postmortem {
  const date = record.incident?.date && resolveTime(record.incident.date.written, zoneOf(record));
  const context = { ...zoneOf(record), ...dayOf(date) };
  const { severity, moments: _linked, people: _derived, ...rest } = record;
  const people = derivePeople(record);
  return {
    ...rest,
    ...(severity === undefined ? {} : { severity: { label: severity.label, ...severityRank(severity.label) } }),
    ...(record.incident === undefined
      ? {}
      : { incident: { ...record.incident, ...(date === undefined ? {} : { date }) } }),
    ...linkMoments(
      resolveRows(record.timeline, context),
      record.moments === undefined ? undefined : resolveMoments(record.moments, context),
    ),
    ...resolvePeriods(record, context),
    ...(people.length === 0 ? {} : { people }),
  };
}

function zoneOf(record: Postmortem): TimeContext {
  return record.timelineZone === undefined ? {} : { zone: record.timelineZone, zoneStated: true };
}

/** The day that a calendar on the wall of its zone shows; midnight there may be the day before in UTC. */
function dayOf(date: WrittenTime | undefined): TimeContext {
  if (date === undefined || date.instant === null || date.zone === null) return {};
  return { day: /\d{4}-\d\d-\d\d/u.exec(date.written)?.[0] ?? formatInZone(date.instant, date.zone, 'date') };
}

/** Rows under one day heading are a column of their own; rows without such a day carry the day on from row to row. */
function resolveRows(rows: Postmortem['timeline'], context: TimeContext): Postmortem['timeline'] {
  const resolved: Postmortem['timeline'] = [];
  for (let start = 0; start < rows.length;) {
    const day = rows[start]?.day;
    const length = rows.slice(start).findIndex((row) => row.day !== day);
    const end = length === -1 ? rows.length : start + length;
    resolved.push(
      ...resolveColumn(
        rows.slice(start, end),
        day === undefined ? context : { ...context, ...dayOf(resolveTime(day, context)), dayStated: true },
      ),
    );
    start = end;
  }
  return resolved;
}

function resolveColumn(rows: Postmortem['timeline'], context: TimeContext): Postmortem['timeline'] {
  const times = resolveTimes(
    rows.flatMap((row) => (row.at === null ? [] : [row.at.written])),
    context,
  );
  let next = 0;
  return rows.map((row) => (row.at === null ? row : { ...row, at: times[next++] ?? row.at }));
}

function resolveMoments(
  moments: NonNullable<Postmortem['moments']>,
  context: TimeContext,
): NonNullable<Postmortem['moments']> {
  const times = resolveTimes(
    moments.map((moment) => moment.at.written),
    context,
  );
  return moments.map((moment, index) => ({ ...moment, at: times[index] ?? moment.at }));
}

type Timeline = Pick<Postmortem, 'timeline' | 'moments'>;

function linkMoments(timeline: Postmortem['timeline'], moments: Postmortem['moments']): Timeline {
  if (moments === undefined) return { timeline };
  const rowsAt = Map.groupBy(timeline, (row) => row.at?.written);
  const rowOf = (moment: NonNullable<Postmortem['moments']>[number]): TimelineRow | undefined => {
    const rows = rowsAt.get(moment.at.written) ?? [];
    return rows.length === 1 ? rows[0] : undefined;
  };
  const kinds = Map.groupBy(moments, rowOf);
  const others = kinds.get(undefined) ?? [];
  const linked = timeline.map((row) => {
    const added = kinds.get(row)?.map((moment) => moment.kind);
    return added === undefined ? row : { ...row, moments: [...new Set([...(row.moments ?? []), ...added])] };
  });
  return { timeline: linked, ...(others.length === 0 ? {} : { moments: others }) };
}

function resolvePeriods(record: Postmortem, context: TimeContext): Pick<Postmortem, 'impact'> {
  const periods = record.impact?.periods;
  if (record.impact === undefined || periods === undefined)
    return record.impact === undefined ? {} : { impact: record.impact };
  const written = periods.flatMap((period) => [
    period.from.written,
    ...(period.to === null ? [] : [period.to.written]),
  ]);
  const times = resolveTimes(written, context);
  let next = 0;
  const resolved = periods.map((period) => ({
    from: times[next++] ?? period.from,
    to: period.to === null ? null : (times[next++] ?? period.to),
  }));
  return { impact: { ...record.impact, periods: resolved } };
}
