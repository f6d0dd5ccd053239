import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { refuse } from '#core/errors';

import { programPath } from './cluster.ts';
import { copyPrograms } from './copy-programs.ts';
import type { DatabaseUser } from './database-user.ts';
import { findPackage, PLATFORM } from './find-package.ts';
import { linkLibraries } from './link-libraries.ts';
import { runProgram } from './run-program.ts';

/** Where PostgreSQL may come from, and who runs it. */
export interface ProgramSource {
  /** The installed package. */
  readonly native: string;
  /** Directories for a copy, best first. */
  readonly copies: readonly string[];
  readonly user?: DatabaseUser | undefined;
}

/** The package for this machine, with places for a copy. */
export function programSource(home: string, user?: DatabaseUser): ProgramSource {
  return { native: findPackage(), copies: copyPlaces(home, user), user };
}

/**
 * Directory with PostgreSQL's programs that its user can run: those of the installed package, or a copy where that user
 * cannot reach them (an installation below `/root`) or where the package is read-only and incomplete.
 */
export async function preparePrograms({ native, copies, user }: ProgramSource): Promise<string> {
  const linked = await linkLibraries(native);
  const failure = linked ? await tryPrograms(join(native, 'bin'), user) : 'its libraries are not linked';
  if (failure === undefined) return join(native, 'bin');
  const version = await readVersion(native);
  for (const parent of copies) {
    const copy = await copyPrograms(native, parent, version);
    if (copy !== undefined && (await tryPrograms(join(copy, 'bin'), user)) === undefined) return join(copy, 'bin');
  }
  return refuse('embedded-unavailable', { platform: PLATFORM, reason: failure });
}

/** Why they do not run; `undefined` where they do. The only true test of permissions, mounts and libraries. */
async function tryPrograms(programs: string, user?: DatabaseUser): Promise<string | undefined> {
  const options = { cwd: '/', env: {}, windowsHide: true, ...(user && { uid: user.uid, gid: user.gid }) };
  const { code, output } = await runProgram([programPath({ programs }, 'postgres'), '--version'], options);
  return code === 0 ? undefined : output.replace(/[.\s]+$/u, '');
}

async function readVersion(native: string): Promise<string> {
  const text = await readFile(join(dirname(native), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** With our own user the data directory will do. As root it takes a place that others can enter and only root can write. */
function copyPlaces(home: string, user?: DatabaseUser): string[] {
  if (user === undefined) return [join(home, 'programs')];
  return ['/var/lib/nevertwice', '/var/tmp/nevertwice-programs', join(tmpdir(), 'nevertwice-programs')];
}
