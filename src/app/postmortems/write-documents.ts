import { setTimeout as wait } from 'node:timers/promises';

import type { AppContext } from '#app/context';
import { keepDocument, unwrittenDocuments } from '#store/revisions';

import { documentInThread } from './large-document.ts';

const BATCH = 20;
/** Saves of one moment are written together. */
const PAUSE_MS = 300;

interface Writer {
  /** Whether more was stored meanwhile. */
  again: boolean;
  stopped: boolean;
  done: Promise<void>;
}

/** What is writing now, by database. */
const writers = new WeakMap<AppContext['db'], Writer>();

/**
 * Writes the documents of history entries that have none yet, one after the other in a thread. Called after every save, and
 * when the server starts: what a killed process left is written then. Never fails; a document that cannot be written is
 * tried again after the next save, and told in the log.
 */
export function writeDocumentsSoon(context: AppContext): void {
  const running = writers.get(context.db);
  if (running !== undefined) {
    running.again = true;
    return;
  }
  const writer: Writer = { again: true, stopped: false, done: Promise.resolve() };
  writers.set(context.db, writer);
  writer.done = writeAll(context, writer)
    .catch((error: unknown) => {
      context.log.warn({ err: error }, 'Documents of the history were not written; they will be after the next save.');
    })
    .finally(() => {
      if (!writer.stopped) writers.delete(context.db);
    });
}

/** Writes no further documents, and waits for the one at hand. The rest is written by the next start. */
export async function stopWritingDocuments(context: AppContext): Promise<void> {
  const writer = writers.get(context.db) ?? { again: false, stopped: true, done: Promise.resolve() };
  writer.stopped = true;
  writers.set(context.db, writer);
  await writer.done;
}

async function writeAll(context: AppContext, writer: Writer): Promise<void> {
  while (writer.again && !writer.stopped) {
    writer.again = false;
    await wait(PAUSE_MS, undefined, { ref: false });
    while ((await writeBatch(context, writer)) === BATCH) writer.again = true;
  }
}

async function writeBatch(context: AppContext, writer: Writer): Promise<number> {
  if (writer.stopped) return 0;
  const entries = await unwrittenDocuments(context.db, BATCH);
  for (const entry of entries) {
    if (writer.stopped) return 0;
    const { content, dialect, source } = entry;
    const started = performance.now();
    await keepDocument(context.db, entry, await documentInThread({ record: content.record, dialect, source }));
    // Half the time belongs to whoever waits for an answer.
    await wait(performance.now() - started, undefined, { ref: false });
  }
  return entries.length;
}
