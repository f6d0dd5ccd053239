import { type Command, Option } from 'commander';

import type { PatternsOptions } from '../run/run-patterns.ts';
import type { Shell } from '../shell.ts';
import { collect, ZONE_HELP } from './evidence-options.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice patterns`. */
export function addPatterns(program: Command, shell: Shell): void {
  program
    .command('patterns')
    .description('Tell which messages logs repeat: new ones first, with counts per minute, of a window or of all.')
    .argument(
      '<paths...>',
      'log files of any size, also .gz and .zst, directories and patterns of names; "-" reads standard input',
    )
    .option('--from <time>', 'start of the window')
    .option('--to <time>', 'end of the window')
    .option('--zone <zone>', ZONE_HELP, collect)
    .addOption(new Option('--level <level>', 'least level of records').choices(['all', 'warning']).default('all'))
    .option('--assign', 'print line and pattern id of every record, with a tab in between')
    .option('--json', 'as data, with every minute')
    .addHelpText(
      'after',
      examples([
        [
          'what was new in seven hours of a huge log',
          'nevertwice patterns app.log --from "2026-02-23 08:00" --to "2026-02-23 15:00"',
        ],
        ['warnings and errors of a whole set', "nevertwice patterns '/var/log/app/*.log*' --level warning"],
        ['of standard input', 'kubectl logs deploy/cart | nevertwice patterns -'],
      ]),
    )
    .action(async (paths: string[], options: PatternsOptions) => {
      const { runPatterns } = await import('../run/run-patterns.ts');
      shell.exit(await runPatterns(paths, options, shell.screen));
    });
}
