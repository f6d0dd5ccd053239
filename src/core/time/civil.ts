import { type CalendarDay, civilFromDays, DAY_MS, daysFromCivil, isCalendarDay, weekdayOf } from './calendar.ts';
import { MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';
import { zoneId } from './zone-id.ts';
import { zoneOffset } from './zone-offset.ts';

/** What calendar and clock on a wall show; parts of the clock that are left out are zero. */
export interface CivilTime extends CalendarDay {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
}

/** {@link CivilTime} with all parts and the ISO day of the week (1 is Monday). */
export interface CivilReading extends Required<CivilTime> {
  readonly weekday: number;
}

/**
 * Epoch milliseconds at which calendar and clock of a zone show that, or null for an impossible reading (30 February,
 * 25:00), an unknown zone or a year outside 0001 to 9999. `24:00` is the next midnight, second 60 the next minute.
 * Where clocks are put back the reading comes twice and the first is meant; where they are put forward it is read
 * with the offset before the change (Temporal's "compatible").
 */
export function civilToEpoch(civil: CivilTime, zone: string): number | null {
  return civilCandidates(civil, zone)?.[0] ?? null;
}

/** Like {@link civilToEpoch}, with the second instant where clocks were put back and the reading comes twice. */
export function civilCandidates(civil: CivilTime, zone: string): readonly [number] | readonly [number, number] | null {
  const id = zoneId(zone);
  const local = localMs(civil);
  if (id === null || local === null) return null;
  // A day each way is beyond every offset, so these are the offsets before and after a change near this reading.
  const before = zoneOffset(local - DAY_MS, id);
  const after = zoneOffset(local + DAY_MS, id);
  const first = local - before;
  const second = local - after;
  if (first === second) return inRange(first) ? [first] : null;
  const firstHolds = zoneOffset(first, id) === before;
  const secondHolds = zoneOffset(second, id) === after;
  if (firstHolds && secondHolds) return [first, second];
  return [secondHolds ? second : first];
}

function inRange(epochMs: number): boolean {
  return epochMs >= MIN_EPOCH_MS && epochMs <= MAX_EPOCH_MS;
}

/** Milliseconds of the reading as if it were UTC; null if no calendar or clock shows that. */
function localMs(civil: CivilTime): number | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0 } = civil;
  if (!isCalendarDay(year, month, day)) return null;
  const midnight = hour === 24 && minute === 0 && second === 0 && millisecond === 0;
  if (!(hour >= 0 && (hour < 24 || midnight) && minute >= 0 && minute < 60)) return null;
  const leap = second >= 60 && second < 61 && minute === 59;
  if (!(second >= 0 && (second < 60 || leap) && millisecond >= 0 && millisecond < 1000)) return null;
  return daysFromCivil(year, month, day) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/**
 * What calendar and clock of a zone show at an instant (integer epoch milliseconds). The zone must be one that
 * {@link isZone} accepts; others are a bug of the caller and throw a RangeError.
 */
export function epochToCivil(epochMs: number, zone: string): CivilReading {
  const local = epochMs + zoneOffset(epochMs, zoneId(zone) ?? zone);
  const days = Math.floor(local / DAY_MS);
  const ms = local - days * DAY_MS;
  const { year, month, day } = civilFromDays(days);
  return {
    year,
    month,
    day,
    hour: Math.floor(ms / 3_600_000),
    minute: Math.floor(ms / 60_000) % 60,
    second: Math.floor(ms / 1000) % 60,
    millisecond: ms % 1000,
    weekday: weekdayOf(days),
  };
}
