import type { SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

import type { Address } from './address.ts';
import type { DatabaseUser } from './database-user.ts';

/** A PostgreSQL data directory of ours and what runs it. */
export interface Cluster {
  /** Our own directory, as the user named it, without symbolic links. */
  readonly home: string;
  /** Its data directory, `PGDATA`. */
  readonly data: string;
  /** Where `initdb`, `postgres` and `pg_ctl` are. */
  readonly programs: string;
  /** Whom they run as; absent: as ourselves. */
  readonly user?: DatabaseUser | undefined;
  readonly address: Address;
  /** The number in the pid file of a server that is gone; somebody else may have it by now. */
  readonly formerPid?: number | undefined;
}

/** Full path of one of PostgreSQL's programs. */
export function programPath(cluster: Pick<Cluster, 'programs'>, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(cluster.programs, process.platform === 'win32' ? `${name}.exe` : name);
}

/** How its programs are started: as its user, within its data, with an environment of their own. */
export function spawnOptions(cluster: Pick<Cluster, 'user' | 'formerPid'>, directory: string): SpawnOptions {
  // PostgreSQL believes of a process with this number that it is not another server.
  const former = cluster.formerPid === undefined ? {} : { PG_GRANDPARENT_PID: String(cluster.formerPid) };
  return {
    cwd: directory,
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin', ...former },
    windowsHide: true,
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  };
}

/**
 * What follows `-D` for a program that {@link spawnOptions} starts in `directory`.
 *
 * As root on Linux the program runs as somebody who may not be able to enter the directories above (`/root` is 0700). It
 * was put into the directory before it lost its rights, and this name leads there without passing those above.
 */
export function dataArgument(cluster: Pick<Cluster, 'user'>, directory: string): string {
  return cluster.user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : directory;
}
