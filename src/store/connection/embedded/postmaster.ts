import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { refuse } from '#core/errors';

import { type Cluster, dataArgument, programPath, SOCKET_PORT, spawnOptions } from './cluster.ts';
import { lastLine } from './initialise-cluster.ts';
import { DARWIN_SETTINGS, SERVER_SETTINGS } from './server-settings.data.ts';

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
      return refuse('database-start', { path: cluster.data, reason: lastLine(attempt.reason) });
    }
    await wait(100);
  }
}

async function startOnce(cluster: Cluster, deadline: number): Promise<Postmaster | { reason: string }> {
  const logPath = join(cluster.home, 'postgres.log');
  const log = openSync(logPath, 'a', 0o600);
  const { size } = await stat(logPath);
  const child = spawn(programPath(cluster, 'postgres'), serverArguments(cluster), {
    ...spawnOptions(cluster, cluster.data),
    // In a session of its own: Ctrl-C in the terminal is for us, and we stop the server when we are done.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = exitOf(child);
  const ready = await Promise.race([ended, untilReady(cluster, child, deadline)]);
  if (ready === true && child.pid !== undefined) return { pid: child.pid, ended };
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGQUIT');
  const said = (await readFile(logPath)).subarray(size).toString();
  return { reason: said.trim() === '' ? String(await ended) : said };
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
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const lines = await readPidFile(cluster);
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true;
    await wait(10);
  }
  return false;
}

/** Lines of the server's pid file; none where there is no such file. */
export async function readPidFile(cluster: Cluster): Promise<string[]> {
  try {
    return (await readFile(join(cluster.data, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function serverArguments(cluster: Cluster): string[] {
  const settings = [
    ...SERVER_SETTINGS.map(({ name, value }) => [name, value] as const),
    ...(process.platform === 'darwin' ? DARWIN_SETTINGS.map(({ name, value }) => [name, value] as const) : []),
    ['unix_socket_directories', cluster.socketDirectory] as const,
    ['port', String(SOCKET_PORT)] as const,
  ];
  return [
    '-D',
    dataArgument(cluster, cluster.data),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}
