import { parentPort } from 'node:worker_threads';

import { doReadingJob, type ReadingJob } from './reading-job.ts';

// Runs in a thread of its own: reading a day of logs must not keep anybody's page waiting.
parentPort?.on('message', (job: ReadingJob) => {
  try {
    parentPort?.postMessage({ result: doReadingJob(job) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
