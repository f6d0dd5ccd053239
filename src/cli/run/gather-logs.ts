import type { Finding } from '#core/errors';
import type { EvidenceEvent } from '#core/evidence';
import {
  type LogPattern,
  type LogPatterns,
  type LogSource,
  type PatternMiner,
  placeOf,
  storyEvent,
  summarisePatterns,
  tellStory,
} from '#core/evidence/logs';
import { instantToEpoch } from '#core/time';
import {
  ALWAYS,
  type LinePlace,
  logFindings,
  type LogPlan,
  type LogReading,
  readLogFiles,
  readPlaces,
  type Span,
} from '#integrations/log-files';

import type { Progress } from '../terminal/progress.ts';
import { logMapDirectory } from './cache-directory.ts';
import type { Window } from './parse-options.ts';

/** So much of the logs before the window tells what is usual, in milliseconds. */
const BASELINE = 3_600_000;

/** What is wanted of logs. */
export interface LogWish {
  readonly window: Window | undefined;
  /** True where only warnings and errors count. */
  readonly notable: boolean;
}

/** The patterns of logs in a window, and how to find their records again. */
export interface GatheredLogs {
  readonly told: LogPatterns;
  readonly window: Span;
  readonly sources: readonly LogSource[];
  readonly logs: readonly LogReading[];
  readonly miner: PatternMiner;
  readonly findings: readonly Finding[];
}

/** Reads logs of any size for a window, with an hour before it. */
export async function gatherLogs(plans: readonly LogPlan[], wish: LogWish, progress: Progress): Promise<GatheredLogs> {
  const window = spanOf(wish.window);
  const read = { notable: wish.notable, window: { from: window.from - BASELINE, to: window.to } };
  const { miner, stats, logs } = await readLogFiles(plans, read, {
    cache: logMapDirectory(),
    progress: (done, total) => progress.step(`reading ${bytesText(total)} of logs`, done, total),
  });
  const data = stats.toData();
  const told = summarisePatterns(miner, data, window);
  return { told, window, sources: data.sources, logs, miner, findings: logFindings(logs) };
}

/** A window in epoch milliseconds, infinite where it is open. */
function spanOf(window: Window | undefined): Span {
  if (window === undefined) return ALWAYS;
  return {
    from: isOpen(window.from) ? -Infinity : instantToEpoch(window.from),
    to: isOpen(window.to) ? Infinity : instantToEpoch(window.to),
  };
}

/** Instants that stand for an end that was not given. */
function isOpen(instant: string): boolean {
  return instant.startsWith('0001-') || instant.startsWith('9999-');
}

/** Line and text of places, read once for all of them; undefined where they cannot be read any more. */
export async function readRecords(
  gathered: Pick<GatheredLogs, 'sources' | 'logs'>,
  places: readonly number[],
): Promise<(place: number) => LinePlace | undefined> {
  const bySource = Map.groupBy(places, (place) => placeOf(place).source);
  const found = new Map<number, Map<number, LinePlace>>();
  for (const [number, some] of bySource) {
    const source = gathered.sources[number];
    const log = gathered.logs.find(({ plan }) => plan.name === source?.file && plan.evidence === source.evidence);
    if (log === undefined) continue;
    const offsets = some.map((place) => placeOf(place).offset);
    found.set(number, await readPlaces(log, offsets));
  }
  return (place) => {
    const { source, offset } = placeOf(place);
    return found.get(source)?.get(offset);
  };
}

/** The story of logs as events: where patterns begin, return, burst, peak and end. */
export async function logEvents(gathered: GatheredLogs): Promise<EvidenceEvent[]> {
  const { sources, told, window } = gathered;
  const steps = tellStory(told, window);
  const places = steps.flatMap(({ place, pattern }) => [place, pattern.firstPlace]);
  const recordAt = await readRecords(gathered, places);
  const byPlace = new Map(
    places.map((place) => {
      const { source, offset } = placeOf(place);
      return [`${String(offset)} ${sources[source]?.evidence ?? ''}`, recordAt(place)];
    }),
  );
  return steps.map((step) =>
    storyEvent(step, {
      sources,
      width: told.width,
      recordAt: ({ evidence }, offset) => byPlace.get(`${String(offset)} ${evidence}`),
    }),
  );
}

/** The busiest minute of a pattern; the first of several. */
export function peakOf({ minutes }: LogPattern): { readonly at: number; readonly count: number } | undefined {
  let peak = minutes[0];
  for (const minute of minutes) if (peak === undefined || minute.count > peak.count) peak = minute;
  return peak;
}

/** `1.2 GB` */
export function bytesText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${String(Math.round(bytes / 1e6))} MB` : `${String(Math.ceil(bytes / 1e3))} kB`;
}
