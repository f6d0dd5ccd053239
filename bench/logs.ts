import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { machine } from './machine.ts';
import { figure, printTable } from './print-table.ts';

// Logs of any size beside the tools people use: `npm run bench:logs`, `-- --quick` for a tenth of the sizes.

const LINE = 150;
const START = Date.UTC(2026, 1, 20);
const WEEK = 7 * 86_400_000;
const FROM = '2026-02-23 08:00';
const TO = '2026-02-23 15:00';
const ROUNDS = 3;

const quick = process.argv.includes('--quick');
const directory = mkdtempSync(join(tmpdir(), 'nevertwice-bench-'));
const cli = new URL('../dist/cli/main.js', import.meta.url).pathname;

/** Sizes in bytes: those of the table, or what fits into a quarter of the free disk. */
function sizeOf(gigabytes: number): number {
  const disk = statfsSync(directory);
  const free = disk.bavail * disk.bsize;
  return Math.floor(Math.min(gigabytes * 1e9 * (quick ? 0.1 : 1), free / 4));
}

/** Writes an ordered log of a week: one line in a hundred is an error, some are warnings. */
function writeLog(name: string, size: number): string {
  const path = join(directory, name);
  const file = openSync(path, 'w');
  const step = WEEK / (size / LINE);
  let seed = 42;
  const chance = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x7fff_ffff;
  for (let written = 0, index = 0; written < size;) {
    const lines: string[] = [];
    for (let count = 0; count < 20_000; count += 1, index += 1) lines.push(lineOf(START + index * step, chance()));
    written += writeSync(file, `${lines.join('\n')}\n`);
  }
  return path;
}

function lineOf(at: number, roll: number): string {
  const time = new Date(at).toISOString().replace('T', ' ').slice(0, 23);
  const value = String(Math.floor(roll * 1e9) % 1_000_000);
  if (roll < 0.01)
    return `${time} ERROR [worker-3] com.shop.checkout.Service: Failed to charge order ${value}: connection refused`;
  if (roll < 0.011) return `${time} CRITICAL [worker-4] com.shop.checkout.Pool: ${value} of 64 connections in use`;
  if (roll < 0.03) return `${time} WARN [worker-5] com.shop.checkout.Store: Slow query took ${value} ms on shard 7`;
  return `${time} INFO [worker-1] com.shop.checkout.Service: Handled request ${value} of a user in 12 ms with status 200 from 10.1.3.7`;
}

/** Milliseconds and peak memory (MB) of a command line: the best of some rounds. */
function best(command: string): { readonly ms: number; readonly memory: number } {
  const runs = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { stderr } = spawnSync('bash', ['-c', `/usr/bin/time -f "peak %M" bash -c '${command}' > ${directory}/out`], {
      env: { ...process.env, LC_ALL: 'C', XDG_CACHE_HOME: join(directory, 'cache') },
    });
    const peak = /peak (\d+)/u.exec(stderr.toString())?.[1];
    return { ms: performance.now() - start, memory: peak === undefined ? Number.NaN : Number(peak) / 1024 };
  });
  return runs.toSorted((a, b) => a.ms - b.ms)[0]!;
}

function has(tool: string): boolean {
  return spawnSync('bash', ['-c', `command -v ${tool}`]).status === 0;
}

const PIPELINE = `grep "ERROR\\|CRITICAL" FILES | awk "{print \\$1, \\$2}" | sort -u | head -50`;
const STRONGEST = `rg -N --no-filename "ERROR|CRITICAL" FILES | mawk "{t=\\$1 \\" \\" \\$2} t>=\\"${FROM}\\" && t<\\"${TO}\\""`;
const OURS = `${process.execPath} ${cli} patterns FILES --level warning`;
const WINDOW = `${OURS} --from "${FROM}" --to "${TO}" --json`;

interface Row {
  readonly work: string;
  readonly files: readonly string[];
  readonly ours: string;
  readonly peer: string;
  readonly tool?: string;
  readonly aim: string;
}

function measure({ work, files, ours, peer, tool, aim }: Row): string[] {
  const names = files.join(' ');
  if (tool !== undefined && !has(tool)) return [work, `no ${tool}`, '', '', aim, ''];
  const theirs = best(peer.replace('FILES', names));
  const mine = best(ours.replace('FILES', names));
  return [work, figure(theirs.ms), figure(mine.ms), figure(theirs.ms / mine.ms), aim, figure(mine.memory)];
}

/** The first window of a log is the one that maps it. */
function firstWindow(files: readonly string[]): number {
  const start = performance.now();
  spawnSync('bash', ['-c', `${WINDOW.replace('FILES', files.join(' '))} > ${directory}/out`], {
    env: { ...process.env, XDG_CACHE_HOME: join(directory, 'cache') },
  });
  return performance.now() - start;
}

function run(): void {
  console.log(machine());
  const one = writeLog('one.log', sizeOf(2));
  const two = [writeLog('a.log', sizeOf(2)), writeLog('b.log', sizeOf(2))];
  const small = writeLog('small.log', sizeOf(0.5));
  execFileSync('bash', ['-c', `gzip -1 -k ${small}; command -v zstd > /dev/null && zstd -q -1 -k ${small} || true`]);
  execFileSync('bash', ['-c', `cat ${[one, ...two].join(' ')} > /dev/null`]);
  const first = firstWindow([one]);
  const rows = [
    measure({ work: '7 h of an ordered log', files: [one], ours: WINDOW, peer: PIPELINE, aim: '8' }),
    measure({ work: 'same', files: [one], ours: WINDOW, peer: STRONGEST, tool: 'rg', aim: '3' }),
    measure({ work: 'full scan, two logs', files: two, ours: OURS, peer: 'grep -c ERROR FILES', aim: '2' }),
    measure({ work: 'same', files: two, ours: OURS, peer: 'cat FILES', aim: '0.4' }),
    measure({ work: 'gzip', files: [`${small}.gz`], ours: OURS, peer: 'zcat FILES | grep -c ERROR', aim: '2' }),
    measure({
      work: 'zstd',
      files: [`${small}.zst`],
      ours: OURS,
      peer: 'zstd -dc FILES | grep -c ERROR',
      tool: 'zstd',
      aim: '1',
    }),
  ];
  const gigabytes = (statSync(one).size / 1e9).toFixed(1);
  const note = `Warm, best of ${String(ROUNDS)}. The first window of the ${gigabytes} GB log, which maps it, took ${figure(first)} ms.`;
  printTable('logs', [['work', 'peer ms', 'ours ms', 'times', 'aim ≥', 'peak MB (aim ≤ 100)'], ...rows], note);
}

try {
  run();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
