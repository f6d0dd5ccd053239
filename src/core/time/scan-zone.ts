import { matchAt, type Scanned } from './match-at.ts';
import { zoneId } from './zone-id.ts';
import { ZONES_THAT_ARE_WORDS } from './zones.data.ts';

const NAME =
  /(?:\*\*|__|[*_`])?\s{0,8}(\()?((?:UTC|utc|Utc|GMT|gmt|Z)\s?[+\-−]\d{1,2}(?::?\d\d)?|[+−]\d\d(?::?\d\d)?|-\d{4}|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_+-]+){1,2}|(?:US )?(?:Eastern|Central|Mountain|Pacific)(?: (?:Standard|Daylight))?(?: [Tt]ime)?|[A-Z]{1,5}|utc|gmt|z)(?![\p{L}\d]|:\d)\)?/uy;
const MINUS = /-\d\d(?::?\d\d)?(?!\d|:\d)/uy;
const AFTER_OFFSET = /\s(?:\((?:[A-Z]{1,5}|[A-Z][\w +/-]+)\)|(?:UTC|GMT|[A-Z]{3,4}T)(?![\p{L}\d]))/uy;
const WORDLIKE: ReadonlySet<string> = new Set(ZONES_THAT_ARE_WORDS);
/** `12:05 Pacific restarts` names a region; `12:05 Pacific:` and `12:05 Pacific Time` a clock. */
const REGION_WORD = /^(?:Eastern|Central|Mountain|Pacific)$/u;
/** In `12:43 (UTC 03:43)` the zone is that of the clock time behind it. */
const OWN_CLOCK = /:?\s+\d{1,4}[-:]\d\d/uy;
const PROSE = /\s+[\p{L}\d]/uy;

/**
 * The zone at an offset (a blank and a bracket before it belong to it), as id of the zone, or null.
 * `complete` says that day and clock before it are complete as in ISO 8601; only then `-07:00` is an offset and not
 * the far end of a range.
 */
export function scanZone(text: string, at: number, complete: boolean): Scanned<string> | null {
  const minus = complete ? matchAt(MINUS, text, at) : null;
  if (minus !== null) return scannedZone(text, minus[0], at + minus[0].length);
  const match = matchAt(NAME, text, at);
  // `1205-1220` is a range; with a blank or a colon in front, as in `12:05 -0700`, it is an offset.
  if (match === null || (!complete && match[0].startsWith('-') && /\d{4}/u.test(text.slice(at - 4, at)))) return null;
  const end = at + match[0].length;
  if (match[1] !== undefined && matchAt(OWN_CLOCK, text, end) !== null) return null;
  if (match[1] === undefined && match[0].endsWith(')')) return scannedZone(text, match[2] ?? '', end - 1);
  if ((WORDLIKE.has(match[2] ?? '') || REGION_WORD.test(match[2] ?? '')) && matchAt(PROSE, text, end) !== null)
    return null;
  return scannedZone(text, match[2] ?? '', end);
}

/** Programs repeat the zone behind the offset: `+0000 UTC`, `+0100 (CET)`. */
function scannedZone(text: string, name: string, end: number): Scanned<string> | null {
  const id = zoneId(name);
  if (id === null) return null;
  const repeated = /\d/u.test(name) ? matchAt(AFTER_OFFSET, text, end) : null;
  return { value: id, end: end + (repeated?.[0].length ?? 0) };
}
