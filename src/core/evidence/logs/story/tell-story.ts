import { findBursts } from './find-bursts.ts';
import {
  type LogPattern,
  type LogPatterns,
  MINUTE,
  type PatternMinute,
  type StoryWindow,
} from './summarise-patterns.ts';

/**
 * Silence (milliseconds) after which a pattern that comes again is told again. Longer than retry and scrape intervals; of
 * patterns that come seldom, several of their own intervals.
 */
const QUIET = 15 * MINUTE;
const QUIET_INTERVALS = 4;
/** Runs and bursts of one pattern that are told. */
const MOST_RUNS = 5;
const MOST_BURSTS = 3;
/** A peak that the onset does not show already. */
const LEAST_PEAK = 10;
/** Records from which on the last one is told. */
const LEAST_ENDED = 3;
/** Longest list of minutes that a step carries. */
const MOST_MINUTES = 1440;

/** What happens to a pattern. */
export type StepKind = 'onset' | 'return' | 'burst' | 'peak' | 'end';

/** One thing that happened to a pattern, to the minute; `onset`, `return` and `end` to the record. */
export interface StoryStep {
  readonly kind: StepKind;
  readonly pattern: LogPattern;
  /** Epoch milliseconds; NaN for records without a time. */
  readonly at: number;
  readonly place: number;
  /** Last record of what this step stands for, epoch milliseconds. */
  readonly until: number;
  /** Records that this step stands for; all of the run for `end`, of the minute for `peak`. */
  readonly count: number;
  /** Minutes that this step stands for, empty for `peak` and `end`. */
  readonly minutes: readonly PatternMinute[];
  /** True where `at` is the instant of a record, false where it is the minute of it. */
  readonly exact: boolean;
  /** How many times the usual (`burst`), or the silence before in milliseconds (`return`). */
  readonly measure: number;
}

/**
 * Tells the story of patterns inside a window: where each one begins and returns, and of warnings and errors also where
 * they burst, peak and end. Steps are in order of time, those without a time last. The same counts give the same
 * story.
 */
export function tellStory(told: LogPatterns, window: StoryWindow): StoryStep[] {
  const end = Math.min(told.to, window.to);
  const steps = told.patterns.flatMap((pattern) => stepsOf(pattern, told.width, end));
  return steps.toSorted((a, b) => orderOf(a) - orderOf(b) || a.place - b.place);
}

function orderOf({ at }: StoryStep): number {
  return Number.isNaN(at) ? Number.MAX_VALUE : at;
}

/** Whether a pattern tells of trouble, so that all that happens to it matters. */
function isTrouble({ level }: LogPattern): boolean {
  return level === 'warning' || level === 'error' || level === 'fatal';
}

function stepsOf(pattern: LogPattern, width: number, end: number): StoryStep[] {
  if (pattern.minutes.length === 0) return [wholeOnset(pattern)];
  const runs = runsOf(pattern);
  const told = runs.length > MOST_RUNS ? [...runs.slice(0, MOST_RUNS - 1), runs.slice(MOST_RUNS - 1).flat()] : runs;
  return told.flatMap((minutes, index) => {
    const before = told[index - 1]?.at(-1)?.at;
    const silence = before === undefined ? Number.NaN : (minutes[0]?.at ?? 0) - before;
    return runSteps({ pattern, minutes, width, silence, isLast: index === told.length - 1 }, end);
  });
}

function wholeOnset(pattern: LogPattern): StoryStep {
  const { first, firstPlace, last, count, minutes } = pattern;
  return {
    kind: 'onset',
    pattern,
    at: first,
    place: firstPlace,
    until: last,
    count,
    minutes,
    exact: true,
    measure: Number.NaN,
  };
}

/** Divides the minutes of a pattern where it was silent for long. */
function runsOf({ minutes }: LogPattern): PatternMinute[][] {
  const gaps = minutes.slice(1).map(({ at }, index) => at - (minutes[index]?.at ?? 0));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const silence = Math.max(QUIET, QUIET_INTERVALS * usual);
  const runs: PatternMinute[][] = [];
  for (const [index, minute] of minutes.entries()) {
    const run = runs.at(-1);
    if (run === undefined || (gaps[index - 1] ?? 0) > silence) runs.push([minute]);
    else run.push(minute);
  }
  return runs;
}

interface RunContext {
  readonly pattern: LogPattern;
  readonly minutes: readonly PatternMinute[];
  readonly width: number;
  /** Since the run before, milliseconds; NaN for the first. */
  readonly silence: number;
  readonly isLast: boolean;
}

/** Onset or return, bursts, peak and end of one run. */
function runSteps(run: RunContext, logEnd: number): StoryStep[] {
  const { pattern, minutes, width, silence, isLast } = run;
  const bursts = isTrouble(pattern) ? burstsOf(minutes, width) : [];
  const cuts = [...bursts.map(({ from }) => from), minutes.length];
  const parts = [0, ...bursts.map(({ from }) => from)].map((from, index) => minutes.slice(from, cuts[index]));
  const first = Number.isNaN(silence);
  const last = isLast ? pattern.last : lastOf(minutes, width);
  const steps = parts.map((part, index): StoryStep => {
    const start = part[0];
    const exact = first && index === 0;
    const at = exact ? pattern.first : (start?.at ?? Number.NaN);
    const place = exact ? pattern.firstPlace : (start?.place ?? 0);
    const until = index === parts.length - 1 ? last : lastOf(part, width);
    const kind = index > 0 ? 'burst' : first ? 'onset' : 'return';
    const measure = index > 0 ? (bursts[index - 1]?.factor ?? Number.NaN) : silence;
    return { kind, pattern, at, place, until, count: sumOf(part), minutes: part, exact, measure };
  });
  return isTrouble(pattern) ? [...steps, ...peakOf(run, steps), ...endOf(run, { at: last, logEnd })] : steps;
}

function lastOf(minutes: readonly PatternMinute[], width: number): number {
  return (minutes.at(-1)?.at ?? Number.NaN) + width * MINUTE - 1000;
}

function sumOf(minutes: readonly PatternMinute[]): number {
  return minutes.reduce((sum, { count }) => sum + count, 0);
}

/** The largest bursts of a run, in order: where in `minutes` they begin. */
function burstsOf(minutes: readonly PatternMinute[], width: number): { from: number; factor: number }[] {
  const start = minutes[0]?.at ?? 0;
  const counts = denseCounts(minutes, width);
  return findBursts(counts)
    .toSorted((a, b) => b.factor - a.factor || a.start - b.start)
    .slice(0, MOST_BURSTS)
    .map((burst) => ({
      from: minutes.findIndex(({ at }) => at >= start + burst.start * width * MINUTE),
      factor: burst.factor,
    }))
    .toSorted((a, b) => a.from - b.from);
}

/** Counts of every minute from the first to the last, zeros included; of several at once where there are very many. */
function denseCounts(minutes: readonly PatternMinute[], width: number): number[] {
  const start = minutes[0]?.at ?? 0;
  const length = Math.round(((minutes.at(-1)?.at ?? 0) - start) / (width * MINUTE)) + 1;
  const counts = Array.from({ length }, () => 0);
  for (const { at, count } of minutes) counts[Math.round((at - start) / (width * MINUTE))]! += count;
  return counts;
}

/** Counts for a drawing: at most 1,440, each of `width` minutes. */
export function drawnCounts(minutes: readonly PatternMinute[], width: number): { width: number; counts: number[] } {
  const counts = denseCounts(minutes, width);
  const merged = Math.ceil(counts.length / MOST_MINUTES);
  if (merged <= 1) return { width, counts };
  const fewer = Array.from({ length: Math.ceil(counts.length / merged) }, (_, at) =>
    counts.slice(at * merged, (at + 1) * merged).reduce((sum, count) => sum + count, 0),
  );
  return { width: width * merged, counts: fewer };
}

/** The busiest minute, where it is none in which something was told already. */
function peakOf({ pattern, minutes, width }: RunContext, told: readonly StoryStep[]): StoryStep[] {
  const [peak] = minutes.toSorted((a, b) => b.count - a.count || a.at - b.at);
  if (peak === undefined || peak.count < LEAST_PEAK) return [];
  if (told.some(({ at }) => at >= peak.at && at < peak.at + width * MINUTE)) return [];
  const { at, place, count } = peak;
  return [{ kind: 'peak', pattern, at, place, until: at, count, minutes: [], exact: false, measure: Number.NaN }];
}

/** The last record, where the logs go on long enough after it for its absence to mean something. */
function endOf(run: RunContext, { at, logEnd }: { readonly at: number; readonly logEnd: number }): StoryStep[] {
  const { pattern, minutes, isLast } = run;
  const [first, last] = [minutes[0], minutes.at(-1)];
  const count = sumOf(minutes);
  if (first === undefined || last === undefined || first === last || count < LEAST_ENDED) return [];
  const interval = (last.at - first.at) / (minutes.length - 1);
  if (logEnd - at < Math.max(2 * MINUTE, 3 * interval)) return [];
  const place = isLast ? pattern.lastPlace : last.place;
  const since = Number.isNaN(run.silence) ? pattern.first : first.at;
  return [{ kind: 'end', pattern, at, place, until: at, count, minutes: [], exact: isLast, measure: at - since }];
}
