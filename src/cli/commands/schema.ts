import type { Command } from 'commander';

import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice schema`. */
export function addSchema(program: Command, shell: Shell): void {
  program
    .command('schema')
    .description('Print the JSON Schema of a post-mortem as data.')
    .option('--json', 'print as JSON, which it always is')
    .addHelpText('after', examples([['keep it beside your tools', 'nevertwice schema > postmortem.schema.json']]))
    .action(async () => {
      const { runSchema } = await import('../run/run-schema.ts');
      shell.exit(runSchema(shell.screen));
    });
}
