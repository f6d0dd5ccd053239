import { DAY_MS, daysFromCivil, isCalendarDay, weekdayOf } from './calendar.ts';
import { civilFromDays } from './calendar.ts';
import { civilCandidates } from './civil.ts';
import { formatInstant } from './format-instant.ts';
import type { ClockPart } from './scan-clock.ts';
import type { Moment } from './scan-moment.ts';
import type { TimeReading } from './scan-time.ts';
import type { Precision, TimeContext, WrittenTime } from './written-time.ts';
import { zoneId } from './zone-id.ts';

/** A time that does not resolve. */
export function unresolved(written: string, precision: Precision = 'unknown', approximate = false): WrittenTime {
  return { written, instant: null, precision, approximate, zone: null, zoneStated: false };
}

/** Completes a reading with what surrounds it and gives the instant it means. */
export function placeTime(written: string, reading: TimeReading, context: TimeContext): WrittenTime {
  const { start, finish } = reading;
  const approximate = isVague(start) || (finish !== null && isVague(finish));
  const precision = coarser(precisionOf(start), finish === null ? 'second' : precisionOf(finish));
  const zone = start.zone ?? zoneId(context.zone ?? 'UTC');
  const day = dayOf(start, context);
  const from = zone === null || day === null ? null : instantsOf(start, day, zone);
  if (zone === null || day === null || from === null || precision === 'unknown') {
    return unresolved(written, isImpossible(reading) ? 'unknown' : precision, approximate);
  }
  const until = finish === null ? openEnd(from, start.clock) : endOf(finish, { day, from: from[0], zone, context });
  if (until === null) return unresolved(written, 'unknown', approximate);
  const zoneStated = start.zone !== null || context.zoneStated === true;
  const time = { written, instant: formatInstant(from[0]), precision, approximate, zone, zoneStated };
  return until === from[0] ? time : { ...time, until: formatInstant(until) };
}

function isVague({ approximate, clock }: Moment): boolean {
  return approximate || (clock?.openSeconds ?? 0) > 0;
}

/** Epoch milliseconds where a single time ends: later than its start where digits are unknown or the clock was put back. */
function openEnd(from: Candidates, clock: ClockPart | null): number {
  return (from[1] ?? from[0]) + (clock?.openSeconds ?? 0) * 1000;
}

const FINENESS: readonly Precision[] = ['second', 'minute', 'hour', 'day', 'unknown'];

function coarser(one: Precision, other: Precision): Precision {
  return FINENESS.indexOf(one) > FINENESS.indexOf(other) ? one : other;
}

function precisionOf({ day, clock, weekday }: Moment): Precision {
  if (day?.known === false) return 'unknown';
  if (clock?.known === true) return clock.precision;
  return day === null && weekday === null ? 'unknown' : 'day';
}

/** Whether a part contradicts calendar or clock, whatever surrounds it. */
function isImpossible({ start, finish }: TimeReading): boolean {
  return [start, finish].some((moment) => {
    if (moment?.clock?.possible === false) return true;
    // 2000 is a leap year: without a year, 29 February is possible.
    return moment?.day?.known === true && !isCalendarDay(moment.day.year ?? 2000, moment.day.month, moment.day.day);
  });
}

/** Days since 1970 of the moment's day, with year, day or week from the context; null where they do not tell. */
function dayOf({ day, weekday }: Moment, context: TimeContext): number | null {
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

/** One instant, or two where clocks were put back in between. */
type Candidates = readonly [number] | readonly [number, number];

/** Epoch milliseconds of clock and day in a zone; two where clocks were put back in between. */
function instantsOf({ clock }: Moment, day: number, zone: string): Candidates | null {
  const known = clock?.known === true ? clock : null;
  if (known === null) return civilCandidates(civilFromDays(day), zone);
  if (!known.possible) return null;
  if (zone === 'UTC' && known.second < 60) {
    return [day * DAY_MS + ((known.hour * 60 + known.minute) * 60 + known.second) * 1000 + known.millisecond];
  }
  const { hour, minute, second, millisecond } = known;
  return civilCandidates({ ...civilFromDays(day), hour, minute, second, millisecond }, zone);
}

interface RangeStart {
  readonly day: number;
  readonly from: number;
  readonly zone: string;
  readonly context: TimeContext;
}

/** Epoch milliseconds of a range's far end; without a day of its own it is the first such time after the start. */
function endOf(finish: Moment, { day, from, zone, context }: RangeStart): number | null {
  const ownDay = finish.day !== null || finish.weekday !== null ? dayOf(finish, context) : day;
  const end = ownDay === null ? null : endOn(finish, ownDay, finish.zone ?? zone);
  if (ownDay === null || end === null || end >= from || finish.day !== null) return end;
  return endOn(finish, ownDay + 1, finish.zone ?? zone);
}

function endOn(finish: Moment, day: number, zone: string): number | null {
  const candidates = instantsOf(finish, day, zone);
  return candidates === null ? null : openEnd(candidates, finish.clock);
}
