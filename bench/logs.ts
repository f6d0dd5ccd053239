import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { benchMining } from './logs/mining.ts';
import { machine } from './machine.ts';
import { figure, printTable } from './print-table.ts';

// Logs of any size beside the tools people use: `npm run bench:logs`, `-- --quick` for a tenth of the sizes. Sixteen
// gigabytes in eight files, a week in each; what is measured on less takes some of them.

const LINE = 150;
const START = Date.UTC(2026, 1, 20);
const WEEK = 7 * 86_400_000;
const FROM = '2026-02-23 08:00';
const TO = '2026-02-23 15:00';
const WEEKS = 8;
const ROUNDS = 3;

const quick = process.argv.includes('--quick');
const directory = mkdtempSync(join(tmpdir(), 'nevertwice-bench-'));
const cli = new URL('../dist/cli/main.js', import.meta.url).pathname;

/** Sizes in bytes: those of the table, or what fits into a quarter of the free disk. */
function sizeOf(gigabytes: number): number {
  const disk = statfsSync(directory);
  const free = disk.bavail * disk.bsize;
  return Math.floor(Math.min(gigabytes * 1e9 * (quick ? 0.1 : 1), free / 2));
}

/** Writes an ordered log of a week: one line in a hundred is an error, some are warnings. */
function writeLog(name: string, size: number, week = 0): string {
  const path = join(directory, name);
  const file = openSync(path, 'w');
  const step = WEEK / (size / LINE);
  const start = START + week * WEEK;
  let seed = 42;
  const chance = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x7fff_ffff;
  for (let written = 0, index = 0; written < size;) {
    const lines: string[] = [];
    for (let count = 0; count < 20_000; count += 1, index += 1) lines.push(lineOf(start + index * step, chance()));
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

/** The first window of logs is the one that maps them: with a cache of its own each time. */
function measureFirst(work: string, files: readonly string[], aim: string): string[] {
  rmSync(join(directory, 'cache'), { recursive: true, force: true });
  const clean = `rm -rf ${join(directory, 'cache')}; ${WINDOW}`;
  return measure({ work, files, ours: clean, peer: PIPELINE, aim });
}

function run(): void {
  console.log(machine());
  const size = sizeOf(16) / WEEKS;
  const all = Array.from({ length: WEEKS }, (_, week) => writeLog(`week-${String(week)}.log`, size, week));
  const [one, two] = [all.slice(0, 1), all.slice(0, 2)];
  const small = writeLog('small.log', size / 4);
  execFileSync('bash', ['-c', `gzip -1 -k ${small}; command -v zstd > /dev/null && zstd -q -1 -k ${small} || true`]);
  execFileSync('bash', ['-c', `cat ${all.join(' ')} > /dev/null`]);
  const rows = [
    measureFirst('7 h of an ordered log, its first window', one, ''),
    measure({ work: '7 h of an ordered log', files: one, ours: WINDOW, peer: PIPELINE, aim: '8' }),
    measure({ work: '  against rg and mawk', files: one, ours: WINDOW, peer: STRONGEST, tool: 'rg', aim: '3' }),
    measureFirst('7 h of eight logs, their first window', all, ''),
    measure({ work: '7 h of eight logs', files: all, ours: WINDOW, peer: PIPELINE, aim: '25' }),
    measure({ work: 'full scan of two logs', files: two, ours: OURS, peer: 'grep -c ERROR FILES', aim: '2' }),
    measure({ work: '  against cat', files: two, ours: OURS, peer: 'cat FILES > /dev/null', aim: '0.4' }),
    measure({ work: 'gzip', files: [`${small}.gz`], ours: OURS, peer: 'zcat FILES | grep -c ERROR', aim: '2' }),
    measure({
      work: 'zstd',
      files: [`${small}.zst`],
      ours: OURS,
      peer: 'zstd -dc FILES | grep -c ERROR',
      tool: 'zstd',
      aim: '1',
    }),
    measure({ work: 'Node without a program', files: [], ours: `${process.execPath} -e 0`, peer: 'true', aim: '' }),
  ];
  const gigabytes = (statSync(one[0]!).size / 1e9).toFixed(1);
  const note = `Warm, best of ${String(ROUNDS)}. Logs of ${gigabytes} GB each, packed ones of a quarter of that.`;
  printTable('logs', [['work', 'peer ms', 'ours ms', 'times', 'aim ≥', 'peak MB (aim ≤ 100)'], ...rows], note);
}

try {
  run();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
benchMining();
