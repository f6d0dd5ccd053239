import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

import pg from 'pg';

import { type Database, openDatabase } from '#store/connection';

/** Fills a new database, for example with its tables. Its name must be one of a kind: it names the template. */
export type PrepareDatabase = (database: Database) => Promise<void>;

const SERVER = fileURLToPath(new URL('test-database-server.ts', import.meta.url));
const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const START_TIMEOUT = 60_000;
const MEMORY = '/dev/shm';
const ENOUGH_MEMORY = 4_000_000_000;

/**
 * A new database, gone after `close()`. The first call of a test run starts an embedded server for all of them, which ends
 * with the run. With `prepare`, a named function, the database is a copy of one that was prepared once in this run.
 */
export async function testDatabase(prepare?: PrepareDatabase): Promise<Database> {
  const server = await serverUrl();
  const name = `test_${String(process.pid)}_${crypto.randomUUID().replaceAll('-', '')}`;
  const template = prepare === undefined ? 'template0' : await templateOf(server, prepare);
  await execute(server, `create database ${name} template ${template}`);
  const database = await openDatabase({ databaseUrl: withDatabase(server, name), dataDirectory: '' });
  return {
    ...database,
    async close() {
      await database.close();
      await execute(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Name of the database that `prepare` has filled; filled now if it is the first time. */
async function templateOf(server: string, prepare: PrepareDatabase): Promise<string> {
  if (!/^[a-z]\w*$/iu.test(prepare.name)) throw new Error('A template is found again by the name of its function.');
  const name = `template_${prepare.name.toLowerCase()}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await fillTemplate(client, { name, server, prepare });
  } finally {
    await client.end();
  }
  return name;
}

async function fillTemplate(
  client: pg.Client,
  template: { name: string; server: string; prepare: PrepareDatabase },
): Promise<void> {
  // Under another name until it is complete.
  const draft = `${template.name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft} template template0`);
  const database = await openDatabase({ databaseUrl: withDatabase(template.server, draft), dataDirectory: '' });
  try {
    await template.prepare(database);
  } finally {
    await database.close();
  }
  await client.query(`alter database ${draft} rename to ${template.name}`);
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Address of the server of this run; started by whoever comes first. */
async function serverUrl(): Promise<string> {
  const run = isMainThread ? process.ppid : process.pid;
  const directory = join(fastDirectory(), `nevertwice-test-run-${String(run)}`);
  if (isFirst(directory)) {
    const log = openSync(join(directory, 'server.log'), 'a');
    const args = ['--conditions=nevertwice-source', SERVER, directory, String(run)];
    spawn(NODE, args, { detached: true, stdio: ['ignore', log, log] }).unref();
  }
  const deadline = Date.now() + START_TIMEOUT;
  while (!existsSync(join(directory, 'url'))) {
    if (Date.now() > deadline) throw new Error(readFileSync(join(directory, 'server.log'), 'utf8'));
    await wait(20);
  }
  return readFileSync(join(directory, 'url'), 'utf8');
}

function isFirst(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch {
    return false;
  }
}

/** In memory where there is enough of it: these databases need not outlive anything. */
function fastDirectory(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH_MEMORY ? MEMORY : tmpdir();
}
