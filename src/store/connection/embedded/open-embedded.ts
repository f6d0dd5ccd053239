import { mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { type Cluster, DATABASE_NAME, SOCKET_PORT } from './cluster.ts';
import { chooseDatabaseUser } from './database-user.ts';
import { findPrograms } from './find-programs.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { makeSocketDirectory } from './socket-directory.ts';
import { supervise } from './supervise.ts';

/** A running embedded server. */
export interface EmbeddedServer {
  /** Address of its database. */
  readonly url: string;
  /** Stops it and lets go of its directory. */
  stop(): Promise<void>;
}

/** Starts the embedded server of that directory, which is made if it is missing. */
export async function openEmbedded(directory: string, log: (line: string) => void): Promise<EmbeddedServer> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const home = await realpath(directory);
  const cluster = await describeCluster(home);
  const state = await initialiseCluster(cluster);
  if (state === 'made') log(`Made a new database in ${home}.`);
  const supervisor = await supervise(cluster, log);
  return { url: socketUrl(cluster), stop: supervisor.stop };
}

async function describeCluster(home: string): Promise<Cluster> {
  const data = join(home, 'postgres');
  const owner = await stat(data).then(
    (found) => found.uid,
    () => undefined,
  );
  const user = chooseDatabaseUser(owner);
  return { home, data, programs: findPrograms(), user, socketDirectory: await makeSocketDirectory(home, user) };
}

function socketUrl(cluster: Cluster): string {
  const host = encodeURIComponent(cluster.socketDirectory);
  return `postgresql://${DATABASE_NAME}@localhost/${DATABASE_NAME}?host=${host}&port=${String(SOCKET_PORT)}`;
}
