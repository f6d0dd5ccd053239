import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { medianTimes, type Task } from './median-times.ts';
import { figure, printTable } from './print-table.ts';

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const EVIDENCE = fileURLToPath(new URL('../examples/checkout-outage/evidence', import.meta.url));

interface Timed {
  readonly name: string;
  /** Milliseconds, or nothing. */
  readonly aim: string;
  readonly words: readonly string[];
}

/** Whole commands that write into `out`, beside a Node that does nothing. */
const commands = (out: string): readonly Timed[] => [
  { name: 'node -e 0', aim: '', words: ['-e', '0'] },
  { name: 'nevertwice --version', aim: '120', words: [CLI, '--version'] },
  { name: 'nevertwice --help', aim: '', words: [CLI, '--help'] },
  { name: 'nevertwice demo --json', aim: '1,000', words: [CLI, 'demo', '--json', '--out', out, '--force'] },
  {
    name: 'nevertwice draft (same evidence)',
    aim: '1,000',
    words: [CLI, 'draft', EVIDENCE, '--yes', '--zone', 'Europe/Berlin', '--force', '-o', join(out, 'draft.md')],
  },
];

/** Cold start of the command line and the draft of the example incident. */
export function benchCommands(): void {
  if (!existsSync(CLI)) {
    console.log(`\nCommands: ${CLI} is not there; run "npm run build" first.`);
    return;
  }
  const out = mkdtempSync(join(tmpdir(), 'nevertwice-bench-'));
  const measured = commands(out);
  const times = medianTimes(measured.map(taskOf), { warmUps: 2, rounds: 15 });
  rmSync(out, { recursive: true, force: true });
  const rows = measured.map(({ name, aim }, index) => [name, figure(times[index]!), beyond(times, index), aim]);
  printTable(
    'Commands: wall time of a process of their own, median of 15 runs each, taking turns',
    [['command', 'ms', 'beyond bare Node', 'aim'], ...rows],
    'The aim of --version counts beyond bare Node; those of demo and draft are the whole wall time.',
  );
}

function taskOf({ name, words }: Timed): Task {
  return {
    name,
    run: () => {
      const { status, stderr } = spawnSync(process.execPath, words, {
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      });
      // A command that fails early is fast; its time must not stand in the table.
      if (status !== 0) throw new Error(`${name} ended with ${String(status)}: ${stderr}`);
    },
  };
}

function beyond(times: readonly number[], index: number): string {
  return index === 0 ? '' : figure(times[index]! - times[0]!);
}
