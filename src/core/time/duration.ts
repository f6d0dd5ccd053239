import { DURATION_UNITS, ONE_WORDS } from './duration-units.data.ts';
import { APPROXIMATE_AFTER, APPROXIMATE_BEFORE } from './time-words.data.ts';

const SYMBOLS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/**
 * A duration in seconds for people: `1 h 23 min`, `45 s`, `2 d 3 h`, `0 s`. Every unit that is not zero is there, so
 * that {@link parseDuration} gives the same number back; fractions of a second are rounded. Negative ones start with
 * a minus sign (`−5 min`). Numbers that are not finite are a bug of the caller and throw a RangeError.
 */
export function formatDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) throw new RangeError(`${String(seconds)} is no duration in seconds.`);
  let rest = Math.round(Math.abs(seconds));
  if (rest === 0) return '0 s';
  const parts: string[] = [];
  for (const [symbol, size] of SYMBOLS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${String(count)} ${symbol}`);
  }
  return (seconds < 0 ? '−' : '') + parts.join(' ');
}

const UNITS: ReadonlyMap<string, number> = new Map(
  DURATION_UNITS.flatMap(({ seconds, names }) => names.map((name) => [name, seconds] as const)),
);
const PART = new RegExp(
  String.raw`^(?:(\d{1,12}(?:[.,]\d{1,9})?)|(?:${ONE_WORDS.join('|')})(?=\s))[\s-]*(\p{L}+)\.?`,
  'iu',
);
const JOINT = /^(?:[\s,]+|and\b|und\b|et\b|y\b)*/iu;
const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/u;
const BEFORE = new RegExp(`^(?:(?:${APPROXIMATE_BEFORE.join('|')})\\s*)`, 'iu');
const AFTER = new RegExp(`(?:\\s*(?:${APPROXIMATE_AFTER.join('|')}))$`, 'iu');
const REMARK = /\s*\([^()]*\)$/u;

/**
 * The seconds of a duration with units, or null: `1 hour 23 minutes`, `1h 23min`, `83 min`, `1.5 hours`, `2 days`,
 * `an hour`, `PT1H23M`. Words of approximation and a remark in brackets behind it do not matter. Units go from large to
 * small, each once. Without units (`01:23`), with a placeholder (`X minutes`) or as a range it is null.
 */
export function parseDuration(text: string): { readonly seconds: number } | null {
  const trimmed = text.trim();
  if (trimmed.length > 200) return null;
  const iso = ISO.exec(trimmed);
  if (iso !== null) return isoDuration(iso);
  const sign = /^[-−]\s*/u.exec(trimmed)?.[0] ?? '';
  const bare = trimmed.slice(sign.length).replace(REMARK, '').replace(BEFORE, '').replace(AFTER, '');
  const seconds = sumParts(bare.trim());
  if (seconds === null) return null;
  return { seconds: sign === '' || seconds === 0 ? seconds : -seconds };
}

function sumParts(text: string): number | null {
  let rest = text;
  let total: number | null = null;
  let smallest = Infinity;
  while (rest !== '') {
    const match = PART.exec(rest);
    const unit = UNITS.get(match?.[2]?.toLowerCase() ?? '');
    if (match === null || unit === undefined || unit >= smallest) return null;
    total = (total ?? 0) + inUnit(Number((match[1] ?? '1').replace(',', '.')), unit);
    smallest = unit;
    rest = rest.slice(match[0].length).replace(JOINT, '');
  }
  return total;
}

/** Milliseconds are divided, so that 785 ms are exactly 0.785 s. */
function inUnit(count: number, seconds: number): number {
  return seconds < 1 ? count / 1000 : count * seconds;
}

function isoDuration([all, weeks, days, hours, minutes, seconds]: RegExpExecArray): {
  readonly seconds: number;
} | null {
  if (!/\d/u.test(all ?? '')) return null;
  const counts = [weeks, days, hours, minutes, seconds].map((count) => Number(count ?? 0));
  const sizes = [604_800, 86_400, 3600, 60, 1];
  return { seconds: counts.reduce((sum, count, index) => sum + count * (sizes[index] ?? 0), 0) };
}
