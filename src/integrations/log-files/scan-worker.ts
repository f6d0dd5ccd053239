import { parentPort, workerData } from 'node:worker_threads';

import type { LogPlan, ScanWish } from './log-plan.ts';
import { type ScanJob, LogScan } from './log-scan.ts';

/** What a thread is started with. */
export interface ScanSetup {
  readonly plans: readonly LogPlan[];
  readonly wish: ScanWish;
}

// Runs in a thread of its own: the second core reads while the first one does.
const { plans, wish } = workerData as ScanSetup;
const scan = new LogScan(plans, wish);
let before: Promise<void> = Promise.resolve();

parentPort?.on('message', (job: ScanJob | 'finish') => {
  before = answer(before, job);
});

/** Jobs are done one after the other, whatever order their ends would come in. */
async function answer(earlier: Promise<void>, job: ScanJob | 'finish'): Promise<void> {
  await earlier;
  parentPort?.postMessage(job === 'finish' ? scan.toData() : await scan.run(job));
}
