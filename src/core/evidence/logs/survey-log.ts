import { type CompiledLayout, compileLayout, matchLayout } from './layout.ts';
import { parseJson, timeKeyOf } from './json-record.ts';
import { LOG_LAYOUTS } from './layouts.data.ts';
import { locateStamp, type StampProfile } from './locate-stamp.ts';
import { looksLikeLogfmt, parseLogfmt } from './logfmt.ts';
import type { Stamp } from './stamp.ts';

const LAYOUTS: readonly CompiledLayout[] = LOG_LAYOUTS.map((layout) => compileLayout(layout));
const BY_ID: ReadonlyMap<string, CompiledLayout> = new Map(LAYOUTS.map((entry) => [entry.layout.id, entry]));

/** What the first lines of a log tell about all of them. */
export interface LogSurvey {
  /** Layouts that some of the lines have, the commonest first. */
  readonly layouts: readonly CompiledLayout[];
  readonly profile: StampProfile;
  /** Times of the surveyed lines. */
  readonly stamps: readonly Stamp[];
  /** Share (0…1) of lines that are JSON objects. */
  readonly jsonShare: number;
  /** The field that has the time of most JSON objects, and of most logfmt lines; null where there are none. */
  readonly timeKeys: { readonly json: string | null; readonly logfmt: string | null };
  /** True if records themselves are indented. */
  readonly indented: boolean;
}

/** Surveys the first lines of a log. `primary` is the layout that was recognised; it leads even where it is not the commonest. */
export function surveyLog(lines: readonly string[], primary: string | null): LogSurvey {
  const counts = new Map<CompiledLayout, number>();
  const stamps: Stamp[] = [];
  const strong: number[] = [];
  const weak: number[] = [];
  let json = 0;
  let indented = 0;
  for (const line of lines) {
    if (line.startsWith('{')) json += 1;
    const layout = layoutOf(line);
    if (layout !== null) {
      counts.set(layout.layout, (counts.get(layout.layout) ?? 0) + 1);
      stamps.push(layout.stamp);
      continue;
    }
    const found = line.startsWith('{') ? null : locateStamp(line, null, null);
    if (found === null) continue;
    (found.stamp.shape.weak ? weak : strong).push(found.position);
    stamps.push(found.stamp);
    if (/^\s/u.test(line)) indented += 1;
  }
  const isWeak = weak.length > 2 * strong.length;
  const led = primary === null ? undefined : BY_ID.get(primary);
  if (led !== undefined) counts.set(led, Number.POSITIVE_INFINITY);
  return {
    layouts: [...counts].toSorted((a, b) => b[1] - a[1]).map(([entry]) => entry),
    profile: isWeak
      ? { positions: commonPositions(weak), weak: true }
      : { positions: commonPositions(strong), weak: false },
    stamps,
    jsonShare: lines.length === 0 ? 0 : json / lines.length,
    timeKeys: timeKeysOf(lines),
    indented: indented > stamps.length / 2,
  };
}

/** Lines whose fields are looked at: objects of one file are alike. */
const FIELDS_LOOKED_AT = 200;

function timeKeysOf(lines: readonly string[]): LogSurvey['timeKeys'] {
  const objects = lines.filter((line) => line.startsWith('{')).slice(0, FIELDS_LOOKED_AT);
  const pairs = lines.filter((line) => looksLikeLogfmt(line)).slice(0, FIELDS_LOOKED_AT);
  return {
    json: commonest(objects.flatMap((line) => timeKeyOf(parseJson(line)) ?? [])),
    logfmt: commonest(pairs.flatMap((line) => timeKeyOf(parseLogfmt(line)) ?? [])),
  };
}

function commonest(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function layoutOf(line: string): { readonly layout: CompiledLayout; readonly stamp: Stamp } | null {
  for (const layout of LAYOUTS) {
    const match = matchLayout(layout, line);
    if (match !== null) return { layout, stamp: match.stamp };
  }
  return null;
}

/** Positions that at least a twentieth of the lines have. */
function commonPositions(positions: readonly number[]): Set<number> {
  const counts = new Map<number, number>();
  for (const position of positions) counts.set(position, (counts.get(position) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count * 20 >= positions.length).map(([position]) => position));
}

/** The compiled layout with this id. */
export function layoutById(id: string): CompiledLayout | undefined {
  return BY_ID.get(id);
}
