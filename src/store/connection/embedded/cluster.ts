import type { SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

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
  /** A private directory with a short name that holds the socket. */
  readonly socketDirectory: string;
}

/** Port in the name of the socket; no network port is opened. */
export const SOCKET_PORT = 5432;

/** Superuser and database of an embedded server. */
export const DATABASE_NAME = 'nevertwice';

/** Full path of one of PostgreSQL's programs. */
export function programPath(cluster: Pick<Cluster, 'programs'>, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(cluster.programs, process.platform === 'win32' ? `${name}.exe` : name);
}

/** How its programs are started: as its user, within its data, away from our terminal, with an environment of their own. */
export function spawnOptions(cluster: Pick<Cluster, 'user'>, directory: string): SpawnOptions {
  return {
    cwd: directory,
    env: { LC_ALL: 'C', TZ: 'UTC' },
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
