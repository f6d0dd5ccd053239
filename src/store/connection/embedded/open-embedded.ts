import { mkdir, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { Refusal, refuse } from '#core/errors';

import { chooseAddress, clearAddress, databaseUrl } from './address.ts';
import type { Cluster } from './cluster.ts';
import { lockData } from './data-lock.ts';
import { chooseDatabaseUser } from './database-user.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { preparePrograms, programSource } from './prepare-programs.ts';
import { stopSurvivor } from './stop-survivor.ts';
import { supervise } from './supervise.ts';

type Log = (line: string) => void;

/** A running embedded server. */
export interface EmbeddedServer {
  /** Address of its database. */
  readonly url: string;
  /** Stops it and lets go of its directory. */
  readonly stop: () => Promise<void>;
}

/** Starts the embedded server of that directory, which is made if it is missing. */
export async function openEmbedded(directory: string, log: Log): Promise<EmbeddedServer> {
  try {
    const home = await makeHome(directory);
    const lock = await lockData(home);
    return await startServer(home, { log, release: lock.release }).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
  } catch (error) {
    // What the file system says of a directory that is full, read-only, or somebody else's.
    if (error instanceof Refusal || !isSystemError(error)) throw error;
    return refuse('data-directory-unusable', { path: directory, reason: error.message });
  }
}

async function makeHome(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return realpath(directory);
}

async function startServer(home: string, run: { log: Log; release: () => Promise<void> }): Promise<EmbeddedServer> {
  const cluster = await describeCluster(home);
  const made = await initialiseCluster(cluster);
  if (made) run.log(`Made a new database in ${home}.`);
  const formerPid = await stopSurvivor(cluster, run.log);
  await clearAddress(cluster.address);
  const supervisor = await supervise({ ...cluster, formerPid }, run.log);
  return {
    url: databaseUrl(cluster.address),
    async stop() {
      await supervisor.stop();
      if (cluster.address.kind === 'socket') await rm(cluster.address.directory, { recursive: true, force: true });
      await run.release();
    },
  };
}

async function describeCluster(home: string): Promise<Cluster> {
  const found = await findData(join(home, 'postgres'));
  const user = chooseDatabaseUser(found.owner);
  const programs = await preparePrograms(programSource(home, user));
  return { home, data: found.path, user, programs, address: await chooseAddress(home, user) };
}

/** Somebody may have moved the data to another disk and left a symbolic link. */
async function findData(path: string): Promise<{ path: string; owner?: number }> {
  try {
    return { path: await realpath(path), owner: (await stat(path)).uid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path };
    throw error;
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
