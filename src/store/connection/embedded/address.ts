import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

import type { DatabaseUser } from './database-user.ts';
import { makeSocketDirectory } from './socket-directory.ts';

/**
 * How the server is reached: through a socket in a private directory, whose permissions are the lock, or, where PostgreSQL
 * has no such sockets (Windows), on a port of this machine with a password.
 */
export type Address = { readonly kind: 'socket'; readonly directory: string } | PortAddress;

/** A port of this machine, and the password in a file in our directory. */
export interface PortAddress {
  readonly kind: 'port';
  readonly port: number;
  readonly password: string;
  readonly passwordFile: string;
}

/** Superuser and database of an embedded server. */
export const DATABASE_NAME = 'nevertwice';

/** Port in the name of the socket; no network port is opened there. */
const SOCKET_PORT = 5432;

const HOST = '127.0.0.1';

/** Chooses for this system. */
export async function chooseAddress(home: string, user?: DatabaseUser): Promise<Address> {
  if (process.platform === 'win32') return portAddress(home);
  return { kind: 'socket', directory: await makeSocketDirectory(home, user) };
}

/** A port that is free now, with the password of that directory, which is made if there is none. */
export async function portAddress(home: string): Promise<PortAddress> {
  const passwordFile = join(home, 'postgres-password');
  return { kind: 'port', port: await freePort(), passwordFile, password: await readOrMakePassword(passwordFile) };
}

/** Takes away what a killed server left where ours will listen. Only when it is certain that none runs. */
export async function clearAddress(address: Address): Promise<void> {
  if (address.kind === 'port') return;
  const socket = join(address.directory, `.s.PGSQL.${String(SOCKET_PORT)}`);
  for (const path of [socket, `${socket}.lock`]) await rm(path, { force: true });
}

/** The same as a URL. It may hold the password. */
export function databaseUrl(address: Address): string {
  if (address.kind === 'port') {
    return `postgresql://${DATABASE_NAME}:${address.password}@${HOST}:${String(address.port)}/${DATABASE_NAME}`;
  }
  const host = encodeURIComponent(address.directory);
  return `postgresql://${DATABASE_NAME}@localhost/${DATABASE_NAME}?host=${host}&port=${String(SOCKET_PORT)}&sslmode=disable`;
}

/** Settings that make the server listen there and nowhere else. */
export function listenSettings(address: Address): readonly (readonly [string, string])[] {
  if (address.kind === 'port') {
    return [
      ['listen_addresses', HOST],
      ['port', String(address.port)],
    ];
  }
  return [
    ['listen_addresses', ''],
    ['unix_socket_directories', address.directory],
    ['unix_socket_permissions', '0700'],
    ['port', String(SOCKET_PORT)],
  ];
}

/** How `initdb` is told who may come in. */
export function accessArguments(address: Address): readonly string[] {
  const user = `--username=${DATABASE_NAME}`;
  if (address.kind === 'socket') return [user, '--auth=trust'];
  return [user, '--auth=scram-sha-256', `--pwfile=${address.passwordFile}`];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function readOrMakePassword(path: string): Promise<string> {
  try {
    await writeFile(path, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
