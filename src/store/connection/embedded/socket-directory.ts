import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { DatabaseUser } from './database-user.ts';

/** Sockets take paths of 103 bytes on the strictest system, and the name of the socket itself needs some. */
const LONGEST = 80;

/**
 * A directory for the socket of the server with that home: short, entered by its user only, the same at every start.
 * The home itself may have too long a name, or lie on a disk that holds no sockets.
 */
export async function makeSocketDirectory(home: string, user?: DatabaseUser): Promise<string> {
  const name = `nevertwice-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
  const directory = join(shortTemporaryDirectory(name), name);
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // The name can be guessed. Whatever somebody else put there is left alone.
    if (!(await isPrivate(directory, user))) return own(await mkdtemp(`${directory}-`), user);
    return directory;
  }
  return own(directory, user);
}

function shortTemporaryDirectory(name: string): string {
  const preferred = tmpdir();
  return process.platform === 'win32' || Buffer.byteLength(join(preferred, name)) <= LONGEST ? preferred : '/tmp';
}

async function own(directory: string, user?: DatabaseUser): Promise<string> {
  if (user !== undefined) await chown(directory, user.uid, user.gid);
  return directory;
}

async function isPrivate(directory: string, user?: DatabaseUser): Promise<boolean> {
  const found = await lstat(directory);
  return found.isDirectory() && found.uid === (user?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
}
