import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';

import { type Database, isConnectionLost, openDatabase } from '#store/connection';

const mounted: string[] = [];

/** A disk of its own with that many megabytes; needs the right to mount. */
function makeDisk(megabytes: number): string | undefined {
  const directory = mkdtempSync(join(tmpdir(), 'nevertwice-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', directory]);
  if (status !== 0) {
    rmSync(directory, { recursive: true });
    return undefined;
  }
  mounted.push(directory);
  return directory;
}

const probe = makeDisk(1);
unmount();

function unmount(): void {
  for (const directory of mounted.splice(0)) {
    spawnSync('umount', ['--lazy', directory]);
    rmSync(directory, { recursive: true, force: true });
  }
}

afterEach(unmount);

/** Writes until it cannot be done any more. */
async function writeUntilFull({ db }: Database): Promise<{ acknowledged: number[]; failure: Error }> {
  const acknowledged: number[] = [];
  for (let id = 1; ; id += 1) {
    try {
      await sql`insert into writes values (${id}, ${randomText(100_000)})`.execute(db);
      acknowledged.push(id);
    } catch (error) {
      return { acknowledged, failure: error as Error };
    }
  }
}

/** Text that cannot be compressed much. */
function randomText(length: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(50_000)))
    .toString('hex')
    .slice(0, length);
}

async function untilWritable({ db }: Database): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await wait(100)) {
    try {
      await sql`insert into writes values (0, '')`.execute(db);
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

describe.runIf(probe !== undefined)('a full disk', () => {
  it(
    'loses nothing that was acknowledged, and is written to again when there is space',
    { timeout: 90_000 },
    async () => {
      const disk = makeDisk(140) ?? '';
      const ballast = join(disk, 'ballast');
      writeFileSync(ballast, Buffer.alloc(40_000_000));
      const database = await openDatabase({ dataDirectory: join(disk, 'data') });
      await sql`create table writes (id int primary key, body text not null)`.execute(database.db);
      const { acknowledged, failure } = await writeUntilFull(database);
      expect(isConnectionLost(failure) || /No space left on device/u.test(failure.message)).toBe(true);
      rmSync(ballast);
      await untilWritable(database);
      const { rows } = await sql<{ id: number }>`select id from writes where id > 0 order by id`.execute(database.db);
      const kept = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(10);
      await database.close();
    },
  );

  it('is refused on the first start, with nothing left that counts', async () => {
    const disk = makeDisk(20) ?? '';
    const dataDirectory = join(disk, 'data');
    await expect(openDatabase({ dataDirectory })).rejects.toMatchObject({
      code: 'database-start',
      message: expect.stringMatching(/No space left on device|wrote only \d+ of \d+ bytes/u),
    });
    expect(readdirSync(dataDirectory)).toEqual([]);
  });

  it('that has no room for a lock is refused', async () => {
    const disk = makeDisk(1) ?? '';
    mkdirSync(join(disk, 'data'));
    try {
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(2_000_000));
    } catch {
      // As full as it gets.
    }
    await expect(openDatabase({ dataDirectory: join(disk, 'data') })).rejects.toMatchObject({
      code: 'data-directory-unusable',
      message: expect.stringContaining('no space left on device'),
    });
  });
});
