import { setTimeout as wait } from 'node:timers/promises';

import type { Cluster } from './cluster.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { sendSignal, signalNow, STOP_STEPS } from './send-signal.ts';

/** A server that is started again whenever it ends without being told to. */
export interface Supervisor {
  /** Stops the server and waits for its end. */
  readonly stop: () => Promise<void>;
}

/** Longest pause between two attempts to start a server that does not start, in milliseconds. */
const LONGEST_PAUSE = 10_000;

/** Starts the server and keeps it running. */
export async function supervise(cluster: Cluster, log: (line: string) => void): Promise<Supervisor> {
  const stopping = new AbortController();
  let current = await startPostmaster(cluster);
  // Whoever leaves without a word does not leave the server behind; after `kill -9` the next start takes it over.
  const leave = (): void => signalNow(current.pid, 'SIGINT');
  process.once('exit', leave);

  const watching = (async (): Promise<void> => {
    for (;;) {
      const how = await current.ended;
      if (stopping.signal.aborted) return;
      log(`PostgreSQL ended unexpectedly (${how}). Starting it again.`);
      const next = await startAgain(cluster, log, stopping.signal);
      if (next === undefined) return;
      current = next;
      log('PostgreSQL is running again.');
    }
  })();

  return {
    async stop() {
      stopping.abort();
      await stopPostmaster(cluster, current);
      await watching;
      await stopPostmaster(cluster, current);
      process.removeListener('exit', leave);
    },
  };
}

/** Tries until it works or is not wanted any more. */
async function startAgain(
  cluster: Cluster,
  log: (line: string) => void,
  stopping: AbortSignal,
): Promise<Postmaster | undefined> {
  for (let pause = 250; !stopping.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await startPostmaster(cluster);
    } catch (error) {
      log(`${(error as Error).message} Trying again.`);
      await wait(pause, undefined, { signal: stopping }).catch(() => {});
    }
  }
  return undefined;
}

async function stopPostmaster(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  for (const [name, patience] of STOP_STEPS) {
    await sendSignal(cluster, postmaster.pid, name);
    const timer = new AbortController();
    const late = wait(patience, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const);
    const outcome = await Promise.race([postmaster.ended, late]);
    timer.abort();
    if (outcome !== 'late') return;
  }
}
