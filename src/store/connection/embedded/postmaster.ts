import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { refuse } from '#core/errors';

import { listenSettings } from './address.ts';
import { type Cluster, dataArgument, programPath, spawnOptions } from './cluster.ts';
import { openLogFile } from './log-file.ts';
import { DARWIN_SETTINGS, SERVER_SETTINGS } from './server-settings.data.ts';
import { tellingLine } from './telling-line.ts';

/** A running server process. */
export interface Postmaster {
  readonly pid: number;
  /** How it ended, as `code 1` or `SIGKILL`; settled when it has. */
  readonly ended: Promise<string>;
}

/** Longest recovery after a crash, in milliseconds. */
const START_TIMEOUT = 120_000;

/** Starts the server and waits until it takes queries. Refuses with the reason from its log. */
export async function startPostmaster(cluster: Cluster): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    const attempt = await startOnce(cluster, deadline);
    if ('pid' in attempt) return attempt;
    // Connection processes of a killed server notice within a second or two that they are alone.
    if (!/pre-existing shared memory block/u.test(attempt.reason) || Date.now() > deadline) {
      return refuse('database-start', { path: cluster.home, reason: tellingLine(attempt.reason) });
    }
    await wait(50);
  }
}

async function startOnce(cluster: Cluster, deadline: number): Promise<Postmaster | { reason: string }> {
  const log = openLogFile(cluster.home);
  try {
    const child = spawn(programPath(cluster, 'postgres'), serverArguments(cluster), {
      ...spawnOptions(cluster, cluster.data),
      // In a session of its own: Ctrl-C in the terminal is for us, and we stop the server when we are done.
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
    });
    const ended = exitOf(child);
    if ((await untilReady(cluster, child, deadline)) && child.pid !== undefined) return { pid: child.pid, ended };
    child.kill('SIGQUIT');
    const how = await ended;
    return { reason: log.read().trim().replaceAll(dataArgument(cluster, cluster.data), cluster.data) || how };
  } finally {
    log.close();
  }
}

async function exitOf(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return signal ?? `code ${String(code)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The server writes into its pid file how far it is. */
async function untilReady(cluster: Cluster, child: ChildProcess, deadline: number): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const lines = await readPidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await wait(10);
  }
  return false;
}

/** Lines of the server's pid file; none where there is no such file. */
export async function readPidFile(cluster: Pick<Cluster, 'data'>): Promise<string[]> {
  try {
    return (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function serverArguments(cluster: Cluster): string[] {
  const table = process.platform === 'darwin' ? [...SERVER_SETTINGS, ...DARWIN_SETTINGS] : SERVER_SETTINGS;
  const settings = [...table.map(({ name, value }) => [name, value] as const), ...listenSettings(cluster.address)];
  const written = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataArgument(cluster, cluster.data), ...written];
}
