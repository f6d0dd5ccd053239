import { Worker } from 'node:worker_threads';

import { refusal } from '#core/errors';

import type { ReadingJob, ReadingResult } from './reading-job.ts';

/** A thread that has nothing to do for this long ends, and gives its memory back. */
const IDLE_MS = 20_000;
/** Each thread holds a whole set of evidence; more at once would only take turns. */
const MOST_HEAP_MB = 2048;
/** The largest set that is taken needs a third of this; what needs more was made to. */
const LONGEST_SECONDS = 180;

interface Waiting {
  readonly job: ReadingJob;
  readonly resolve: (result: ReadingResult) => void;
  readonly reject: (error: Error) => void;
}

interface Running extends Waiting {
  readonly timer: NodeJS.Timeout;
}

interface Answer {
  readonly result?: ReadingResult;
  readonly error?: string;
}

/**
 * Reads evidence in a thread, one job after the other. A job that takes too long or too much memory ends with its thread;
 * those behind it get a new one.
 */
export class EvidenceReader {
  readonly #seconds: number;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #running: Running | undefined;
  readonly #waiting: Waiting[] = [];

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Refuses `evidence-too-heavy`; rejects otherwise only for a defect. */
  async read(job: ReadingJob): Promise<ReadingResult> {
    return new Promise<ReadingResult>((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#goOn();
    });
  }

  #goOn(): void {
    if (this.#running !== undefined) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const timer = setTimeout(() => {
      this.#fail(worker, tooHeavy(`${this.#seconds} seconds`));
    }, this.#seconds * 1000).unref();
    this.#running = { ...next, timer };
    worker.postMessage(next.job);
  }

  #start(): Worker {
    // The same file as source under tests and development, and as JavaScript in the package.
    const file = new URL(`./evidence-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
    const execArgv = import.meta.url.endsWith('.ts') ? ['--conditions=nevertwice-source'] : [];
    const worker = new Worker(file, { execArgv, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
    worker.unref();
    worker.on('message', ({ error, result }: Answer) => {
      if (this.#worker !== worker) return;
      const done = this.#take();
      if (result === undefined) done?.reject(new Error(error ?? 'The evidence could not be read.'));
      else done?.resolve(result);
      this.#goOn();
      this.#restLater();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#fail(worker, isFull ? tooHeavy(`${MOST_HEAP_MB} MB of memory`) : error);
    });
    worker.on('exit', () => {
      this.#fail(worker, new Error('The thread that reads evidence ended.'));
    });
    return worker;
  }

  /** The job that runs, which from now on is none. */
  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    return running;
  }

  #restLater(): void {
    if (this.#running !== undefined) return;
    this.#idle = setTimeout(() => {
      this.#drop();
    }, IDLE_MS).unref();
  }

  #drop(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.terminate().catch(() => undefined);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#drop();
    this.#take()?.reject(error);
    this.#goOn();
  }
}

function tooHeavy(limit: string): Error {
  return refusal('evidence-too-heavy', { limit });
}

const reader = new EvidenceReader(LONGEST_SECONDS);

/**
 * Reads, merges and drafts in a thread, so that the event loop stays free. Refuses `evidence-too-heavy`; rejects otherwise
 * only for a defect.
 */
export async function readInWorker(job: ReadingJob): Promise<ReadingResult> {
  return reader.read(job);
}
