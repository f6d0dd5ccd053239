import { type Command, Option } from 'commander';

import type { TimelineOptions } from '../run/run-timeline.ts';
import type { Shell } from '../shell.ts';
import { TIMELINE_FORMATS } from '../timeline-formats.data.ts';
import { withEvidenceOptions } from './evidence-options.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice timeline`. */
export function addTimeline(program: Command, shell: Shell): void {
  withEvidenceOptions(
    program
      .command('timeline')
      .description('Merge evidence into one timeline and print it.')
      .argument('[paths...]', 'files and directories of evidence; "-" reads standard input'),
  )
    .addOption(new Option('--format <format>', 'how to print it').choices(TIMELINE_FORMATS))
    .addOption(new Option('--granularity <unit>', 'how finely times are printed').choices(['minute', 'second']))
    .option('--no-fold', 'print every repetition as an event of its own')
    .option('-o, --output <file>', 'write to a file instead of printing')
    .option('-f, --force', 'replace an existing file')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      examples([
        ['on the terminal, on the clock of Berlin', 'nevertwice timeline evidence/ --zone Europe/Berlin'],
        ['as data, with every source', 'nevertwice timeline evidence/ --json'],
        ['as a picture', 'nevertwice timeline evidence/ --format svg -o timeline.svg'],
        ['one log file, a clock that is 42 seconds ahead', 'nevertwice timeline cart.log --skew cart=+42s'],
      ]),
    )
    .action(async (paths: string[], options: TimelineOptions) => {
      const { runTimeline } = await import('../run/run-timeline.ts');
      shell.exit(await runTimeline(paths, options, shell.screen));
    });
}
