import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('database-process.ts', import.meta.url));
const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** A process that holds a database open, or was refused. */
export interface DatabaseProcess {
  readonly child: ChildProcess;
  readonly said: { ready?: boolean; url?: string; refused?: string; message?: string; bug?: string };
  /** Ends it and waits for that. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Opens the database of that directory in a process of its own. */
export async function runDatabaseProcess(directory: string, options: SpawnOptions = {}): Promise<DatabaseProcess> {
  const child = spawn(NODE, ['--conditions=nevertwice-source', SCRIPT, directory], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('The process has no output.');
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  return { child, said: JSON.parse(line) as DatabaseProcess['said'], end };
}

/** Number of the server process of that data directory, as its pid file says. */
export function serverPid(directory: string): number {
  return Number(readFileSync(join(directory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Whether a process with that number runs. One that has ended may keep its number until somebody looks. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /u.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
