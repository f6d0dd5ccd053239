/** A burst begins at least this many minutes after the first record: before that it is the onset itself. */
const LEAST_BEFORE = 5;
/** Records of its busiest minute. */
const LEAST_PEAK = 10;
/** How many times more often records come in a burst than usual, as the automaton knows it. */
const FACTOR = 5;
/** What it costs to enter a burst, in units of the logarithm of the number of minutes. */
const ENTRY_COST = 1;
/** Share of the busy minutes below which a minute is surely no burst. */
const QUIET_SHARE = 0.1;

/** A run of minutes with far more records than before, by position; both ends belong to it. */
export interface Burst {
  readonly start: number;
  readonly end: number;
  /** Position of its busiest minute. */
  readonly peak: number;
  /** Its busiest minute, in multiples of what was usual before. */
  readonly factor: number;
}

/**
 * Finds bursts in counts per minute (zeros included) with the two-state automaton of Kleinberg, “Bursty and
 * Hierarchical Structure in Streams” (2002): the cheapest sequence of quiet and busy minutes, with Poisson costs and a
 * price for becoming busy. Then a burst must be five times what was usual before it. Steady and periodic chatter has
 * none, and what begins at full strength neither.
 */
export function findBursts(counts: readonly number[]): Burst[] {
  const usual = quietRate(counts);
  if (usual === 0 || counts.length <= LEAST_BEFORE) return [];
  const bursts: Burst[] = [];
  for (const { start, end } of busyRuns(counts, usual)) {
    const burst = assessed(counts, start, end);
    if (burst !== null) bursts.push(burst);
  }
  return bursts;
}

/** A low quantile of the minutes that have records, so that the burst itself does not count as usual. */
function quietRate(counts: readonly number[]): number {
  const busy = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  return busy[Math.floor(busy.length * QUIET_SHARE)] ?? 0;
}

interface Run {
  readonly start: number;
  end: number;
}

function busyRuns(counts: readonly number[], usual: number): Run[] {
  const runs: Run[] = [];
  for (const [at, busy] of busyMinutes(counts, usual).entries()) {
    if (!busy) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.end === at - 1) last.end = at;
    else runs.push({ start: at, end: at });
  }
  return runs;
}

/** The cheapest sequence of states (Viterbi); true for busy. */
function busyMinutes(counts: readonly number[], usual: number): boolean[] {
  const entry = ENTRY_COST * Math.log(counts.length);
  const stayed: [boolean, boolean][] = [];
  let [quiet, busy] = [0, entry];
  for (const count of counts) {
    const fromQuiet = quiet + entry < busy;
    const fromBusy = busy < quiet;
    stayed.push([fromBusy, !fromQuiet]);
    [quiet, busy] = [
      Math.min(quiet, busy) + cost(count, usual),
      Math.min(quiet + entry, busy) + cost(count, usual * FACTOR),
    ];
  }
  const states: boolean[] = [];
  let state = busy < quiet;
  for (const [whenQuiet, whenBusy] of stayed.toReversed()) {
    states.push(state);
    state = state ? whenBusy : whenQuiet;
  }
  return states.toReversed();
}

/** Minus the logarithm of the Poisson probability, without what is the same in both states. */
function cost(count: number, rate: number): number {
  return rate - count * Math.log(rate);
}

function assessed(counts: readonly number[], start: number, end: number): Burst | null {
  const before = counts.slice(0, start).filter((count) => count > 0);
  if (start < LEAST_BEFORE || before.length === 0) return null;
  let peak = start;
  for (let at = start; at <= end; at += 1) if ((counts[at] ?? 0) > (counts[peak] ?? 0)) peak = at;
  const highest = counts[peak] ?? 0;
  const factor = highest / (before.reduce((sum, count) => sum + count, 0) / before.length);
  return highest >= LEAST_PEAK && factor >= FACTOR ? { start, end, peak, factor } : null;
}
