import { instantToEpoch, resolveTime } from '#core/time';

const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/**
 * The day of a due date in epoch milliseconds (its first instant in UTC), or null where it names none. A quarter ends with
 * its last day. What has no year is near the day of the incident.
 */
export function dueDay(due: string, incidentDay: string | undefined): number | null {
  const quarter = /\bQ([1-4])[\s/-]*(\d{4})\b|\b(\d{4})[\s/-]*Q([1-4])\b/iu.exec(due);
  const end = LAST_DAYS[Number(quarter?.[1] ?? quarter?.[4]) - 1];
  if (quarter !== null && end !== undefined) {
    return instantToEpoch(`${quarter[2] ?? quarter[3] ?? ''}-${end}T00:00:00Z`);
  }
  const written = due.replace(/^(?:by|until|before|due|end of(?: the)?)[:\s]+/iu, '');
  const { instant } = resolveTime(written, incidentDay === undefined ? {} : { day: incidentDay });
  return instant === null ? null : instantToEpoch(`${instant.slice(0, 10)}T00:00:00Z`);
}
