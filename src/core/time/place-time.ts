import { isCalendarDay } from './calendar.ts';
import { formatInstant } from './format-instant.ts';
import { type Candidates, instantsOf } from './place-clock.ts';
import { dayOf } from './place-day.ts';
import { placeBySame } from './place-by-same.ts';
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
  const same = placeBySame(reading, context);
  const { zone, day } = same ?? placeOf(start, context);
  const from = zone === null || day === null ? null : instantsOf(start, day, zone);
  if (zone === null || day === null || from === null || precision === 'unknown') {
    return unresolved(written, isImpossible(reading) ? 'unknown' : precision, approximate);
  }
  const until = finish === null ? openEnd(from, start.clock) : endOf(finish, { day, from: from[0], zone, context });
  if (until === null) return unresolved(written, 'unknown', approximate);
  const zoneStated = same !== null || start.zone !== null || context.zoneStated === true;
  const time = { written, instant: formatInstant(from[0]), precision, approximate, zone, zoneStated };
  return until === from[0] ? time : { ...time, until: formatInstant(until) };
}

function placeOf(start: Moment, context: TimeContext): { readonly zone: string | null; readonly day: number | null } {
  return { zone: start.zone ?? zoneId(context.zone ?? 'UTC'), day: dayOf(start, context) };
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
