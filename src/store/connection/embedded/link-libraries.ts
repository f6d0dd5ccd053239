import { readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Errors of a place that is not ours to write to. */
const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS']);

/**
 * Makes the symbolic links that a package archive cannot hold, as the package's own install script does; many
 * installations run no scripts. False where the place is read-only and links are missing.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  const links = await readLinks(native);
  try {
    // Their paths start with the name of the directory itself.
    for (const { source, target } of links) await linkOnce(basename(source), join(dirname(native), target));
    return true;
  } catch (error) {
    if (READ_ONLY.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  } catch (error) {
    // Windows needs none.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function linkOnce(source: string, path: string): Promise<void> {
  try {
    await symlink(source, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
