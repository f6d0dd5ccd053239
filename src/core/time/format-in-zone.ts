import { epochToCivil } from './civil.ts';
import { instantToEpoch } from './format-instant.ts';

/**
 * What calendar and clock of a zone show at an instant that this project wrote: `09:15`, `09:15:30`, `2026-02-23` or
 * `2026-02-23 09:15`. Finer parts are cut off, not rounded. The zone must be one that {@link isZone} accepts; others are
 * a bug of the caller and throw a RangeError.
 */
export function formatInZone(
  instant: string,
  zone: string,
  style: 'time' | 'time-seconds' | 'date' | 'date-time',
): string {
  const { year, month, day, hour, minute, second } = epochToCivil(instantToEpoch(instant), zone);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${two(minute)}`;
  if (style === 'date') return date;
  if (style === 'date-time') return `${date} ${time}`;
  return style === 'time' ? time : `${time}:${two(second)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
