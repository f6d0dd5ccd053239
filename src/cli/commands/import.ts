import type { Command } from 'commander';

import type { ImportOptions } from '../run/run-import.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice import`. */
export function addImport(program: Command, shell: Shell): void {
  program
    .command('import')
    .description("Read post-mortems as data: the five templates and any team's own documents.")
    .argument('[paths...]', 'Markdown files, or directories that hold them; "-" reads standard input')
    .option('--all', 'also files below a directory that do not read like post-mortems')
    .option('--config <file>', 'settings of the team (default: the nearest nevertwice.yaml)')
    .option('--details', 'tell everything that needs a person, with its place')
    .option('--server <url>', 'keep them on a server you are logged in to')
    .option('--private', 'on the server, only you and those you name may see them')
    .option('--trial', 'only tell what the server would make of them')
    .option('--json', 'print one JSON object a line for each document')
    .addHelpText(
      'after',
      examples([
        ['what a folder of old post-mortems holds', 'nevertwice import docs/postmortems/'],
        ['move them to a server', 'nevertwice import docs/postmortems/ --server https://postmortems.example.com'],
        ['every open action in them', `nevertwice import docs/postmortems/ --json | jq -r '.record.actions[].text'`],
      ]),
    )
    .action(async (paths: string[], options: ImportOptions) => {
      const { runImport } = await import('../run/run-import.ts');
      shell.exit(await runImport(paths, options, shell.screen));
    });
}
