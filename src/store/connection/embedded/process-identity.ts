import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { runProgram } from './run-program.ts';

/** Whether a process with that number runs, ours or not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // One that has ended keeps its number until its parent looks, which in a container may be never.
  return process.platform !== 'linux' || !/^[ZX]$/u.test(statusFields(pid)?.[0] ?? '');
}

/**
 * When the process was started, in whatever words the system has for it; `undefined` where it has none. Numbers of
 * processes are used again; a number together with this is one process only.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') {
    const { code, output } = await runProgram(['ps', '-o', 'lstart=', '-p', String(pid)], {});
    return code === 0 && output !== '' ? output : undefined;
  }
  return statusFields(pid)?.[19];
}

/** From the state on, the third field; the second is a name in parentheses that may itself hold some. */
function statusFields(pid: number): string[] | undefined {
  return readText(`/proc/${String(pid)}/stat`)
    ?.replace(/^.*\)\s/su, '')
    .split(' ');
}

/** Names the place whose process numbers ours can be compared with: this start of this machine, or this container. */
export function processNamespace(): string {
  if (process.platform !== 'linux') return hostname();
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim() ?? hostname();
  return `${boot} ${readLink('/proc/self/ns/pid') ?? ''}`;
}

/** Whether that process works in the directory: on Linux by its working directory, elsewhere by its command line. */
export async function worksIn(pid: number, directory: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  if (process.platform === 'linux') return readLink(`/proc/${String(pid)}/cwd`) === directory;
  const { output } = await runProgram(['ps', '-o', 'command=', '-p', String(pid)], {});
  return output.includes(directory);
}

function readText(path: string): string | undefined {
  return attempt(() => readFileSync(path, 'utf8'));
}

function readLink(path: string): string | undefined {
  return attempt(() => readlinkSync(path));
}

/** Absent where the process has ended, or where the system does not tell us. */
function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
