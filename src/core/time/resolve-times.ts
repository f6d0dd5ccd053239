import { civilFromDays, DAY_MS } from './calendar.ts';
import { instantToEpoch } from './format-instant.ts';
import { formatInZone } from './format-in-zone.ts';
import { readWhole, resolveTime } from './resolve-time.ts';
import type { TimeReading } from './scan-time.ts';
import type { TimeContext, WrittenTime } from './written-time.ts';

/** A clock that goes back further than this has passed midnight; less is a row out of order. */
const WRAP_MS = 6 * 3_600_000;

/** So many steps back, against so few forward, make a column a newest-first one. */
const LEAST_STEPS_BACK = 3;
const STEPS_BACK_PER_STEP_FORWARD = 3;

/** What the rows so far say about the next one. */
interface Progress {
  readonly day: string | undefined;
  /** Epoch milliseconds of the last row with a clock time on that day. */
  readonly previous: number | null;
}

/**
 * The times of a timeline column from top to bottom, one for each row. A row without a day has the day of the row
 * before it, the first one `context.day`. A clock time that goes back by more than six hours against the row before it
 * belongs to the next day; one that goes back less stays on the day, as a row out of order.
 * A column without any day that runs backwards (three steps back, and three for every step forward) is a newest-first
 * one: `context.day` is then the day of its last row. An all-digit date whose order nobody states takes that of rows
 * in which a number above 12 tells it, if those agree.
 */
export function resolveTimes(written: readonly string[], surroundings: TimeContext = {}): WrittenTime[] {
  const readings = written.map((row) => readWhole(row, surroundings));
  const context = withOrder(surroundings, readings);
  const rows = written.map((row, index) => ({ row, dated: hasDay(readings[index] ?? null) }));
  const backwards = isNewestFirst(readings);
  const times: WrittenTime[] = [];
  let progress: Progress = { day: context.day, previous: null };
  for (const { row, dated } of backwards ? rows.toReversed() : rows) {
    const time = resolveRow(row, context, dated ? { ...progress, previous: null } : progress);
    times.push(time);
    progress = advance(progress, time);
  }
  return backwards ? times.toReversed() : times;
}

function hasDay(reading: TimeReading | null): boolean {
  return reading !== null && (reading.start.day !== null || reading.start.weekday !== null);
}

function withOrder(context: TimeContext, readings: readonly (TimeReading | null)[]): TimeContext {
  if (context.dateOrder === 'dmy' || context.dateOrder === 'mdy') return context;
  const told = new Set(readings.flatMap((reading) => reading?.start.day?.tells ?? []));
  const [dateOrder] = told;
  return told.size === 1 && dateOrder !== undefined ? { ...context, dateOrder } : context;
}

function resolveRow(row: string, context: TimeContext, { day, previous }: Progress): WrittenTime {
  const time = resolveTime(row, day === undefined ? context : { ...context, day });
  if (time.instant === null || previous === null || day === undefined) return time;
  if (instantToEpoch(time.instant) >= previous - WRAP_MS) return time;
  const later = resolveTime(row, { ...context, day: nextDay(day) });
  return later.instant === null ? time : later;
}

function advance(progress: Progress, { instant, zone, precision }: WrittenTime): Progress {
  if (instant === null || zone === null) return progress;
  return { day: formatInZone(instant, zone, 'date'), previous: precision === 'day' ? null : instantToEpoch(instant) };
}

function nextDay(day: string): string {
  const tomorrow = instantToEpoch(`${day}T00:00:00Z`) + DAY_MS;
  const { year, month, day: date } = civilFromDays(tomorrow / DAY_MS);
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');
}

function isNewestFirst(readings: readonly (TimeReading | null)[]): boolean {
  if (readings.some(hasDay)) return false;
  const clocks = readings.flatMap((reading) => (reading?.start.clock?.known === true ? [reading.start.clock] : []));
  const seconds = clocks.map(({ hour, minute, second }) => (hour * 60 + minute) * 60 + second);
  const steps = seconds.slice(1).map((value, index) => value - (seconds[index] ?? 0));
  const near = steps.filter((step) => step !== 0 && Math.abs(step) * 1000 <= WRAP_MS);
  const back = near.filter((step) => step < 0).length;
  return back >= LEAST_STEPS_BACK && back >= STEPS_BACK_PER_STEP_FORWARD * (near.length - back);
}
