import { Temporal } from 'temporal-polyfill';

import { MAX_EPOCH_MS, MIN_EPOCH_MS } from './calendar.ts';

/** A stretch of time in which a zone keeps one offset. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** What has been learnt of one region, and the stretch that answered last (neighbours in time come together). */
interface Region {
  readonly id: string;
  readonly stretches: Stretch[];
  last: Stretch;
}

const regions = new Map<string, Region | null>();

/** The id of a region as the time zone database spells it, or null where it knows no such name. */
export function regionId(name: string): string | null {
  return region(name)?.id ?? null;
}

/**
 * Milliseconds to add to an instant to get the local clock of a zone. The zone is an id that {@link zoneId} gave.
 * `UTC` and offsets are arithmetic; regions ask the time zone database once per stretch between two changes.
 */
export function zoneOffset(epochMs: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const found = region(zone);
  if (found === null) throw new RangeError(`The zone "${zone}" is not known; take the id that zoneId gives.`);
  if (epochMs < found.last.from || epochMs >= found.last.to) found.last = stretchAt(found, epochMs, zone);
  return found.last.offset;
}

/** Milliseconds of `+02:00`, or null for a name. */
function fixedOffset(zone: string): number | null {
  const sign = zone.charCodeAt(0);
  if (sign !== 43 && sign !== 45) return null;
  const ms = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * 60_000;
  return sign === 43 ? ms : -ms;
}

function region(name: string): Region | null {
  const known = regions.get(name);
  if (known !== undefined) return known;
  const first = learn(0, name);
  const made = first === null ? null : { id: first.id, stretches: [first], last: first };
  if (made !== null || regions.size < 1000) regions.set(name, made);
  return made;
}

function stretchAt(found: Region, epochMs: number, zone: string): Stretch {
  const known = found.stretches.find((stretch) => epochMs >= stretch.from && epochMs < stretch.to);
  if (known !== undefined) return known;
  const learnt = learn(epochMs, zone) ?? found.last;
  found.stretches.push(learnt);
  return learnt;
}

function learn(epochMs: number, zone: string): (Stretch & { readonly id: string }) | null {
  try {
    const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
    const next = at.getTimeZoneTransition('next');
    const after = next?.epochMilliseconds ?? MAX_EPOCH_MS + 1e9;
    // The transition before `next` is the latest one not after `at`, even if `at` is that very moment.
    const previous = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
    const before = previous?.epochMilliseconds ?? MIN_EPOCH_MS - 1e9;
    return { id: at.timeZoneId, from: before, to: after, offset: at.offsetNanoseconds / 1_000_000 };
  } catch (cause) {
    // The one way the database says that it has no such zone.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
