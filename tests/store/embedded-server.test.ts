import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type Database, isConnectionLost, openDatabase, type OpenDatabaseOptions } from '#store/connection';

import { isRunning, runDatabaseProcess, serverPid } from '../support/run-database-process.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

/** A directory that most tests use one after the other, as a first start takes the most time. */
let used: string;
const open = new Set<Database>();
const made: string[] = [];

/** A path for a data directory, with nothing there yet. */
function newDirectory(parent = tmpdir()): string {
  const outer = mkdtempSync(join(parent, 'nevertwice-embedded-'));
  made.push(outer);
  return join(outer, 'data');
}

async function openIn(dataDirectory: string, more: Partial<OpenDatabaseOptions> = {}): Promise<Database> {
  const database = await openDatabase({ dataDirectory, ...more });
  open.add(database);
  return database;
}

async function writeWord({ db }: Database, word: string): Promise<void> {
  await sql`create table if not exists words (word text)`.execute(db);
  await sql`insert into words values (${word})`.execute(db);
}

async function readWords({ db }: Database): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from words order by word`.execute(db);
  return rows.map(({ word }) => word);
}

/** Asks until the database answers; every failure on the way must say that it is the connection. */
async function askUntilAnswered(database: Database): Promise<Error[]> {
  const failures: Error[] = [];
  for (;;) {
    try {
      await sql`select 1`.execute(database.db);
      return failures;
    } catch (error) {
      failures.push(error as Error);
      await wait(20);
    }
  }
}

beforeAll(() => {
  used = newDirectory();
});

afterEach(async () => {
  for (const database of open) await database.close();
  open.clear();
});

afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

describe('an embedded server', () => {
  it('is made on the first start, stops with its database and keeps the data', async () => {
    const lines: string[] = [];
    const first = await openIn(used, { log: (line) => lines.push(line) });
    const pid = serverPid(used);
    await writeWord(first, 'kept');
    await first.close();
    await first.close();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(used, 'nevertwice.lock'))).toBe(false);
    const second = await openIn(used, { log: (line) => lines.push(line) });
    expect(await readWords(second)).toEqual(['kept']);
    expect(lines).toEqual([expect.stringMatching(/^Made a new database in /u)]);
  });

  it('is durable and the same on every machine', async () => {
    const { db } = await openIn(used);
    const setting = async (name: string): Promise<unknown> =>
      (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)).rows[0]?.value;
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
      expect(await setting(name)).toBe('on');
    }
    expect(await setting('listen_addresses')).toBe('');
    expect(await setting('timezone')).toBe('UTC');
    const words = await sql`
      select lower('ÄÖÜ') as lower, 'Z' < 'a' as by_code_point,
             to_tsvector('simple', 'Störung naïve Ärger')::text as vector`.execute(db);
    expect(words.rows).toEqual([{ lower: 'äöü', by_code_point: true, vector: "'naïve':2 'störung':1 'ärger':3" }]);
  });

  it('works in a directory with a long name', async () => {
    const directory = join(newDirectory(), 'x'.repeat(120), 'Daten und anderes');
    const database = await openIn(directory);
    await writeWord(database, 'far');
    expect(await readWords(database)).toEqual(['far']);
  });

  it('does not listen to settings that are meant for other servers', async () => {
    const env = {
      ...process.env,
      PGHOST: 'elsewhere',
      PGPORT: '1',
      PGUSER: 'other',
      PGSSLMODE: 'require',
      PGDATA: '/',
    };
    const confused = await runDatabaseProcess(used, { env });
    expect(confused.said).toMatchObject({ ready: true });
    await confused.end('SIGTERM');
  });

  it('follows its data to another disk', async () => {
    const elsewhere = join(newDirectory(), '..', 'moved');
    renameSync(join(used, 'postgres'), elsewhere);
    symlinkSync(elsewhere, join(used, 'postgres'));
    const killed = await runDatabaseProcess(used);
    await killed.end('SIGKILL');
    expect(await readWords(await openIn(used))).toContain('kept');
  });

  it('starts again after an interrupted first start', async () => {
    const directory = newDirectory();
    mkdirSync(join(directory, 'postgres.unfinished', 'base'), { recursive: true });
    const database = await openIn(directory);
    await writeWord(database, 'fresh');
    expect(existsSync(join(directory, 'postgres.unfinished'))).toBe(false);
  });
});

describe('one directory', () => {
  it('has one server: another process is refused and told who holds it', async () => {
    const directory = used;
    await openIn(directory);
    const other = await runDatabaseProcess(directory);
    expect(other.said.refused).toBe('data-directory-held');
    expect(other.said.message).toContain(`is in use by process ${String(process.pid)}.`);
  });

  it('has one server within one process, too', async () => {
    const directory = used;
    const first = await openIn(directory);
    await expect(openDatabase({ dataDirectory: directory })).rejects.toMatchObject({ code: 'data-directory-held' });
    await writeWord(first, 'undisturbed');
  });

  it('goes to one of many that come at the same time', async () => {
    const directory = used;
    writeFileSync(join(directory, 'nevertwice.lock'), staleLock());
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openIn(directory)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each([
    ['of a process that has ended', () => staleLock()],
    ['of another process that has our number now', () => staleLock({ pid: process.pid, started: '1' })],
    ['that was never finished', () => '{"pid":'],
    ['that is none', () => '""\n'],
    ['of a container that is gone', () => staleLock({ namespace: 'another', host: 'gone' })],
  ])('is taken over with a lock %s', async (_what, lock) => {
    const directory = used;
    writeFileSync(join(directory, 'nevertwice.lock'), lock());
    const database = await openIn(directory);
    await writeWord(database, 'ours');
    expect(await readWords(database)).toContain('ours');
  });

  it('stays with a holder in another container, whose process cannot be seen', async () => {
    const directory = used;
    const path = join(directory, 'nevertwice.lock');
    const beat = setInterval(() => writeFileSync(path, staleLock({ namespace: 'another', host: 'elsewhere' })), 300);
    writeFileSync(path, staleLock({ namespace: 'another', host: 'elsewhere' }));
    const attempt = openDatabase({ dataDirectory: directory });
    await expect(attempt).rejects.toThrow('is in use by process 1 on elsewhere.');
    clearInterval(beat);
    rmSync(path);
  });
});

describe('a killed process', () => {
  it('leaves a server that the next start takes over, with every acknowledged write', async () => {
    const directory = used;
    const killed = await runDatabaseProcess(directory);
    const guest = await openDatabase({ databaseUrl: killed.said.url ?? '', dataDirectory: '' });
    await writeWord(guest, 'acknowledged');
    const survivor = serverPid(directory);
    await killed.end('SIGKILL');
    expect(isRunning(survivor)).toBe(true);
    const lines: string[] = [];
    const database = await openIn(directory, { log: (line) => lines.push(line) });
    expect(lines).toEqual([
      `Taking over the database from a run that was interrupted (PostgreSQL ${String(survivor)}).`,
    ]);
    expect(await readWords(database)).toContain('acknowledged');
    await expect.poll(() => isRunning(survivor)).toBe(false);
    await guest.close();
  });

  it('may leave a server number that somebody else has by now', async () => {
    const directory = used;
    const killed = await runDatabaseProcess(directory);
    const survivor = serverPid(directory);
    await killed.end('SIGKILL');
    process.kill(survivor, 'SIGKILL');
    const path = join(directory, 'postgres', 'postmaster.pid');
    const stranger = await runDatabaseProcess(newDirectory());
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/u, String(stranger.child.pid)));
    await writeWord(await openIn(directory), 'started');
    expect(isRunning(stranger.child.pid ?? 0)).toBe(true);
    await stranger.end('SIGTERM');
  });

  it('that only left without closing takes its server along', async () => {
    const directory = used;
    const left = await runDatabaseProcess(directory);
    const pid = serverPid(directory);
    left.child.stdin?.write('exit\n');
    await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
  });

  it('closes in order on Ctrl-C, which the terminal sends to the whole group', async () => {
    const directory = used;
    const group = await runDatabaseProcess(directory, { detached: true });
    const exit = new Promise((resolve) => {
      group.child.once('exit', resolve);
    });
    process.kill(-(group.child.pid ?? 0), 'SIGINT');
    expect(await exit).toBe(0);
    expect(existsSync(join(directory, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

describe('a killed server', () => {
  it('is started again, and callers can tell meanwhile', async () => {
    const directory = used;
    const lines: string[] = [];
    const database = await openIn(directory, { log: (line) => lines.push(line) });
    await writeWord(database, 'acknowledged');
    const transaction = await database.pool.connect();
    await transaction.query('begin');
    const interrupted = sql`select pg_sleep(60)`.execute(database.db).catch((error: unknown) => error);
    process.kill(serverPid(directory), 'SIGKILL');
    expect(await interrupted).toSatisfy(isConnectionLost);
    const failures = await askUntilAnswered(database);
    expect(failures.filter((failure) => !isConnectionLost(failure))).toEqual([]);
    await expect(transaction.query('select 1')).rejects.toSatisfy(isConnectionLost);
    transaction.release(true);
    expect(await readWords(database)).toContain('acknowledged');
    await expect.poll(() => lines.length).toBe(2);
    expect(lines).toEqual([
      'PostgreSQL ended unexpectedly (SIGKILL). Starting it again.',
      'PostgreSQL is running again.',
    ]);
  });

  it('recovers from a killed connection process', async () => {
    const database = await openIn(used);
    await writeWord(database, 'acknowledged');
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.db);
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
    await askUntilAnswered(database);
    expect(await readWords(database)).toContain('acknowledged');
  });

  it('can be closed while it is away', async () => {
    const directory = used;
    const database = await openIn(directory);
    process.kill(serverPid(directory), 'SIGKILL');
    await database.close();
    expect(existsSync(join(directory, 'nevertwice.lock'))).toBe(false);
    await writeWord(await openIn(directory), 'again');
  });

  it('does not make a query that is wrong look like a lost connection', async () => {
    const { db } = await openIn(used);
    const failure = await sql`select nothing`.execute(db).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(isConnectionLost(failure)).toBe(false);
    expect(isConnectionLost(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(false);
  });
});

describe('a directory that will not do', () => {
  it('is refused when another major version wrote it', async () => {
    const directory = newDirectory();
    mkdirSync(join(directory, 'postgres'), { recursive: true });
    writeFileSync(join(directory, 'postgres', 'PG_VERSION'), '16\n');
    await expect(openDatabase({ dataDirectory: directory })).rejects.toMatchObject({
      code: 'database-version',
      message: expect.stringContaining('was written by PostgreSQL 16, and this Nevertwice runs PostgreSQL 18'),
      help: expect.stringContaining('nevertwice backup'),
    });
    expect(existsSync(join(directory, 'nevertwice.lock'))).toBe(false);
  });

  it('is refused when it is a file', async () => {
    const directory = newDirectory();
    writeFileSync(directory, '');
    await expect(openDatabase({ dataDirectory: directory })).rejects.toMatchObject({
      code: 'data-directory-unusable',
      message: expect.stringContaining(directory),
    });
  });

  it('is refused when its configuration is broken, with the reason', async () => {
    const directory = newDirectory();
    const database = await openIn(directory);
    await database.close();
    writeFileSync(join(directory, 'postgres', 'postgresql.conf'), 'nonsense = 1\n');
    await expect(openDatabase({ dataDirectory: directory })).rejects.toMatchObject({
      code: 'database-start',
      message: expect.stringContaining(`file "${join(directory, 'postgres', 'postgresql.conf')}" contains errors`),
    });
  });
});

describe.runIf(isRoot)('as root', () => {
  it('runs the server as somebody else, in a directory that only root can enter', async () => {
    const directory = newDirectory(homedir());
    chmodSync(join(directory, '..'), 0o700);
    const database = await openIn(directory);
    await writeWord(database, 'private');
    expect(await readWords(database)).toEqual(['private']);
    expect(statSync(`/proc/${String(serverPid(directory))}`).uid).not.toBe(0);
    expect(statSync(join(directory, 'postgres')).uid).not.toBe(0);
  });

  it('can hand a directory of a user back to that user', async () => {
    const outer = join(newDirectory(), '..');
    chmodSync(outer, 0o777);
    const directory = join(outer, 'data');
    const user = { uid: NOBODY, gid: NOBODY };
    const first = await runDatabaseProcess(directory, user);
    expect(first.said).toMatchObject({ ready: true });
    await first.end('SIGTERM');
    const database = await openIn(directory);
    await writeWord(database, 'by root');
    await database.close();
    const second = await runDatabaseProcess(directory, user);
    expect(second.said).toMatchObject({ ready: true });
    await second.end('SIGKILL');
    // And a server that the user left behind is taken over by root.
    expect(await readWords(await openIn(directory))).toEqual(['by root']);
  });

  it('leaves a user who may not write with a sentence', async () => {
    const outer = join(newDirectory(), '..');
    chmodSync(outer, 0o755);
    const refused = await runDatabaseProcess(join(outer, 'data'), { uid: NOBODY, gid: NOBODY });
    expect(refused.said).toMatchObject({ refused: 'data-directory-unusable' });
    expect(refused.said.message).toContain('permission denied');
  });
});

/** A lock of a process that does not run. */
function staleLock(more: object = {}): string {
  const namespace = `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  return `${JSON.stringify({ pid: 1, started: '0', namespace, host: hostname(), ...more })}\n`;
}
