import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

import type { ScanSetup } from './scan-worker.ts';
import { LogScan, type ScanFindings, type ScanJob, type ScanPiece } from './log-scan.ts';

/** Jobs that a thread has in hand, so that it never waits for the next one. */
const IN_HAND = 2;
/** Memory of a thread, in megabytes: a scan keeps counts, no lines. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 };

/** A thread and the answers that it owes. */
interface Thread {
  readonly worker: Worker;
  readonly owed: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[];
}

/** Does jobs on this thread and, where that is worth it, on others. */
export class ScanPool {
  readonly #setup: ScanSetup;
  readonly #own: LogScan;
  readonly #threads: Thread[] = [];

  constructor(setup: ScanSetup) {
    this.#setup = setup;
    this.#own = new LogScan(setup.plans, setup.wish);
  }

  /** Starts threads until there are `count` beside this one. */
  widen(count: number): void {
    while (this.#threads.length < count) this.#threads.push(startThread(this.#setup));
  }

  /** Does all jobs, in any order; `heard` gets each piece as it comes. */
  async run(jobs: readonly ScanJob[], heard: (piece: ScanPiece) => void): Promise<void> {
    const queue = [...jobs];
    const lines = this.#threads.flatMap((thread) =>
      Array.from({ length: IN_HAND }, async () => {
        for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
          heard((await ask(thread, job)) as ScanPiece);
        }
      }),
    );
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      heard(await this.#own.run(job));
      // Lets the answers of the other threads in.
      await setImmediate();
    }
    await Promise.all(lines);
  }

  /** What all threads found; ends them. */
  async finish(): Promise<readonly ScanFindings[]> {
    const others = await Promise.all(this.#threads.map((thread) => ask(thread, 'finish') as Promise<ScanFindings>));
    await this.close();
    return [this.#own.finish(), ...others];
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }
}

function startThread(setup: ScanSetup): Thread {
  const file = new URL(`./scan-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(file, { workerData: setup, resourceLimits: LIMITS });
  const thread: Thread = { worker, owed: [] };
  worker.on('message', (answer) => thread.owed.shift()?.resolve(answer));
  worker.on('error', (error) => {
    for (const { reject } of thread.owed.splice(0)) reject(error as Error);
  });
  return thread;
}

function ask({ worker, owed }: Thread, question: ScanJob | 'finish'): Promise<unknown> {
  return new Promise((resolve, reject) => {
    owed.push({ resolve, reject });
    worker.postMessage(question);
  });
}
