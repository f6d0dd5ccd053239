import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';

import { openDatabase } from '#store/connection';

import { isRunning, serverPid } from '../support/run-database-process.ts';

const SCRIPT = fileURLToPath(new URL('../support/write-load.ts', import.meta.url));
const NODE = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const CYCLES = 36;
/** Longest time until writing goes on after a kill, in milliseconds. */
const PATIENCE = 30_000;

const outer = mkdtempSync(join(tmpdir(), 'nevertwice-kill-'));
const directory = join(outer, 'data');
const acknowledged: number[] = [];
const complaints: string[] = [];
let writer: ChildProcess | undefined;
let generation = 0;

afterAll(() => {
  writer?.kill('SIGKILL');
  rmSync(outer, { recursive: true, force: true });
});

/** Starts to write where nobody has written yet, and remembers what is acknowledged. */
function startWriter(): ChildProcess {
  generation += 1;
  const args = ['--conditions=nevertwice-source', SCRIPT, directory, String(generation * 1_000_000)];
  const child = spawn(NODE, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  createInterface(child.stdout).on('line', (line) => acknowledged.push(Number(line)));
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  return child;
}

/** Waits until something was written after now. */
async function untilWritten(): Promise<void> {
  const before = acknowledged.length;
  for (const deadline = Date.now() + PATIENCE; acknowledged.length === before; await wait(5)) {
    if (Date.now() > deadline) throw new Error(`Nothing is written any more. ${complaints.join('')}`);
  }
}

/** Rows may still come in from the kill before; the next victim is a server that runs. */
async function runningServer(): Promise<number> {
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await wait(5)) {
    const pid = existsSync(join(directory, 'postgres', 'postmaster.pid')) ? serverPid(directory) : 0;
    if (pid > 0 && isRunning(pid)) return pid;
  }
  throw new Error('The server does not come back.');
}

async function killNode(child: ChildProcess): Promise<ChildProcess> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  return startWriter();
}

/** The three that can be lost: our process, the server, both at once. */
async function killOne(cycle: number, child: ChildProcess): Promise<ChildProcess> {
  const server = await runningServer();
  if (cycle % 3 !== 0) process.kill(server, 'SIGKILL');
  return cycle % 3 === 1 ? child : killNode(child);
}

describe('under writing load', () => {
  it(
    `keeps every acknowledged write and starts again without help, ${String(CYCLES)} times killed`,
    { timeout: 180_000 },
    async () => {
      writer = startWriter();
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        await untilWritten();
        await wait(Math.random() * 200);
        writer = await killOne(cycle, writer);
      }
      await untilWritten();
      const gone = once(writer, 'exit');
      writer.kill('SIGKILL');
      await gone;

      const database = await openDatabase({ dataDirectory: directory });
      const { rows } = await sql<{ id: number }>`select id from writes`.execute(database.db);
      await database.close();
      const kept = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(CYCLES);
      expect(complaints).toEqual([]);
    },
  );
});
