import type { Command } from 'commander';

import type { NewOptions } from '../run/run-new.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice new`. */
export function addNew(program: Command, shell: Shell): void {
  program
    .command('new')
    .description('Start an empty post-mortem from a template.')
    .argument('<title>', 'title of the post-mortem')
    .option(
      '-t, --template <id>',
      'operations, standard, sev, cycle, platform or one of your own (default: that of the team, else sev)',
    )
    .option('--config <file>', 'settings of the team (default: the nearest nevertwice.yaml)')
    .option('--severity <label>', 'severity as your scale writes it, as SEV-2 or P0')
    .option('--date <day>', 'day of the incident, as 2026-02-23 (default: today)')
    .option('--id <id>', 'id of the incident (default: the next free one)')
    .option('--no-guidance', "leave the template's guidance out")
    .option('-o, --output <file>', 'where to write; "-" prints (default: by the rule of the template)')
    .option('-f, --force', 'replace an existing file')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples([
        [
          'into the place that the template names',
          'nevertwice new "Checkout outage" --template cycle --date 2026-02-23',
        ],
        ['look at a template', 'nevertwice new "Title" --template standard -o -'],
      ]),
    )
    .action(async (title: string, options: NewOptions) => {
      const { runNew } = await import('../run/run-new.ts');
      shell.exit(await runNew(title, options, shell.screen));
    });
}
