import { civilFromDays, DAY_MS } from './calendar.ts';
import { instantToEpoch } from './format-instant.ts';
import { formatInZone } from './format-in-zone.ts';
import { placeTime } from './place-time.ts';
import { readWhole, resolveTime } from './resolve-time.ts';
import { inHalfDay } from './scan-clock.ts';
import type { Moment } from './scan-moment.ts';
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
  /** Half of the day that a clock of twelve hours shows; undefined where it is read as it is written. */
  readonly half: 'am' | 'pm' | undefined;
}

/** A row of a column with what was read of it. */
interface Row {
  readonly written: string;
  readonly reading: TimeReading | null;
}

/**
 * The times of a timeline column from top to bottom, one for each row. A row without a day has the day of the row
 * before it, the first one `context.day`; where that day is stated for all rows (`dayStated`), a row with another day of
 * its own stands alone. A clock time that goes back by more than six hours against the row before it
 * belongs to the next day; one that goes back less stays on the day, as a row out of order. In a column that only ever
 * shows 1:00 to 12:59 without leading zeros such a step passes noon first: `11:50`, `12:40`, `1:15`; times behind noon are `approximate` then.
 * A row without a zone takes that of the other rows, if these agree in one and the context has none.
 * A column without any day that runs backwards (three steps back, and three for every step forward) is a newest-first
 * one: `context.day` is then the day of its last row. An all-digit date whose order nobody states takes that of rows
 * in which a number above 12 tells it, if those agree.
 */
export function resolveTimes(written: readonly string[], surroundings: TimeContext = {}): WrittenTime[] {
  const readings = written.map((row) => readWhole(row, surroundings));
  const context = withZone(withOrder(surroundings, readings), readings);
  const rows = written.map((row, index): Row => ({ written: row, reading: readings[index] ?? null }));
  const backwards = isNewestFirst(readings);
  const column = { context, halves: !backwards && showsHalves(rows) };
  const times: WrittenTime[] = [];
  let progress: Progress = { day: context.day, previous: null, half: undefined };
  for (const row of backwards ? rows.toReversed() : rows) {
    const dated = hasDay(row.reading);
    const { time, half } = resolveRow(row, column, dated ? { ...progress, previous: null, half: undefined } : progress);
    times.push(time);
    if (!dated || context.dayStated !== true) progress = { ...advance(progress, time), half };
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

/** A row without a zone among rows that all state the same one is read in that, which is likely but not stated. */
function withZone(context: TimeContext, readings: readonly (TimeReading | null)[]): TimeContext {
  if (context.zone !== undefined) return context;
  const told = new Set(readings.flatMap((reading) => (reading?.start.clock ? (reading.start.zone ?? []) : [])));
  const [zone] = told;
  return told.size === 1 && zone !== undefined ? { ...context, zone } : context;
}

const LEADING_ZERO = /(?<![\d:.])0\d[:.h]\d\d/u;

/** True for a column of clocks that could all be those of twelve hours: no 0:05, no 08:30, no 14:00, no `pm`. */
function showsHalves(rows: readonly Row[]): boolean {
  const clocks = rows.flatMap(({ reading }) => [reading?.start.clock ?? [], reading?.finish?.clock ?? []].flat());
  return (
    clocks.every(({ hour, meridiem }) => meridiem === null && hour >= 1 && hour <= 12) &&
    !rows.some(({ written }) => LEADING_ZERO.test(written))
  );
}

interface Column {
  readonly context: TimeContext;
  readonly halves: boolean;
}

function resolveRow(
  row: Row,
  { context, halves }: Column,
  { day, half, previous }: Progress,
): { readonly time: WrittenTime; readonly half: Progress['half'] } {
  const placed = (on: string | undefined, within: Progress['half']): WrittenTime =>
    placeRow(row, on === undefined ? context : { ...context, day: on }, within);
  const time = placed(day, half);
  if (time.instant === null || previous === null || day === undefined) return { time, half };
  if (instantToEpoch(time.instant) >= previous - WRAP_MS) return { time, half };
  if (halves && half !== 'pm') {
    const afternoon = placed(day, 'pm');
    if (afternoon.instant !== null && instantToEpoch(afternoon.instant) >= previous)
      return { time: afternoon, half: 'pm' };
  }
  const next = half === undefined ? undefined : 'am';
  const later = placed(nextDay(day), next);
  return later.instant === null ? { time, half } : { time: later, half: next };
}

/** The time of a row; in a half of the day that nobody states, only about. */
function placeRow({ reading, written }: Row, context: TimeContext, half: Progress['half']): WrittenTime {
  if (reading === null || half === undefined || hasDay(reading)) return resolveTime(written, context);
  const inHalf = (moment: Moment): Moment => ({
    ...moment,
    clock: moment.clock === null ? null : inHalfDay(moment.clock, half),
  });
  const { finish, start } = reading;
  const moved = { ...reading, start: inHalf(start), finish: finish === null ? null : inHalf(finish) };
  return { ...placeTime(written, moved, context), approximate: true };
}

function advance({ day, half, previous }: Progress, { instant, zone, precision }: WrittenTime): Progress {
  if (instant === null || zone === null) return { day, half, previous };
  return {
    day: formatInZone(instant, zone, 'date'),
    previous: precision === 'day' ? null : instantToEpoch(instant),
    half,
  };
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
