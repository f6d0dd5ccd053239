import { MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';
import { formatInstant } from './format-instant.ts';
import type { Precision, WrittenTime } from './written-time.ts';

/**
 * A time whose instant is already known, as from an epoch number in evidence. `epochMs` in milliseconds, fractions
 * cut off; `written` is what the source says. The zone counts as stated (an epoch is UTC); precision defaults to
 * `second`. A number that is no instant of the years 0001 to 9999 gives an unresolved time and never throws.
 */
export function timeFromEpoch(
  epochMs: number,
  written: string,
  options: { readonly precision?: Precision; readonly zone?: string } = {},
): WrittenTime {
  if (!(epochMs >= MIN_EPOCH_MS && Math.floor(epochMs) <= MAX_EPOCH_MS)) {
    return { written, instant: null, precision: 'unknown', approximate: false, zone: null, zoneStated: false };
  }
  return {
    written,
    instant: formatInstant(epochMs),
    precision: options.precision ?? 'second',
    approximate: false,
    zone: options.zone ?? 'UTC',
    zoneStated: true,
  };
}
