import { performance } from 'node:perf_hooks';

/** One thing to time. What `run` returns keeps the engine from leaving the work out. */
export interface Task {
  readonly name: string;
  run(): unknown;
}

/** How often: `rounds` that count after `warmUps` that do not. */
export interface Rounds {
  readonly warmUps: number;
  readonly rounds: number;
}

/**
 * Median milliseconds of each task. The tasks take turns, so that a peer meets the same machine in the same minute:
 * a neighbour who is busy for a second slows down both.
 */
export function medianTimes(tasks: readonly Task[], { warmUps, rounds }: Rounds): number[] {
  const times = tasks.map((): number[] => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const took = timed(task);
      if (round >= 0) times[index]!.push(took);
    }
  }
  return times.map(median);
}

let sink: unknown;

/** Milliseconds of one run. */
export function timed(task: Pick<Task, 'run'>): number {
  const start = performance.now();
  sink = task.run();
  const took = performance.now() - start;
  if (sink === timed) throw new Error('A task returned its own stopwatch.');
  return took;
}

/** The middle of a list that is not empty (the mean of the two in the middle). */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
