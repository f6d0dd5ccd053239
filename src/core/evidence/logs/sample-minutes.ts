import { readersFor } from './byte-shape.ts';
import { type ByteRange, minuteShape, type MinuteShape } from './minute-shape.ts';
import type { Stamp } from './stamp.ts';
import type { StampedLine } from './text-clock.ts';

/** Share of the lines of a sample that must have their stamp at one place, written alike. */
const LEAST_SHARE = 0.5;
const MINUTE_MS = 60_000;
/** Minutes are no digits of an epoch number, but hundreds of seconds are. */
const HUNDRED_SECONDS_MS = 100_000;
const HUNDREDS = 8;

/** The minute of most lines of a sample, and these lines. */
export interface SampledMinutes {
  readonly minutes: MinuteShape;
  readonly lines: readonly StampedLine[];
}

/** Where most lines of a sample have the minute of their time; null where no comparison of bytes tells it. */
export function sampleMinutes(stamped: readonly StampedLine[]): SampledMinutes | null {
  const placed = stamped.flatMap((each) => placeOf(each) ?? []);
  const counted = [...Map.groupBy(placed, keyOf).values()].toSorted((a, b) => b.length - a.length);
  const [places = []] = counted;
  const [first] = places;
  if (first === undefined || places.length < stamped.length * LEAST_SHARE) return null;
  const pattern = patternOf(first);
  const { stamp, offset, opening } = first;
  const anchor = Uint8Array.from(first.anchor, (character) => character.charCodeAt(0));
  const place = { offset, anchor, opening };
  const behind = [0, 1].map((ahead) => rangeOf(places.map((each) => byteBehind(each, ahead))));
  const minutes = pattern === null ? null : minuteShape(pattern, { ...place, spanMs: spanOf(stamp), behind });
  return minutes === null ? null : { minutes, lines: places.map(({ sampled }) => sampled) };
}

/** Where the stamp of a line stands. */
interface StampPlace {
  readonly sampled: StampedLine;
  readonly stamp: Stamp;
  readonly written: string;
  readonly start: number;
  /** What stands before it wherever it is in the line, and bytes from there, or from the start of the line, to it. */
  readonly anchor: string;
  readonly offset: number;
  /** The byte that such a line begins with; −1 where any does. */
  readonly opening: number;
}

/** Null where the place of the stamp is not fixed, so that something in front of it would have to be read, too. */
function placeOf(sampled: StampedLine): StampPlace | null {
  const { line, stamp, record } = sampled;
  if (stamp === null) return null;
  if (record.stamp === null) return fieldPlace(sampled, stamp);
  const { start, end } = stamp;
  const place = { sampled, stamp, written: line.slice(start, end), start, opening: -1 };
  if (stamp.shape.id === 'common-log')
    return line.indexOf('[') === start - 1 ? { ...place, anchor: '[', offset: 0 } : null;
  // Behind a bracket, or behind the letter of a level (`E0223 08:15:30.123456`).
  const fixed = start === 0 || (start === 1 && /^[[A-Z]/u.test(line));
  return fixed ? { ...place, anchor: '', offset: start } : null;
}

/** `"time":"`, `"t":{"$date":"`, ` ts=`. */
const FIELD = /(?:"[\w@.$-]+" ?: ?(?:\{"\$date":)?"?|(?:^| )[\w@.-]+="?)$/u;
/** Longest anchor, and how far into the line scanners look for it. */
const MOST_ANCHOR = 16;
const FARTHEST_ANCHOR = 200;

/** The value of a named field: behind its name, if that stands in the line once. */
function fieldPlace(sampled: StampedLine, stamp: Stamp): StampPlace | null {
  const { line, record } = sampled;
  const { written } = record;
  const start = line.indexOf(written);
  if (stamp.end !== written.length || start < 1 || start > FARTHEST_ANCHOR) return null;
  const anchor = FIELD.exec(line.slice(0, start))?.[0] ?? '';
  const once = line.indexOf(anchor) + anchor.length === start && !line.includes(anchor, start);
  if (anchor === '' || anchor.length > MOST_ANCHOR || !once) return null;
  return { sampled, stamp, written, start, anchor, offset: 0, opening: line.charCodeAt(0) };
}

/** The byte of a line `ahead` bytes behind its stamp; the line break where it ends there. */
function byteBehind({ sampled, start, written }: StampPlace, ahead: number): number {
  const code = sampled.line.charCodeAt(start + written.length + ahead);
  return Number.isNaN(code) ? LINE_BREAK : code;
}

const LINE_BREAK = 10;
const ANY: ByteRange = [0, 255];
const LETTERS: ByteRange = [65, 122];
const DIGITS: ByteRange = [48, 57];

/** Which bytes may stand where these were seen: any letter for letters, any digit for digits, else what is between them. */
function rangeOf(codes: readonly number[]): ByteRange {
  const [least, greatest] = [Math.min(...codes), Math.max(...codes)];
  if (greatest > 127) return ANY;
  const within = [LETTERS, DIGITS].find(([from, to]) => from <= least && greatest <= to);
  return within ?? [least, greatest];
}

function spanOf(stamp: Stamp): number {
  return stamp.epochMs === null ? MINUTE_MS : HUNDRED_SECONDS_MS;
}

/** Lines with equal keys have stamps of one shape and length at one place. A day of the month may have a blank. */
function keyOf({ stamp, written, anchor, offset, opening }: StampPlace): string {
  const digits = stamp.shape.id === 'bsd' ? '' : written.replaceAll(/\d/gu, '0');
  return [stamp.shape.id, anchor, offset, opening, digits].join('\n');
}

/** The stamp as the letters of {@link minuteShape}; null where no second is written. */
function patternOf({ stamp, written }: StampPlace): string | null {
  if (stamp.epochMs !== null) return `${'d'.repeat(HUNDREDS)}${written.slice(HUNDREDS).replaceAll(/\d/gu, 'x')}`;
  const parts = partsOf(written, stamp);
  if (parts === null || parts.secondEnd - parts.secondStart !== 2) return null;
  const { secondStart, fractionStart, fractionEnd } = parts;
  const letters = Array.from(written, (character, at) => {
    if (/[A-Z]/u.test(character)) return 'A';
    if (/[a-z]/u.test(character)) return 'a';
    if (!/\d/u.test(character)) return character;
    if (at === secondStart) return 's';
    return at === secondStart + 1 || (at >= fractionStart && at < fractionEnd) ? 'x' : 'd';
  });
  // A day of one digit has a blank before it.
  return letters.join('').replace(/^(Aaa )[ d](?=d )/u, '$1p');
}

type SecondPlaces = Record<'secondStart' | 'secondEnd' | 'fractionStart' | 'fractionEnd', number>;

/** Where second and fraction stand in a stamp. */
function partsOf(written: string, { shape }: Stamp): SecondPlaces | null {
  const bytes = Uint8Array.from(written, (character) => character.charCodeAt(0));
  const reader = readersFor(bytes[0] ?? 0).find((each) => each.shape === shape);
  return reader === undefined || reader.read(bytes, 0, bytes.length) === -1 ? null : { ...reader.parts };
}
