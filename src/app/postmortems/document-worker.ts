import { parentPort } from 'node:worker_threads';

import { documentOf } from './document-of.ts';
import type { DocumentJob } from './large-document.ts';

// Runs in a thread of its own: the document of a long timeline takes too long to write between two keystrokes of others.
parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: DocumentJob }) => {
  try {
    parentPort?.postMessage({ id, markdown: documentOf(job.record, job.dialect, job.source) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
