import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { refuse } from '#core/errors';

import { systemReason } from './system-reason.ts';

/** Refuses a path that exists, before anybody has worked for it in vain. */
export function refuseExisting(path: string, force: boolean): void {
  if (!force && existsSync(path)) refuse('output-exists', { path });
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed, then moved into place. Without `force`
 * an existing file is never replaced, even one that appeared meanwhile. Directories on the way are made.
 */
export function writeOutput(path: string, content: string | Uint8Array, force: boolean): void {
  const temporary = join(dirname(path), `.nevertwice-${randomBytes(6).toString('hex')}.tmp`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(temporary, { path, content, force });
  } catch (error) {
    const { code, call, reason } = systemReason(error);
    refuse(code === 'EEXIST' && call === 'link' ? 'output-exists' : 'output-failed', { path, reason });
  }
}

/** Whatever happens, the temporary file is gone afterwards. */
function writeWhole(
  temporary: string,
  target: { readonly path: string; readonly content: string | Uint8Array; readonly force: boolean },
): void {
  try {
    writeFlushed(temporary, target.content);
    moveInto(temporary, target.path, target.force);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = openSync(path, 'wx');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A hard link fails where the target exists, which a rename would replace without a word. */
function moveInto(temporary: string, path: string, force: boolean): void {
  if (force) renameSync(temporary, path);
  else if (!linked(temporary, path)) {
    refuseExisting(path, false);
    renameSync(temporary, path);
  }
}

/** False where the file system has no hard links. */
function linked(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (systemReason(error).code === 'EEXIST') throw error;
    return false;
  }
}
