import { matchAt, type Scanned } from './match-at.ts';
import { type ClockPart, scanBasicClock, scanClock } from './scan-clock.ts';
import { type DayPart, scanDay, scanWeekday } from './scan-day.ts';
import { scanZone } from './scan-zone.ts';
import { APPROXIMATE_AFTER, APPROXIMATE_BEFORE, CONNECTORS, DASHES, DAY_PARTS, UNSPACED } from './time-words.data.ts';
import type { TimeContext } from './written-time.ts';

/** One point in time as written: every part at most once, in any order. */
export interface Moment {
  readonly day: DayPart | null;
  /** ISO number of a named day of the week. */
  readonly weekday: number | null;
  readonly clock: ClockPart | null;
  /** Id of a zone. */
  readonly zone: string | null;
  readonly approximate: boolean;
}

/** What the scan has found so far; `iso` if day and clock are joined by a `T`. */
type Draft = { -readonly [K in keyof Moment]: Moment[K] } & { iso: boolean };

/** A place in the text, with what is needed to read on from there. */
interface Cursor {
  readonly text: string;
  readonly at: number;
  readonly order: TimeContext['dateOrder'];
}

const MARKS = String.raw`(?:\*\*|__|[*_\x60])?`;
const CONNECTOR = CONNECTORS.map((word) => (/\p{L}$/u.test(word) ? `${word}\\s` : word)).join('|');
const GAP = new RegExp(`${MARKS}[\\s,]*(?:(?:${CONNECTOR})\\s*)?${MARKS}`, 'iuy');
/** Between a day and its clock time a few more signs are usual: `T`, the colon of web servers, a dash, a bar. */
const DAY_TO_CLOCK = new RegExp(`${MARKS}\\s*(?:[${DASHES}|/(]|::?)\\s*${MARKS}`, 'uy');
const CLOCK_AHEAD = /[\d?]/uy;
const ISO_T = /[Tt](?=[\d?])/uy;
const BRACKET = /\s*\(/uy;
const YEAR = /(\d{4})(?!\d|:\d|-\d)/uy;
const BEFORE = new RegExp(`(?:${APPROXIMATE_BEFORE.join('|')})(?:(?<!(?![${UNSPACED}])\\p{L})\\s*|\\s+)`, 'iuy');
const AFTER = new RegExp(`\\s{0,3}(?:${APPROXIMATE_AFTER.join('|')})(?!(?![${UNSPACED}])[\\p{L}\\d])`, 'iuy');
const DAY_PART = new RegExp(`\\s{0,2}[,·]?\\s{0,2}[~≈]?(?:${DAY_PARTS.join('|')})(?![\\p{L}\\d])`, 'iuy');
const PROSE = /\s+\p{Ll}|-\d/uy;
const ZONE_FIRST = /[A-Z]/uy;
const AFTER_ZONE = /:?\s+/uy;

/** The longest point in time that starts at an offset; null if no day, day of the week or clock time stands there. */
export function scanMoment(text: string, at: number, order: TimeContext['dateOrder']): Scanned<Moment> | null {
  const before = matchAt(BEFORE, text, at)?.[0].length ?? 0;
  const draft: Draft = { day: null, weekday: null, clock: null, zone: null, approximate: before > 0, iso: false };
  const first = { text, at: at + before, order };
  let next = takePart(draft, first) ?? takeZoneFirst(draft, first);
  let end = first.at;
  while (next !== null) {
    end = next;
    next = takeNext(draft, { text, at: end, order });
  }
  // A zone in front belongs to a clock time; without one it is any word in capitals.
  if (end === first.at || (draft.zone !== null && draft.clock === null)) return null;
  return { value: draft, end };
}

/** The zone of `UTC 03:43`, with the day or clock time behind it. */
function takeZoneFirst(draft: Draft, { text, at, order }: Cursor): number | null {
  const zone = matchAt(ZONE_FIRST, text, at) === null ? null : scanZone(text, at, false);
  const gap = zone === null ? null : matchAt(AFTER_ZONE, text, zone.end);
  if (zone === null || gap === null) return null;
  draft.zone = zone.value;
  return takePart(draft, { text, at: zone.end + gap[0].length, order });
}

/** Reads a day of the week, a day or a clock time exactly at the cursor into the draft; the offset behind it, or null. */
function takePart(draft: Draft, { text, at, order }: Cursor): number | null {
  const weekday = draft.weekday === null ? scanWeekday(text, at) : null;
  if (weekday !== null) {
    draft.weekday = weekday.value;
    return weekday.end;
  }
  const day = draft.day === null ? scanDay(text, at, order) : null;
  if (day !== null) {
    draft.day = day.value;
    return day.end;
  }
  const clock = draft.clock === null ? scanClock(text, at) : null;
  if (clock === null) return null;
  draft.clock = clock.value;
  return clock.end;
}

function takeNext(draft: Draft, cursor: Cursor): number | null {
  const joined = draft.day !== null && draft.clock === null ? takeJoinedClock(draft, cursor) : null;
  if (joined !== null) return joined;
  const beside = takeZone(draft, cursor) ?? takeBracketedDay(draft, cursor) ?? takeBehindGap(draft, cursor);
  return beside ?? takeDayPart(draft, cursor) ?? takeApproximation(draft, cursor);
}

/** The `evening` of `March 4, evening`. */
function takeDayPart(draft: Draft, { text, at }: Cursor): number | null {
  if (draft.clock !== null || (draft.day === null && draft.weekday === null)) return null;
  const part = matchAt(DAY_PART, text, at);
  if (part === null) return null;
  draft.approximate = true;
  return at + part[0].length;
}

/** The `ish` of `15:00ish UTC`. */
function takeApproximation(draft: Draft, { text, at }: Cursor): number | null {
  const after = matchAt(AFTER, text, at);
  if (after === null) return null;
  draft.approximate = true;
  return at + after[0].length;
}

function takeBehindGap(draft: Draft, cursor: Cursor): number | null {
  const { text, at, order } = cursor;
  const gap = matchAt(GAP, text, at)?.[0].length ?? 0;
  if (gap === 0) return null;
  const next = { text, at: at + gap, order };
  // In `12:05 Friday deploys pile up` the day of the week is not part of the time.
  const prose = draft.clock !== null && draft.day === null && text.slice(at, at + gap).trim() === '';
  if (prose && scanWeekday(text, next.at) !== null) return null;
  return takeYear(draft, text, next.at) ?? takePart(draft, next) ?? takeApproximateClock(draft, next);
}

/** The `around 19:30` of `March 22, around 19:30`; `around 1200 users` is no clock time. */
function takeApproximateClock(draft: Draft, { text, at }: Cursor): number | null {
  const before = draft.day === null || draft.clock !== null ? null : matchAt(BEFORE, text, at);
  const clock = before === null ? null : scanClock(text, at + before[0].length);
  if (clock === null || (clock.value.compact && matchAt(PROSE, text, clock.end) !== null)) return null;
  draft.clock = clock.value;
  draft.approximate = true;
  return clock.end;
}

function takeZone(draft: Draft, { text, at }: Cursor): number | null {
  if (draft.clock === null || draft.zone !== null) return null;
  const complete = draft.day !== null && (draft.iso || draft.clock.precision === 'second');
  const zone = scanZone(text, at, complete);
  if (zone === null) return null;
  draft.zone = zone.value;
  return zone.end;
}

/** The day of `22:30 UTC (Oct 29)`. */
function takeBracketedDay(draft: Draft, { text, at, order }: Cursor): number | null {
  const bracket = draft.clock === null || draft.day !== null ? null : matchAt(BRACKET, text, at);
  const day = bracket === null ? null : scanDay(text, at + bracket[0].length, order);
  if (day === null || text[day.end] !== ')') return null;
  draft.day = day.value;
  return day.end + 1;
}

/** The clock time of `2021-03-04T12:05`, `04/Mar/2021:12:05:06`, `2021-03-04 – 12:05`. */
function takeJoinedClock(draft: Draft, { text, at, order }: Cursor): number | null {
  const iso = matchAt(ISO_T, text, at) !== null;
  const joint = iso ? 1 : (matchAt(DAY_TO_CLOCK, text, at)?.[0].length ?? 0);
  if (joint === 0) return null;
  if (!iso && matchAt(CLOCK_AHEAD, text, at + joint) === null) {
    return takeApproximateClock(draft, { text, at: at + joint, order });
  }
  const clock = (iso ? scanBasicClock(text, at + joint) : null) ?? scanClock(text, at + joint);
  if (clock === null || (clock.value.compact && !iso)) return null;
  draft.clock = clock.value;
  draft.iso = iso;
  return clock.end;
}

/** The year that git and `date` put behind the clock time. */
function takeYear(draft: Draft, text: string, at: number): number | null {
  if (draft.day === null || draft.day.year !== null || draft.clock === null) return null;
  const year = matchAt(YEAR, text, at);
  if (year === null) return null;
  draft.day = { ...draft.day, year: Number(year[1]), weak: false };
  return at + year[0].length;
}
