import { Worker } from 'node:worker_threads';

import type { ReadingJob, ReadingResult } from './reading-job.ts';

/** A thread that has nothing to do for this long ends, and gives its memory back. */
const IDLE_MS = 20_000;
/** Each thread holds a whole set of evidence; more at once would only take turns. */
const MOST_HEAP_MB = 2048;

interface Waiting {
  readonly resolve: (result: ReadingResult) => void;
  readonly reject: (error: Error) => void;
}

interface Answer {
  readonly id: number;
  readonly result?: ReadingResult;
  readonly error?: string;
}

/** Reads evidence in a thread, one job after the other. */
class EvidenceReader {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #next = 0;
  readonly #waiting = new Map<number, Waiting>();

  async read(job: ReadingJob): Promise<ReadingResult> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const id = (this.#next += 1);
    return new Promise<ReadingResult>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job });
    });
  }

  #start(): Worker {
    // The same file as source under tests and development, and as JavaScript in the package.
    const file = new URL(`./evidence-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);
    const execArgv = import.meta.url.endsWith('.ts') ? ['--conditions=nevertwice-source'] : [];
    const worker = new Worker(file, { execArgv, resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
    worker.unref();
    worker.on('message', (answer: Answer) => {
      this.#settle(answer);
    });
    worker.on('error', (error: Error) => {
      this.#fail(worker, error);
    });
    worker.on('exit', () => {
      this.#fail(worker, new Error('The thread that reads evidence ended.'));
    });
    return worker;
  }

  #settle({ id, result, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (result === undefined) waiting?.reject(new Error(error ?? 'The evidence could not be read.'));
    else waiting?.resolve(result);
    if (this.#waiting.size === 0) {
      this.#idle = setTimeout(() => {
        this.#end();
      }, IDLE_MS).unref();
    }
  }

  #end(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.removeAllListeners('exit');
    worker?.terminate().catch(() => undefined);
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const reader = new EvidenceReader();

/** Reads, merges and drafts in a thread, so that the event loop stays free. Rejects only for a defect. */
export async function readInWorker(job: ReadingJob): Promise<ReadingResult> {
  return reader.read(job);
}
