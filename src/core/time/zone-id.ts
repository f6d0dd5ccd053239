import { regionId } from './zone-offset.ts';
import { ZONE_NAMES } from './zones.data.ts';

const OFFSET = /^(?:UTC|GMT|Z)? ?([+\-−])(\d{1,2})(?::?(\d\d))?$/u;
const REGION = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){1,2}$/u;

const known = new Map<string, string | null>();
/** Names come from content, so the memory is bounded. */
const KNOWN_LIMIT = 1000;

/**
 * The id that resolves a zone as people write it, or null if there is no such zone: `UTC`, an offset as `+02:00`, or
 * an IANA id. Takes IANA names (`Europe/Berlin`), offsets (`+0100`, `UTC+2`, `GMT-03:00`) and the usual
 * abbreviations in capitals (`CET`, `PT`, see `zones.data.ts` for how they are read) and American names (`Eastern`,
 * `US Pacific Time`). An id gives itself.
 */
export function zoneId(name: string): string | null {
  const cached = known.get(name);
  if (cached !== undefined) return cached;
  const id = findZone(name.trim());
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(name, id);
  return id;
}

/** Whether {@link zoneId} knows the name. */
export function isZone(name: string): boolean {
  return zoneId(name) !== null;
}

const AMERICAN = /^(?:US )?(Eastern|Central|Mountain|Pacific)(?: (Standard|Daylight))?(?: time)?$/iu;

function findZone(written: string): string | null {
  const american = AMERICAN.exec(written);
  const name = american?.[1] === undefined ? written : `${american[1].charAt(0)}${american[2]?.charAt(0) ?? ''}T`;
  const abbreviation = Object.hasOwn(ZONE_NAMES, name.toUpperCase()) ? ZONE_NAMES[name.toUpperCase()] : undefined;
  if (abbreviation !== undefined) return abbreviation.zone;
  const offset = OFFSET.exec(name);
  if (offset !== null) return offsetId(offset[1] ?? '+', offset[2] ?? '0', offset[3] ?? '00');
  return REGION.test(name) ? regionId(name) : null;
}

/** `UTC` for zero, else `±HH:MM`; null where no clock in the world is that far off (real ones: −12:00 to +14:00). */
function offsetId(sign: string, hours: string, minutes: string): string | null {
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}
