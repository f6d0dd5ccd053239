import type { Command } from 'commander';

import type { DemoOptions } from '../run/run-demo.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice demo`. */
export function addDemo(program: Command, shell: Shell): void {
  program
    .command('demo')
    .description('Show the whole path on an example incident: evidence, timeline, durations, draft.')
    .option('-t, --template <id>', 'operations, standard, sev, cycle or platform', 'sev')
    .option('--out <dir>', 'keep the draft in this directory (default: a temporary one)')
    .option('-f, --force', 'replace an existing draft')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      examples([
        ['look at it', 'nevertwice demo'],
        ['in another template, kept', 'nevertwice demo --template operations --out .'],
      ]),
    )
    .action(async (options: DemoOptions) => {
      const { runDemo } = await import('../run/run-demo.ts');
      shell.exit(await runDemo(options, shell.screen));
    });
}
