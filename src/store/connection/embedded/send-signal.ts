import { type Cluster, programPath, spawnOptions } from './cluster.ts';
import { runProgram } from './run-program.ts';

/** The signals that PostgreSQL ends on. */
export type StopSignal = 'SIGINT' | 'SIGQUIT' | 'SIGKILL';

/**
 * From gentle to certain, and how long each may take, in milliseconds: connections ended and everything written; ended at
 * once, to be recovered at the next start; not asked.
 */
export const STOP_STEPS: readonly (readonly [StopSignal, number])[] = [
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
];

/** Sends a signal to a server, which may have ended. */
export async function sendSignal(cluster: Cluster, pid: number, name: StopSignal): Promise<void> {
  if (process.platform !== 'win32') {
    signalNow(pid, name);
    return;
  }
  // Windows has no signals; PostgreSQL listens for them on a pipe that its own program knows.
  const command = [programPath(cluster, 'pg_ctl'), 'kill', name.slice(3), String(pid)] as const;
  await runProgram([...command], spawnOptions(cluster, cluster.data));
}

/** The same without waiting, for a process that is about to end; does nothing on Windows, where recovery follows. */
export function signalNow(pid: number, name: StopSignal): void {
  if (process.platform === 'win32') return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
