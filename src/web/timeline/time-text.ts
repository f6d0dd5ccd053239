import { formatDuration, formatInZone, instantToEpoch, type WrittenTime, zoneId } from '#core/time';

import { dayLabel } from './time-ticks.ts';
import type { TimelineEntry } from './timeline-entry.ts';

/** A time as the table shows it: `12:05`, `~12:05`, `12:05:30`, `14:??`, `12:05–12:20`, `23 Feb`. */
export function timeText(at: WrittenTime, zone: string): string {
  if (at.instant === null) return at.written;
  if (at.precision === 'day') return `${at.approximate ? '~' : ''}${dayLabel(instantToEpoch(at.instant), zone)}`;
  const start = clockText(at.instant, at, zone);
  const isHour = at.precision === 'hour' && at.until !== undefined;
  const end = at.until === undefined || isHour ? '' : `–${clockText(at.until, at, zone)}`;
  return `${at.approximate ? '~' : ''}${start}${end}`;
}

function clockText(instant: string, { precision }: WrittenTime, zone: string): string {
  const text = formatInZone(instant, zone, 'time-seconds');
  if (precision === 'hour') return `${text.slice(0, 2)}:??`;
  return text.endsWith(':00') || precision === 'minute' ? text.slice(0, 5) : text;
}

/** Everything known about a time, for whoever asks: as written, in UTC, how finely, in which zone. */
export function timeDetails(at: WrittenTime, zone: string): string {
  const written = `Written as “${at.written}”`;
  if (at.instant === null) return `${written}; that is no time that could be placed.`;
  const shown = `${formatInZone(at.instant, zone, 'date-time')} ${zone}`;
  const utc = zoneId(zone) === 'UTC' ? '' : ` = ${formatInZone(at.instant, 'UTC', 'date-time')} UTC`;
  const known = at.approximate ? '; roughly known' : '';
  const stated = at.zoneStated ? '' : `; ${at.zone ?? 'UTC'} assumed, no zone was stated`;
  return `${shown}${utc}. ${written}${known}${stated}.`;
}

/** A distance in time for people: `1 h 20 min`, seconds only where they matter. */
export function spanText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds >= 172_800) return formatDuration(Math.round(seconds / 3600) * 3600);
  return formatDuration(seconds >= 600 ? Math.round(seconds / 60) * 60 : seconds);
}

/** The days of a timeline in their order, each with the rows that stand under it; null for rows without a time. */
export function dayOf(entry: TimelineEntry, zone: string): string | null {
  return entry.at === null || entry.at.instant === null ? null : formatInZone(entry.at.instant, zone, 'date');
}

/** A day with its year: `Tue 17 Mar 2026`, of `2026-03-17`. */
export function longDay(day: string): string {
  return `${dayLabel(instantToEpoch(`${day}T00:00:00Z`), 'UTC')} ${day.slice(0, 4)}`;
}
