import { epochToCivil, instantToEpoch, resolveTimes, type WrittenTime } from '#core/time';

/** Zone as a document states it (`CET`), and the day its clock times belong to. */
export interface DocumentClock {
  readonly zone: string;
  /** As `2026-02-23`; the day of the incident. */
  readonly day: string | undefined;
}

/**
 * Writes times as a document's timeline has them: to the minute, on the clock of its zone, with the day where it
 * changes. Coarser and approximate times stay so; a time that does not resolve becomes null. Where the clock would be
 * misread (the hour that comes twice when clocks are put back) the time is written in UTC.
 */
export function documentTimes(times: readonly WrittenTime[], clock: DocumentClock): (WrittenTime | null)[] {
  const first = resolveColumn(times, clock, new Set());
  const misread = new Set(times.flatMap((time, index) => (isSameMinute(time, first[index]) ? [] : [index])));
  return misread.size === 0 ? first : resolveColumn(times, clock, misread);
}

function resolveColumn(
  times: readonly WrittenTime[],
  clock: DocumentClock,
  inUtc: ReadonlySet<number>,
): (WrittenTime | null)[] {
  let day = clock.day;
  const written = times.map((time, index) => {
    if (time.instant === null) return null;
    const zone = inUtc.has(index) ? 'UTC' : clock.zone;
    const local = localText(time.instant, zone);
    const text = clockText(time, local);
    const bare = local.day === day && zone === clock.zone && text !== '';
    const dated = (time.approximate ? '~' : '') + (bare ? text : `${local.day} ${text}`.trimEnd());
    // After a time of another zone nobody knows whose day goes on.
    day = zone === clock.zone ? local.day : undefined;
    return zone === clock.zone ? dated : `${dated} ${zone}`;
  });
  const context = { zone: clock.zone, zoneStated: true, ...(clock.day !== undefined && { day: clock.day }) };
  const resolved = resolveTimes(
    written.filter((text) => text !== null),
    context,
  );
  return written.map((text) => (text === null ? null : (resolved.shift() ?? null)));
}

/** Coarse times are not compared: their instant is a choice within the hour or day. */
function isSameMinute(time: WrittenTime, resolved: WrittenTime | null | undefined): boolean {
  if (time.instant === null || (time.precision !== 'second' && time.precision !== 'minute')) return true;
  if (!resolved || resolved.instant === null || resolved.until !== undefined) return false;
  return Math.floor(instantToEpoch(time.instant) / 60_000) === Math.floor(instantToEpoch(resolved.instant) / 60_000);
}

/** The day that an instant has in a zone, as `2026-02-23`. */
export function dayOf(instant: string, zone: string): string {
  return localText(instant, zone).day;
}

function localText(
  instant: string,
  zone: string,
): { readonly day: string; readonly hour: string; readonly minute: string } {
  const local = epochToCivil(instantToEpoch(instant), zone);
  return {
    day: `${String(local.year).padStart(4, '0')}-${two(local.month)}-${two(local.day)}`,
    hour: two(local.hour),
    minute: two(local.minute),
  };
}

/** Two digits. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

function clockText(time: WrittenTime, local: { readonly hour: string; readonly minute: string }): string {
  if (time.precision === 'day') return '';
  if (time.precision === 'hour') return `${local.hour}:??`;
  return `${local.hour}:${local.minute}`;
}
