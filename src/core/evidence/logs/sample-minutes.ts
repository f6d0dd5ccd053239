import { readersFor } from './byte-shape.ts';
import { type ByteRange, minuteShape, type MinuteShape } from './minute-shape.ts';
import type { Stamp } from './stamp.ts';
import type { StampedLine } from './text-clock.ts';

/** Share of the lines of a sample that must have their stamp at one place, written alike. */
const LEAST_SHARE = 0.5;
const BRACKET = Uint8Array.of(91);
const NO_ANCHOR = new Uint8Array();
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
  const counted = Map.groupBy(stamped, ({ line, stamp }) => placeKey(line, stamp));
  const [key, lines] = [...counted].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
  const [first] = lines;
  const stamp = first?.stamp ?? null;
  if (key === '' || first === undefined || stamp === null || lines.length < stamped.length * LEAST_SHARE) return null;
  const pattern = patternOf(first.line, stamp);
  const bracket = stamp.shape.id === 'common-log';
  const place = { offset: bracket ? 0 : stamp.start, anchor: bracket ? BRACKET : NO_ANCHOR };
  const behind = [0, 1].map((ahead) => rangeOf(lines.map((each) => byteBehind(each, ahead))));
  const minutes = pattern === null ? null : minuteShape(pattern, { ...place, spanMs: spanOf(stamp), behind });
  return minutes === null ? null : { minutes, lines };
}

/** The byte of a line `ahead` bytes behind its stamp; the line break where it ends there. */
function byteBehind({ line, stamp }: StampedLine, ahead: number): number {
  const code = line.charCodeAt((stamp?.end ?? 0) + ahead);
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

/** Lines with equal keys have stamps of one shape and length at one place; empty where the place is not fixed. */
function placeKey(line: string, stamp: Stamp | null): string {
  if (stamp === null) return '';
  const written = line.slice(stamp.start, stamp.end).replaceAll(/\d/gu, '0');
  if (stamp.shape.id === 'common-log') return line.indexOf('[') === stamp.start - 1 ? `[${String(written.length)}` : '';
  // Something in front of the stamp would have to be read, too.
  const fixed = stamp.start === 0 || (stamp.start === 1 && line.startsWith('['));
  return fixed ? `${stamp.shape.id}:${String(stamp.start)}:${stamp.shape.id === 'bsd' ? '' : written}` : '';
}

/** The stamp as the letters of {@link minuteShape}; null where no second is written. */
function patternOf(line: string, stamp: Stamp): string | null {
  const written = line.slice(stamp.start, stamp.end);
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
