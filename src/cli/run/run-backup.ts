import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

import { refuse } from '#core/errors';
import { backupLines, type DatabasePlace, restoreLines } from '#server';

import { readServerEnvironment } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { systemReason } from '../files/system-reason.ts';
import { refuseExisting } from '../files/write-output.ts';
import { showProgress } from '../terminal/progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { dataDirectory } from './data-directory.ts';
import { plural } from './report.ts';

/** Options of `nevertwice backup`. */
export interface BackupOptions {
  readonly data?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Options of `nevertwice restore`. */
export interface RestoreOptions {
  readonly data?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** Runs `nevertwice backup`: the file is there whole, or not at all. */
export async function runBackup(file: string, options: BackupOptions, screen: Screen): Promise<ExitCode> {
  refuseExisting(file, options.force ?? false);
  const progress = showProgress(screen.err);
  let count = 0;
  const lines = backupLines(placeOf(options.data), (table, rows) => {
    count = rows;
    progress.step(`writing ${table}, ${plural(rows, 'row')}`);
  });
  const unfinished = `${file}.unfinished`;
  try {
    await pipeline(Readable.from(lines), createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }));
    await flush(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    // What the file system says; refusals and defects have nothing of it.
    if (error instanceof Error && 'syscall' in error) {
      refuse('output-failed', { path: file, reason: systemReason(error).reason });
    }
    throw error;
  } finally {
    progress.end();
  }
  const { size } = await stat(file);
  if (options.json) screen.out.write(`${JSON.stringify({ file, rows: count, bytes: size })}\n`);
  else screen.out.lines([`${file}: ${plural(count, 'row')}, ${Math.ceil(size / 1024).toLocaleString('en')} kB`]);
  return EXIT.done;
}

/** Runs `nevertwice restore`. */
export async function runRestore(file: string, options: RestoreOptions, screen: Screen): Promise<ExitCode> {
  await requireFile(file);
  const progress = showProgress(screen.err);
  const tell = (table: string, rows: number): void => progress.step(`restoring ${table}, ${plural(rows, 'row')}`);
  try {
    const replace = options.replace ?? false;
    const restored = await restoreLines(placeOf(options.data), linesOf(file), { file, replace, tell });
    if (options.json) screen.out.write(`${JSON.stringify({ file, ...restored })}\n`);
    else screen.out.lines([`${plural(restored.rows, 'row')} of ${restored.at} restored. Everybody signs in again.`]);
    return EXIT.done;
  } finally {
    progress.end();
  }
}

function placeOf(data: string | undefined): DatabasePlace {
  const { data: told, databaseUrl, localAppData, xdgDataHome } = readServerEnvironment();
  const place = { platform: process.platform, home: homedir(), localAppData, xdgDataHome };
  return {
    dataDirectory: resolve(data ?? told ?? dataDirectory(place)),
    databaseUrl: data === undefined ? databaseUrl : undefined,
  };
}

/** Unpacks line by line; a file that is no gzip, or ends in the middle, is refused like any that is no backup. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const ended = pipeline(createReadStream(file), unpacked).catch((error: unknown) => error);
  try {
    yield* createInterface({ input: unpacked, crlfDelay: Infinity });
  } catch {
    // The lines end with the error of what they are read from, which comes next.
  }
  if ((await ended) instanceof Error) refuse('backup-unreadable', { file, reason: 'it is not a complete gzip file' });
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => refuse('path-missing', { path: file }));
  if (!found.isFile()) refuse('path-not-a-file', { path: file });
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
