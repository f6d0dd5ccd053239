// Runs every check and keeps going after a failure, so that one run shows all there is to mend.
// `npm run check` runs all of them, `npm run check -- lint types` those whose names contain one of the words.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

import { STEPS, TEST_REPORT, type Step } from './steps.data.ts';

function chooseSteps(words: readonly string[]): readonly Step[] {
  return words.length === 0 ? STEPS : STEPS.filter(({ name }) => words.some((word) => name.includes(word)));
}

function passes(step: Step): boolean {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(step.command, {
    shell: true,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', ...(step.loud ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
    env: { ...process.env, ...step.env },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  console.log(`${status === 0 ? '✓' : '✗'} ${seconds} s  ${step.name}`);
  if (status !== 0 && !step.loud) console.log(`\n$ ${step.command}\n${stdout}${stderr}`);
  return status === 0;
}

const words = process.argv.slice(2);
const steps = chooseSteps(words);
if (steps.length === 0) {
  console.error(`No check is called ${words.join(' ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

// A report of an earlier run must not be mistaken for this one's.
rmSync(TEST_REPORT, { force: true });
const failed = steps.filter((step) => !passes(step));
if (failed.length > 0) {
  console.log(`\nThe check failed in: ${failed.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
}
