import { civilToEpoch, epochToCivil, formatInstant, parseInstant, type WrittenTime, zoneId } from '#core/time';

import type { EvidenceText, ReadContext } from '../types.ts';
import type { DateOrder } from './stamp-shapes.data.ts';
import type { Stamp } from './stamp.ts';

const DAY_MS = 86_400_000;

/** Why a stamp has no instant. */
export type ClockTrouble = 'no-year' | 'no-date' | 'order' | 'impossible';

/** What completed the times of one file, for its findings. */
export interface ClockNotes {
  zoneAssumed: number;
  yearFrom: 'window' | 'modified' | 'file name' | null;
  dateFrom: 'window' | 'modified' | 'file name' | null;
  orderGuessed: DateOrder | null;
}

/** Where a date without a year, or a time without a date, belongs. */
interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly source: 'window' | 'modified' | 'file name';
}

/** Turns the stamps of one file into times. One per file: it remembers what it had to assume. */
export interface LogClock {
  readonly notes: ClockNotes;
  /** Zone taken where none is written. */
  readonly zone: string;
  /** The time, or why there is none (its `instant` is null then). */
  resolve(stamp: Stamp, written: string): { at: WrittenTime; trouble: ClockTrouble | null };
  /** Epoch milliseconds of the same instant, without the text of it; NaN without an instant. */
  epochOf(stamp: Stamp): number;
}

/** What the clock has to know about the file before the first record. */
export interface ClockSurvey {
  /** Stamps of the first records, for the order of day and month. */
  readonly stamps: readonly Stamp[];
  /** How many midnights pass in the file between its first and its last bare clock. */
  readonly midnights: number;
}

/** Makes the clock of one file. */
export function createLogClock(input: EvidenceText, context: ReadContext, survey: ClockSurvey): LogClock {
  const zone = zoneId(context.zone ?? 'UTC') === null ? 'UTC' : (context.zone ?? 'UTC');
  const anchor = anchorOf(input, context);
  const notes: ClockNotes = { zoneAssumed: 0, yearFrom: null, dateFrom: null, orderGuessed: null };
  const orders = new Map<string, DateOrder | null>();
  let lastClock = -1;
  let day: number | null = null;

  const orderFor = (stamp: Stamp): DateOrder | null => {
    const known = orders.get(stamp.shape.id);
    if (known !== undefined) return known;
    const same = survey.stamps.filter((other) => other.shape.id === stamp.shape.id);
    const chosen = chooseOrder(same.length === 0 ? [stamp] : same, anchor);
    orders.set(stamp.shape.id, chosen);
    if (chosen !== null && stamp.shape.orders.length > 1) notes.orderGuessed = chosen;
    return chosen;
  };

  const bareClock = (stamp: Stamp): Civil | null => {
    const clock = (stamp.hour * 60 + stamp.minute) * 60 + Math.max(stamp.second, 0);
    if (anchor === null) return null;
    notes.dateFrom = anchor.source;
    day =
      day === null
        ? firstDay(clock, { anchor, zone, midnights: survey.midnights })
        : day + (passesMidnight(lastClock, clock) ? 1 : 0);
    lastClock = clock;
    const date = epochToCivil(day * DAY_MS, 'UTC');
    return { ...clockOf(stamp), year: date.year, month: date.month, day: date.day };
  };

  const civilOf = (stamp: Stamp, stampZone: string): Civil | ClockTrouble => {
    const dated = datedParts(stamp, stamp.parts.length > 0 ? orderFor(stamp) : null);
    if (dated === null) return 'order';
    if (dated.month < 0) return bareClock(stamp) ?? 'no-date';
    if (dated.year >= 0) return { ...clockOf(stamp), ...dated };
    if (anchor === null) return 'no-year';
    notes.yearFrom = anchor.source;
    const year = yearFor({ ...clockOf(stamp), ...dated }, stampZone, anchor);
    return year === null ? 'impossible' : { ...clockOf(stamp), ...dated, year };
  };

  const locate = (stamp: Stamp): Located | ClockTrouble => {
    if (stamp.epochMs !== null) return { epochMs: stamp.epochMs, zone: 'UTC', stated: true };
    const own = stamp.zone === null ? null : zoneId(stamp.zone);
    const civil = civilOf(stamp, own ?? zone);
    if (typeof civil === 'string') return civil;
    const epochMs = civilToEpoch(civil, own ?? zone);
    if (epochMs === null) return 'impossible';
    if (own === null) notes.zoneAssumed += 1;
    return { epochMs, zone: own ?? zone, stated: own !== null };
  };

  return clockBy(locate, { notes, zone });
}

function clockBy(
  locate: (stamp: Stamp) => Located | ClockTrouble,
  { notes, zone }: Pick<LogClock, 'notes' | 'zone'>,
): LogClock {
  return {
    notes,
    zone,
    resolve(stamp, written) {
      const found = locate(stamp);
      if (typeof found === 'string') return { at: unresolved(written), trouble: found };
      return { at: resolved(found.epochMs, { ...found, written, stamp }), trouble: null };
    },
    epochOf(stamp) {
      const found = locate(stamp);
      return typeof found === 'string' ? Number.NaN : Math.floor(found.epochMs);
    },
  };
}

/** The instant of a stamp, and the zone by which it was found. */
interface Located {
  readonly epochMs: number;
  readonly zone: string;
  readonly stated: boolean;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

function clockOf(stamp: Stamp): Pick<Civil, 'hour' | 'minute' | 'second' | 'millisecond'> {
  const { hour, minute, second, millisecond } = stamp;
  return { hour, minute, second: Math.max(second, 0), millisecond };
}

function resolved(
  epochMs: number,
  made: { readonly written: string; readonly zone: string; readonly stated: boolean; readonly stamp: Stamp },
): WrittenTime {
  return {
    written: made.written,
    instant: formatInstant(epochMs),
    precision: made.stamp.second < 0 ? 'minute' : 'second',
    approximate: false,
    zone: made.zone,
    zoneStated: made.stated,
  };
}

/** A time that does not resolve. */
export function unresolved(written: string): WrittenTime {
  return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
}

/** Whether the clock went past midnight: back by more than six hours. A smaller step back is a late line. */
export function passesMidnight(before: number, after: number): boolean {
  return before - after > 6 * 3600;
}

function anchorOf(input: EvidenceText, context: ReadContext): Anchor | null {
  const { window } = context;
  const from = window === undefined ? null : parseInstant(window.from);
  const to = window === undefined ? null : parseInstant(window.to);
  if (from !== null && to !== null) return { from, to: Math.max(from, to), source: 'window' };
  const modified = input.modified === undefined ? null : parseInstant(input.modified);
  if (modified !== null) return { from: modified, to: modified, source: 'modified' };
  const name = /(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)/u.exec(input.file.slice(input.file.lastIndexOf('/') + 1));
  const day = name === null ? null : parseInstant(`${name[1] ?? ''}-${name[2] ?? ''}-${name[3] ?? ''}T00:00:00Z`);
  return day === null ? null : { from: day, to: day + DAY_MS - 1, source: 'file name' };
}

/** Milliseconds outside the anchor; nothing in a file is later than its last modification (a day for zones). */
function distance(epochMs: number, anchor: Anchor): number {
  if (anchor.source === 'modified') {
    const behind = anchor.to - epochMs;
    return behind >= -DAY_MS ? Math.abs(behind) : 1e16 - behind;
  }
  if (epochMs < anchor.from) return anchor.from - epochMs;
  return epochMs > anchor.to ? epochMs - anchor.to : 0;
}

/** The year that puts a date nearest to the anchor; a 29 February goes to the nearest leap year. */
function yearFor(civil: Civil, zone: string, anchor: Anchor): number | null {
  const middle = epochToCivil(anchor.to, 'UTC').year;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  const leapDay = civil.month === 2 && civil.day === 29;
  for (let year = middle - (leapDay ? 8 : 1); year <= middle + (leapDay ? 4 : 1); year += 1) {
    const epochMs = civilToEpoch({ ...civil, year }, zone);
    const off = epochMs === null ? Number.POSITIVE_INFINITY : distance(epochMs, anchor);
    if (off < least) [best, least] = [year, off];
  }
  return best;
}

/** Day number (since 1970) of the first bare clock of a file. */
function firstDay(
  clock: number,
  made: { readonly anchor: Anchor; readonly zone: string; readonly midnights: number },
): number {
  const { anchor, zone, midnights } = made;
  const end = dayNumber(anchor.to, zone);
  if (anchor.source === 'modified') return end - midnights;
  const start = dayNumber(anchor.from, zone);
  let best = start;
  let least = Number.POSITIVE_INFINITY;
  for (let day = start - 1; day <= Math.min(end, start + 366); day += 1) {
    const date = epochToCivil(day * DAY_MS, 'UTC');
    const time = civilToEpoch({ year: date.year, month: date.month, day: date.day }, zone);
    const off = time === null ? least : distance(time + clock * 1000, anchor);
    if (off < least) [best, least] = [day, off];
  }
  return best;
}

function dayNumber(epochMs: number, zone: string): number {
  const { year, month, day } = epochToCivil(epochMs, zone);
  return Math.floor((civilToEpoch({ year, month, day }, 'UTC') ?? 0) / DAY_MS);
}

type Dated = Pick<Civil, 'year' | 'month' | 'day'>;

/** Year, month and day of a stamp (−1 where not written); null where their order is not known. */
function datedParts(stamp: Stamp, order: DateOrder | null): Dated | null {
  if (stamp.parts.length === 0) return { year: stamp.year, month: stamp.month, day: stamp.day };
  return order === null ? null : ordered(stamp, order);
}

function ordered(stamp: Stamp, order: DateOrder): Dated {
  let { year, month, day } = stamp;
  stamp.parts.forEach((value, index) => {
    const letter = order.charAt(index);
    if (letter === 'y') year = value + (value < 70 ? 2000 : 1900);
    else if (letter === 'm') month = value;
    else if (letter === 'd') day = value;
  });
  return { year, month, day };
}

/**
 * Which number is the day: orders under which some date of the file is impossible are out; of several left the one
 * wins that keeps the file in sequence, then (if the shape has no usual order) the one nearest to the anchor.
 */
function chooseOrder(stamps: readonly Stamp[], anchor: Anchor | null): DateOrder | null {
  const [first] = stamps;
  if (first === undefined) return null;
  const { orders, usualOrder } = first.shape;
  const scored = orders.map((order) => ({ order, ...judge(stamps, order) }));
  const fewest = Math.min(...scored.map((entry) => entry.impossible));
  const possible = scored.filter((entry) => entry.impossible === fewest);
  const calmest = Math.min(...possible.map((entry) => entry.stepsBack));
  const left = possible.filter((entry) => entry.stepsBack === calmest);
  const [best] = left;
  if (best === undefined || left.length === 1 || usualOrder) return best?.order ?? null;
  if (left.every((entry) => entry.first === best.first)) return best.order;
  if (anchor === null) return null;
  const near = left
    .map((entry) => ({ order: entry.order, off: distance(entry.first, anchor) }))
    .toSorted((a, b) => a.off - b.off);
  const [nearest, second] = near;
  return nearest !== undefined && second !== undefined && nearest.off * 4 + DAY_MS < second.off ? nearest.order : null;
}

function judge(stamps: readonly Stamp[], order: DateOrder): { impossible: number; stepsBack: number; first: number } {
  let impossible = 0;
  let stepsBack = 0;
  let first = Number.NaN;
  let before = Number.NaN;
  for (const stamp of stamps) {
    const { year, month, day } = ordered(stamp, order);
    const epochMs = civilToEpoch({ ...clockOf(stamp), year: year < 0 ? 2024 : year, month, day }, 'UTC');
    if (epochMs === null) {
      impossible += 1;
      continue;
    }
    if (Number.isNaN(first)) first = epochMs;
    if (before - epochMs > DAY_MS / 2) stepsBack += 1;
    before = epochMs;
  }
  return { impossible, stepsBack, first };
}
