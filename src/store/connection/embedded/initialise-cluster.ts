import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { refuse } from '#core/errors';

import { type Cluster, DATABASE_NAME, dataArgument, programPath, spawnOptions } from './cluster.ts';
import { runProgram } from './run-program.ts';

/** Major version of PostgreSQL that data is written with. */
export const DATA_VERSION = '18';

/**
 * Makes the data directory where there is none, complete with our database; refuses one of another major version.
 * A start that was interrupted leaves nothing that counts: the directory gets its name when it is finished.
 */
export async function initialiseCluster(cluster: Cluster): Promise<'made' | 'found'> {
  const version = await readVersion(cluster);
  if (version === DATA_VERSION) return 'found';
  if (version !== undefined) {
    return refuse('database-version', { path: cluster.data, found: version, wanted: DATA_VERSION });
  }
  const unfinished = `${cluster.data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (cluster.user !== undefined) await chown(unfinished, cluster.user.uid, cluster.user.gid);
  await makeCluster(cluster, unfinished);
  await rename(unfinished, cluster.data);
  return 'made';
}

async function readVersion(cluster: Cluster): Promise<string | undefined> {
  try {
    return (await readFile(join(cluster.data, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function makeCluster(cluster: Cluster, directory: string): Promise<void> {
  const data = dataArgument(cluster, directory);
  const options = spawnOptions(cluster, directory);
  // Collation and character classes come with PostgreSQL itself, so that no update of the machine breaks an index.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${DATABASE_NAME}`, '--auth=trust'];
  const made = await runProgram(
    [programPath(cluster, 'initdb'), `--pgdata=${data}`, ...access, ...locale, '--no-instructions'],
    options,
  );
  if (made.code !== 0) refuse('database-start', { path: cluster.data, reason: lastLine(made.output) });
  const single = [programPath(cluster, 'postgres'), '--single', '-j', '-D', data, 'postgres'] as const;
  const created = await runProgram(single, options, `create database ${DATABASE_NAME};\n`);
  if (created.code !== 0) refuse('database-start', { path: cluster.data, reason: lastLine(created.output) });
}

/** The line that says why, without the punctuation that ends it. */
export function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.findLast((line) => /\b(?:FATAL|PANIC|ERROR|error|could not)\b/u.test(line)) ?? lines.at(-1);
  return (telling ?? 'it gave no reason').replace(/^.*?(?:FATAL|PANIC|ERROR|error):\s*/u, '').replace(/[.\s]+$/u, '');
}
