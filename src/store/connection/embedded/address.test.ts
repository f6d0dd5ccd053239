import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';

import { databaseUrl, portAddress } from './address.ts';
import { chooseDatabaseUser } from './database-user.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { preparePrograms, programSource } from './prepare-programs.ts';
import { makeSocketDirectory } from './socket-directory.ts';
import { supervise } from './supervise.ts';

const outer = mkdtempSync(join(tmpdir(), 'nevertwice-address-'));

afterAll(() => {
  rmSync(outer, { recursive: true, force: true });
});

async function currentUser(connectionString: string): Promise<unknown> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ user: string }>('select current_user as user');
  await client.end();
  return rows[0]?.user;
}

describe('a server on a port', () => {
  it('lets in who knows the password', async () => {
    const home = join(outer, 'home');
    mkdirSync(home);
    const user = chooseDatabaseUser();
    const address = await portAddress(home);
    if (user !== undefined) {
      // Where ports are used nobody changes users; here somebody does and has to read the password.
      for (const path of [outer, home]) chmodSync(path, 0o755);
      chownSync(address.passwordFile, user.uid, user.gid);
    }
    const programs = await preparePrograms(programSource(home, user));
    const cluster = { home, data: join(home, 'postgres'), programs, user, address };
    await initialiseCluster(cluster);
    const supervisor = await supervise(cluster, () => {});
    const url = databaseUrl(address);
    expect(await currentUser(url)).toBe('nevertwice');
    await expect(currentUser(url.replace(address.password, 'guessed'))).rejects.toThrow(
      'password authentication failed',
    );
    await supervisor.stop();
  });

  it('keeps its password', async () => {
    const home = join(outer, 'again');
    mkdirSync(home);
    const first = await portAddress(home);
    expect((await portAddress(home)).password).toBe(first.password);
    expect(statSync(first.passwordFile).mode & 0o077).toBe(0);
  });
});

describe('the directory of a socket', () => {
  it('is the same at every start, and another for another home', async () => {
    const directory = await makeSocketDirectory(join(outer, 'one'));
    expect(await makeSocketDirectory(join(outer, 'one'))).toBe(directory);
    const other = await makeSocketDirectory(join(outer, 'two'));
    expect(other).not.toBe(directory);
    for (const path of [directory, other]) rmSync(path, { recursive: true });
  });

  it('is another one where somebody else took the name', async () => {
    const home = join(outer, 'taken');
    const directory = await makeSocketDirectory(home);
    chmodSync(directory, 0o777);
    const safe = await makeSocketDirectory(home);
    expect(safe).not.toBe(directory);
    expect(statSync(safe).mode & 0o077).toBe(0);
    for (const path of [directory, safe]) rmSync(path, { recursive: true });
  });
});
