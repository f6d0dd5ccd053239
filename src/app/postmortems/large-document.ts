import { Worker } from 'node:worker_threads';

import type { Postmortem } from '#core/record';
import type { SourceDocument } from '#store/postmortems';

import { documentOf } from './document-of.ts';

/** A document to be written. */
export interface DocumentJob {
  readonly record: Postmortem;
  readonly dialect: string;
  readonly source: SourceDocument | null;
}

interface Answer {
  readonly id: number;
  readonly markdown?: string;
  readonly error?: string;
}

interface Waiting {
  readonly resolve: (markdown: string) => void;
  readonly reject: (error: Error) => void;
}

/** Characters of a record that are written within a few milliseconds; longer documents get a thread. */
const QUICK_CHARACTERS = 40_000;
/** A thread without work for this long ends. */
const IDLE_MS = 20_000;

let thread: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

/** Writes a document as {@link documentOf} does; a long one in a thread, so that nobody else waits for it. */
export async function writtenDocument(job: DocumentJob): Promise<string> {
  if (JSON.stringify(job).length <= QUICK_CHARACTERS) return documentOf(job.record, job.dialect, job.source);
  return documentInThread(job);
}

/** Writes a document in a thread, whatever its size. */
export async function documentInThread(job: DocumentJob): Promise<string> {
  clearTimeout(idle);
  const worker = (thread ??= startThread());
  const id = (last += 1);
  return new Promise<string>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, job });
  });
}

function startThread(): Worker {
  // The same file as source under tests and development, and as JavaScript in the package.
  const isSource = import.meta.url.endsWith('.ts');
  const file = new URL(`./document-worker${isSource ? '.ts' : '.js'}`, import.meta.url);
  const worker = new Worker(file, { execArgv: isSource ? ['--conditions=nevertwice-source'] : [] });
  worker.unref();
  worker.on('message', settle);
  const fail = (error: Error): void => {
    if (thread !== worker) return;
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => {
    fail(new Error('The thread that writes documents ended.'));
  });
  return worker;
}

function settle({ error, id, markdown }: Answer): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (markdown === undefined) asked?.reject(new Error(error ?? 'The document could not be written.'));
  else asked?.resolve(markdown);
  if (waiting.size > 0) return;
  idle = setTimeout(() => {
    const worker = thread;
    thread = undefined;
    worker?.terminate().catch(() => undefined);
  }, IDLE_MS).unref();
}
