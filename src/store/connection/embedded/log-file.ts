import { closeSync, constants, fstatSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** From this size on, in bytes, the log is put aside at the next start. */
const LARGE = 5_000_000;

/** The log of the server, open for one start. */
export interface LogFile {
  readonly descriptor: number;
  /** What was written since it was opened. */
  readonly read: () => string;
  readonly close: () => void;
}

/** Opens the log in our directory; the one before is kept as `postgres.log.1`. */
export function openLogFile(home: string): LogFile {
  const path = join(home, 'postgres.log');
  let descriptor = openForAppend(path);
  if (fstatSync(descriptor).size > LARGE) {
    closeSync(descriptor);
    renameSync(path, `${path}.1`);
    descriptor = openForAppend(path);
  }
  const start = fstatSync(descriptor).size;
  return {
    descriptor,
    read: () => readFileSync(path).subarray(start).toString(),
    close: () => closeSync(descriptor),
  };
}

function openForAppend(path: string): number {
  // A link that somebody put here is not followed, for we may be root.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
  try {
    return openSync(path, flags, 0o600);
  } catch (error) {
    // Left by root, or not a file: ours to replace, since the directory is.
    if (!['EACCES', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    rmSync(path);
    return openSync(path, flags, 0o600);
  }
}
