import { chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { refuse } from '#core/errors';

import { accessArguments, DATABASE_NAME } from './address.ts';
import { type Cluster, dataArgument, programPath, spawnOptions } from './cluster.ts';
import { runProgram } from './run-program.ts';
import { tellingLine } from './telling-line.ts';

/** Major version of PostgreSQL that data is written with. */
const DATA_VERSION = '18';

/**
 * Makes the data directory where there is none, complete with our database; refuses one of another major version.
 * A start that was interrupted leaves nothing that counts: the directory gets its name when it is finished.
 *
 * @returns whether it was made now.
 */
export async function initialiseCluster(cluster: Cluster): Promise<boolean> {
  const version = await readVersion(cluster);
  if (version === DATA_VERSION) return false;
  if (version !== undefined) {
    return refuse('database-version', { path: cluster.home, found: version, wanted: DATA_VERSION });
  }
  const unfinished = `${cluster.data}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (cluster.user !== undefined) await chown(unfinished, cluster.user.uid, cluster.user.gid);
  try {
    await makeCluster(cluster, unfinished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
  await rename(unfinished, cluster.data);
  return true;
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
  const made = await runProgram(
    [
      programPath(cluster, 'initdb'),
      `--pgdata=${data}`,
      ...accessArguments(cluster.address),
      ...locale,
      '--no-instructions',
    ],
    options,
  );
  if (made.code !== 0) refuse('database-start', { path: cluster.home, reason: tellingLine(made.output) });
  const single = [programPath(cluster, 'postgres'), '--single', '-j', '-D', data, 'postgres'] as const;
  const created = await runProgram(single, options, `create database ${DATABASE_NAME};\n`);
  if (created.code !== 0) refuse('database-start', { path: cluster.home, reason: tellingLine(created.output) });
}
