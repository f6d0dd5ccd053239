import { setTimeout as wait } from 'node:timers/promises';

import { refuse } from '#core/errors';

import type { Cluster } from './cluster.ts';
import { readPidFile } from './postmaster.ts';
import { isRunning, worksIn } from './process-identity.ts';
import { sendSignal, STOP_STEPS } from './send-signal.ts';

/**
 * Stops the server that a killed process of ours left behind, if there is one, so that its successor starts with its own
 * programs and settings and without the locks of connections that nobody holds any more.
 *
 * @returns the number in its pid file where there is one left. Whoever has that number is not a server of this directory,
 * and the next server must be told.
 */
export async function stopSurvivor(cluster: Cluster, log: (line: string) => void): Promise<number | undefined> {
  const pid = Number((await readPidFile(cluster))[0] ?? '0');
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (!isRunning(pid) || !(await worksIn(pid, cluster.data))) return pid;
  log(`Taking over the database from a run that was interrupted (PostgreSQL ${String(pid)}).`);
  for (const [name, patience] of STOP_STEPS) {
    await sendSignal(cluster, pid, name);
    if (await hasEnded(pid, patience)) return pid;
  }
  return refuse('data-directory-held', {
    path: cluster.home,
    holder: `PostgreSQL ${String(pid)}, which does not stop`,
  });
}

async function hasEnded(pid: number, patience: number): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(10)) {
    if (!isRunning(pid)) return true;
  }
  return false;
}
