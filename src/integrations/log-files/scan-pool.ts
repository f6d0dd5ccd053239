import { existsSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';

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
      await new Promise((go) => setImmediate(go));
    }
    await Promise.all(lines);
  }

  /** What all threads found; ends them. */
  async finish(): Promise<Pick<LogScan, 'miner' | 'stats'>> {
    const others = await Promise.all(this.#threads.map((thread) => ask(thread, 'finish') as Promise<ScanFindings>));
    await this.close();
    const { miner, stats } = this.#own;
    for (const found of others) stats.merge(found.stats, miner.merge(found.miner));
    return { miner, stats };
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }
}

/** The worker in one file where the build has left it; it starts in half the time. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./scan-worker.ts', import.meta.url);
  const bundle = new URL('../../bundle/scan-worker.cjs', import.meta.url);
  return existsSync(bundle) ? bundle : new URL('./scan-worker.js', import.meta.url);
}

function startThread(setup: ScanSetup): Thread {
  // Loaded when it is needed: most logs are read sooner than a thread starts.
  const { Worker: NewWorker } = process.getBuiltinModule('node:worker_threads');
  const worker = new NewWorker(workerFile(), { workerData: setup, resourceLimits: LIMITS });
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
