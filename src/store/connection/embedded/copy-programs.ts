import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { linkLibraries } from './link-libraries.ts';

/** Needed for compiling against PostgreSQL only. */
const LEFT_OUT = /\.a$|^pkgconfig$/u;

/**
 * A copy of the package in `parent`, readable by everybody and writable by us alone; one made earlier is used again while
 * it is complete. `undefined` where that directory cannot be made, or could be written to by somebody else.
 */
export async function copyPrograms(native: string, parent: string, version: string): Promise<string | undefined> {
  if (!(await makeOwnDirectory(parent))) return undefined;
  const copy = join(parent, `postgresql-${version}`, 'native');
  if (await isComplete(native, copy)) return copy;
  const draft = await mkdtemp(join(parent, 'unfinished-'));
  await chmod(draft, 0o755);
  await copyTree(native, join(draft, 'native'));
  await linkLibraries(join(draft, 'native'));
  await rm(join(parent, `postgresql-${version}`), { recursive: true, force: true });
  try {
    await rename(draft, join(parent, `postgresql-${version}`));
  } catch (error) {
    // Somebody else of us was faster; theirs is as good.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  return copy;
}

async function makeOwnDirectory(path: string): Promise<boolean> {
  try {
    await mkdir(path, { recursive: true, mode: 0o755 });
    const found = await lstat(path);
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return false;
    }
    throw error;
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (LEFT_OUT.test(entry.name)) continue;
    if (entry.isDirectory()) await copyTree(source, target);
    if (entry.isFile()) {
      await copyFile(source, target);
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
    }
  }
}

/** Temporary directories are swept by age, file by file, so every file is looked at. */
async function isComplete(native: string, copy: string): Promise<boolean> {
  for (const entry of await readdir(native, { withFileTypes: true })) {
    const [source, target] = [join(native, entry.name), join(copy, entry.name)];
    if (LEFT_OUT.test(entry.name) || entry.isSymbolicLink()) continue;
    if (entry.isDirectory() && !(await isComplete(source, target))) return false;
    if (entry.isFile() && (await sizeOf(source)) !== (await sizeOf(target))) return false;
  }
  return linkLibraries(copy);
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await lstat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
