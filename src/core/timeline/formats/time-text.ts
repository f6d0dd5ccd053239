import { formatInZone, type WrittenTime } from '#core/time';

/** How times are shown. */
export interface TimeStyle {
  /** IANA name or offset; must be one that `isZone` accepts. */
  readonly zone: string;
  readonly granularity: 'minute' | 'second';
  /** True where the timeline spans several days, so that times need their date. */
  readonly withDate: boolean;
}

/** A time for people: `12:05`, `2026-02-23 12:05:30`, `~14:10`, `12:05–12:20`, or as written where it does not resolve. */
export function timeText(at: WrittenTime, style: TimeStyle): string {
  if (at.instant === null || at.precision === 'unknown') return at.written === '' ? '?' : at.written;
  const about = at.approximate ? '~' : '';
  const start = instantText(at.instant, at, style);
  return at.until === undefined ? about + start : `${about}${start}–${instantText(at.until, at, style)}`;
}

function instantText(instant: string, at: WrittenTime, { zone, granularity, withDate }: TimeStyle): string {
  const date = formatInZone(instant, zone, 'date');
  if (at.precision === 'day') return date;
  const fine = granularity === 'second' && at.precision === 'second';
  const time = formatInZone(instant, zone, fine ? 'time-seconds' : 'time');
  return withDate ? `${date} ${time}` : time;
}

/** True where times fall on more than one day of a zone. */
export function spansDays(times: readonly WrittenTime[], zone: string): boolean {
  const days = new Set<string>();
  for (const { instant } of times) {
    if (instant !== null) days.add(formatInZone(instant, zone, 'date'));
    if (days.size > 1) return true;
  }
  return false;
}
