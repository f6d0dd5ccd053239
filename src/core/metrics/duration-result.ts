import type { Finding } from '#core/errors';
import type { MomentKind } from '#core/record';
import { formatDuration, type WrittenTime } from '#core/time';

/** A duration with its definition and everything that is known about it. */
export interface DurationResult {
  readonly id: string;
  readonly label: string;
  /** One sentence that says from where to where, to print beside the number. */
  readonly definition: string;
  readonly note?: string;
  readonly value: DurationValue;
  /** Moments that it was measured between; absent where it is unknown or a sum. */
  readonly from?: { readonly moment: MomentKind; readonly at: WrittenTime };
  readonly to?: { readonly moment: MomentKind; readonly at: WrittenTime };
  /** How many impact periods were added up; absent where nothing was added up. */
  readonly periods?: number;
  /** Present for a negative duration: the moments contradict each other, which is shown and not hidden. */
  readonly finding?: Finding;
}

/**
 * How long (seconds, fractions where the evidence has them). `exact`: both ends known to the second. `minute`: an end is
 * written to the minute; `seconds` is the difference as written, the truth lies between `min` and `max`. `interval`: an
 * end is approximate, a range or coarser than a minute; only the bounds mean something. `unknown`: an end is missing.
 */
export type DurationValue =
  | { readonly kind: 'exact' | 'minute'; readonly seconds: number; readonly min: number; readonly max: number }
  | { readonly kind: 'interval'; readonly min: number; readonly max: number }
  | { readonly kind: 'unknown'; readonly because: string };

/** A duration as people read it: `8 min 12 s`, `between 10 min and 25 min`, `unknown, because no moment "declared" is known`. */
export function formatDurationResult(result: Pick<DurationResult, 'value'>): string {
  const { value } = result;
  if (value.kind === 'unknown') return `unknown, because ${value.because}`;
  if (value.kind === 'interval') return betweenText(value.min, value.max);
  if (value.kind === 'minute' && value.seconds === 0) return 'under 1 min';
  return signed(value.seconds);
}

function betweenText(min: number, max: number): string {
  if (min === max) return signed(min);
  if (min <= 0 && max > 0) return `at most ${signed(max)}`;
  return `between ${signed(min)} and ${signed(max)}`;
}

function signed(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 0 ? `−${formatDuration(-whole)}` : formatDuration(whole);
}
