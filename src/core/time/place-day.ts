import { civilFromDays, daysFromCivil, isCalendarDay, weekdayOf } from './calendar.ts';
import type { Moment } from './scan-moment.ts';
import type { TimeContext } from './written-time.ts';

/** Days since 1970 of the moment's day, with year, day or week from the context; null where they do not tell. */
export function dayOf({ day, weekday }: Moment, context: TimeContext): number | null {
  if (day?.known === false) return null;
  const near = contextDay(context);
  if (day !== null)
    return day.year === null ? yearless(day.month, day.day, context) : dayNumber(day.year, day.month, day.day);
  if (near === null || weekday === null) return near;
  return near + ((weekday - weekdayOf(near) + 7) % 7);
}

/** A day without a year: that of the context, or else the one nearest to the context's day. */
function yearless(month: number, day: number, context: TimeContext): number | null {
  if (context.year !== undefined) return dayNumber(context.year, month, day);
  const near = contextDay(context);
  if (near === null) return null;
  const { year } = civilFromDays(near);
  const candidates = [year, year - 1, year + 1].map((candidate) => dayNumber(candidate, month, day));
  const known = candidates.filter((candidate) => candidate !== null);
  return known.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

let lastContextDay = '';
let lastContextNumber: number | null = null;

/** The context's day, counted from 1970. Rows of one timeline share it, so the last one is remembered. */
function contextDay({ day }: TimeContext): number | null {
  if (day === undefined) return null;
  if (day !== lastContextDay) {
    const match = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day);
    lastContextNumber = match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
    lastContextDay = day;
  }
  return lastContextNumber;
}

function dayNumber(year: number, month: number, day: number): number | null {
  return isCalendarDay(year, month, day) ? daysFromCivil(year, month, day) : null;
}
