import { DAY_MS } from './calendar.ts';
import { instantsOf } from './place-clock.ts';
import { dayOf } from './place-day.ts';
import type { Moment } from './scan-moment.ts';
import type { TimeReading } from './scan-time.ts';
import type { TimeContext } from './written-time.ts';
import { zoneId } from './zone-id.ts';
import { OFFSETS_IN_USE } from './zones.data.ts';

/** What completes a clock time: id of a zone, and the day counted from 1970. */
interface Place {
  readonly zone: string;
  readonly day: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
const IN_USE: ReadonlySet<number> = new Set(OFFSETS_IN_USE);
const EARLIEST = Math.min(...OFFSETS_IN_USE);

/**
 * Where the same moment stands beside it with a zone, as in `12:43 (UTC 03:43)`, that tells zone and day of the first
 * clock. The zone is that of the context if the two readings agree in it, and else the offset between them. Null where
 * nothing stands beside it, and where no zone has that offset: then it is some other moment.
 */
export function placeBySame({ start, same }: TimeReading, context: TimeContext): Place | null {
  if (same === null || same.zone === null) return null;
  const near = dayOf(start, context) ?? dayOf(same, context);
  const stated = same.day === null ? near : dayOf(same, context);
  const epoch = stated === null ? undefined : instantsOf(same, stated, same.zone)?.[0];
  const shown = near === null ? undefined : instantsOf(start, near, 'UTC')?.[0];
  if (near === null || epoch === undefined || shown === undefined) return null;
  const offset = offsetBetween(shown, epoch);
  const day = same.day === null ? near : Math.floor((epoch + offset * MINUTE_MS) / DAY_MS);
  if (!IN_USE.has(offset) || (start.day !== null && day !== near)) return null;
  return { zone: zoneAt({ day, offset }, start, context) ?? offsetId(offset), day };
}

/** Minutes from one clock to the other, whatever their days; seconds are often left out of one of them. */
function offsetBetween(shown: number, epoch: number): number {
  const minutes = Math.floor(shown / MINUTE_MS) - Math.floor(epoch / MINUTE_MS) - EARLIEST;
  return (((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES) + EARLIEST;
}

/** The context's zone if its clock has that offset then and shows the time once only. */
function zoneAt(
  { day, offset }: { readonly day: number; readonly offset: number },
  start: Moment,
  context: TimeContext,
): string | null {
  const zone = zoneId(context.zone ?? 'UTC');
  const own = zone === null ? null : instantsOf(start, day, zone);
  const shown = instantsOf(start, day, 'UTC')?.[0];
  return own?.length === 1 && shown === own[0] + offset * MINUTE_MS ? zone : null;
}

function offsetId(offset: number): string {
  if (offset === 0) return 'UTC';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
