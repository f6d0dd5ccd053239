import type { Command } from 'commander';

import type { ConvertOptions } from '../run/run-convert.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice convert`. */
export function addConvert(program: Command, shell: Shell): void {
  program
    .command('convert')
    .description('Rewrite a post-mortem in another template; without --to, print exactly what was read.')
    .argument('<file>', 'a post-mortem in Markdown; "-" reads standard input')
    .option('--to <id>', 'operations, standard, sev, cycle, platform or one of your own')
    .option('--config <file>', 'settings of the team (default: the nearest nevertwice.yaml)')
    .option('-o, --output <file>', 'write to a file instead of printing')
    .option('-f, --force', 'replace an existing file')
    .option('--json', 'print the Markdown and the findings as JSON')
    .addHelpText(
      'after',
      examples([
        ['into another template', 'nevertwice convert old.md --to standard -o new.md'],
        ['from a pipe', 'curl -s https://example.com/pm.md | nevertwice convert - --to platform'],
      ]),
    )
    .action(async (file: string, options: ConvertOptions) => {
      const { runConvert } = await import('../run/run-convert.ts');
      shell.exit(await runConvert(file, options, shell.screen));
    });
}
