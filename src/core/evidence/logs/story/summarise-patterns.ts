import type { LogLevel } from '../event-types.ts';
import type { PatternMiner, PatternStatsData, Series } from '../patterns/index.ts';

/** Milliseconds of a minute. */
export const MINUTE = 60_000;
/** What was read before the window says what is usual, if it is at least this long. */
const LEAST_BASELINE = 10 * MINUTE;

/** The part of the logs that is told, in epoch milliseconds; what was read before it is the baseline. */
export interface StoryWindow {
  readonly from: number;
  readonly to: number;
}

/** How often a pattern came in one minute (or in a few, where there were too many to keep). */
export interface PatternMinute {
  /** Epoch milliseconds of its beginning. */
  readonly at: number;
  readonly count: number;
  readonly place: number;
}

/** Everything that is known of one pattern at one level inside a window. */
export interface LogPattern {
  /** `<*>` for what varies. */
  readonly template: string;
  readonly level: LogLevel | null;
  /** Services that wrote it, the busiest first; null for records that name none. */
  readonly services: readonly { readonly name: string | null; readonly count: number }[];
  readonly count: number;
  /** True for a pattern that the baseline before the window does not have, null where there is no baseline. */
  readonly isNew: boolean | null;
  /** First and last record inside, epoch milliseconds; NaN where records have no time. */
  readonly first: number;
  readonly last: number;
  readonly firstPlace: number;
  readonly lastPlace: number;
  /** Message and text of the earliest record. */
  readonly example: { readonly message: string; readonly raw: string };
  /** Minutes with at least one record, rising. */
  readonly minutes: readonly PatternMinute[];
}

/** The patterns of logs, and what they were counted over. */
export interface LogPatterns {
  /** By severity, then by first record, then by template. */
  readonly patterns: readonly LogPattern[];
  /** Length of a counted minute: 1, or a power of two where there were too many to keep. */
  readonly width: number;
  /** First and last instant of all records, also of those outside the window; epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

/** Lower is worse; records without a level stand before those that say that they only inform. */
const SEVERITY: Readonly<Record<LogLevel, number>> = { fatal: 0, error: 1, warning: 2, info: 4, debug: 5, trace: 6 };
const NO_LEVEL = 3;

/**
 * What counters know of each pattern inside a window, ready to be shown. Numbers of shapes in `data` are those of the
 * miner. Independent of the order in which records were counted. `window.whole` is the span of all records where `data`
 * does not have all of them.
 */
export function summarisePatterns(
  miner: PatternMiner,
  data: PatternStatsData,
  window: StoryWindow & { readonly whole?: StoryWindow },
): LogPatterns {
  const { series, minutes } = data;
  const keyOf = (one: Series): string => `${String(miner.patternOf(one.shape))} ${one.level ?? ''}`;
  const groups = Map.groupBy(series.entries(), ([, one]) => keyOf(one));
  const cells = cellsBySeries(minutes, window);
  const { from, to } = window.whole ?? spanOf(series);
  const hasBaseline = window.from - from >= LEAST_BASELINE;
  const patterns = [...groups.values()]
    .map((group) => patternOf(group, { cells, window, hasBaseline, miner }))
    .filter((pattern) => pattern !== null)
    .toSorted(byImportance);
  return { patterns, width: minutes.width, from, to };
}

type Cells = ReadonlyMap<number, readonly PatternMinute[]>;

/** The minutes of each series inside the window. */
function cellsBySeries(
  { width, series, buckets, counts, places }: PatternStatsData['minutes'],
  window: StoryWindow,
): Cells {
  const cells = new Map<number, PatternMinute[]>();
  const length = width * MINUTE;
  for (let index = 0; index < series.length; index += 1) {
    const at = buckets[index]! * length;
    if (at + length <= window.from || at > window.to) continue;
    const cell = { at, count: counts[index]!, place: places[index]! };
    const known = cells.get(series[index]!);
    if (known === undefined) cells.set(series[index]!, [cell]);
    else known.push(cell);
  }
  return cells;
}

function spanOf(series: readonly Series[]): StoryWindow {
  const timed = series.filter(({ first }) => !Number.isNaN(first));
  return {
    from: timed.reduce((least, { first }) => Math.min(least, first), Infinity),
    to: timed.reduce((most, { last }) => Math.max(most, last), -Infinity),
  };
}

interface PatternContext {
  readonly cells: Cells;
  readonly window: StoryWindow;
  readonly hasBaseline: boolean;
  readonly miner: PatternMiner;
}

/** Null for a pattern that the window has nothing of. */
function patternOf(group: readonly (readonly [number, Series])[], context: PatternContext): LogPattern | null {
  const { cells, window, hasBaseline, miner } = context;
  const members = group.map(([number, series]) => {
    const inside = cells.get(number) ?? [];
    const untimed = Number.isNaN(series.first) ? series.count : 0;
    return { series, inside, count: sumOf(inside) + untimed };
  });
  const present = members.filter(({ count }) => count > 0);
  const [first] = present.map(({ series }) => series).toSorted(byFirst);
  if (first === undefined) return null;
  const minutes = mergedMinutes(present.flatMap(({ inside }) => inside));
  const earlier = members.some(({ series }) => series.first < window.from);
  const bounds = boundsOf(
    present.map(({ series }) => series),
    minutes,
    window,
  );
  return {
    template: miner.template(first.shape),
    level: first.level,
    services: servicesOf(present),
    count: present.reduce((sum, { count }) => sum + count, 0),
    isNew: hasBaseline ? !earlier : null,
    ...bounds,
    example: { message: first.message, raw: first.example },
    minutes,
  };
}

function sumOf(minutes: readonly PatternMinute[]): number {
  return minutes.reduce((sum, { count }) => sum + count, 0);
}

function byFirst(a: Series, b: Series): number {
  return (
    (Number.isNaN(a.first) ? 1 : 0) - (Number.isNaN(b.first) ? 1 : 0) ||
    a.first - b.first ||
    a.firstPlace - b.firstPlace
  );
}

/** In order, those of the same minute as one. */
function mergedMinutes(cells: readonly PatternMinute[]): PatternMinute[] {
  const merged: PatternMinute[] = [];
  for (const cell of cells.toSorted((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last?.at !== cell.at) merged.push(cell);
    else {
      const place = Math.min(last.place, cell.place);
      merged[merged.length - 1] = { at: cell.at, count: last.count + cell.count, place };
    }
  }
  return merged;
}

type Bounds = Pick<LogPattern, 'first' | 'last' | 'firstPlace' | 'lastPlace'>;

/** Exact where the first and the last record are inside, to the minute where they are not. */
function boundsOf(series: readonly Series[], minutes: readonly PatternMinute[], window: StoryWindow): Bounds {
  const [opening, closing] = [minutes[0], minutes.at(-1)];
  const [first] = series.toSorted(byFirst);
  const last = series.toSorted((a, b) => b.last - a.last || b.lastPlace - a.lastPlace)[0];
  const startsInside = opening === undefined || (first?.first ?? 0) >= window.from;
  const endsInside = closing === undefined || (last?.last ?? 0) <= window.to;
  return {
    first: startsInside ? (first?.first ?? Number.NaN) : Math.max(opening.at, window.from),
    firstPlace: startsInside ? (first?.firstPlace ?? 0) : opening.place,
    last: endsInside ? (last?.last ?? Number.NaN) : Math.min(closing.at, window.to),
    lastPlace: endsInside ? (last?.lastPlace ?? 0) : closing.place,
  };
}

function servicesOf(members: readonly { readonly series: Series; readonly count: number }[]): LogPattern['services'] {
  const counts = new Map<string | null, number>();
  for (const { series, count } of members) counts.set(series.service, (counts.get(series.service) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || compareText(a.name ?? '', b.name ?? ''));
}

function severity(level: LogLevel | null): number {
  return level === null ? NO_LEVEL : SEVERITY[level];
}

function byImportance(a: LogPattern, b: LogPattern): number {
  const times = (Number.isNaN(a.first) ? Infinity : a.first) - (Number.isNaN(b.first) ? Infinity : b.first);
  return (
    severity(a.level) - severity(b.level) || (Number.isNaN(times) ? 0 : times) || compareText(a.template, b.template)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
