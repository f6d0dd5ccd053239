import type { Command } from 'commander';

import type { MetricsOptions } from '../run/run-metrics.ts';
import type { Shell } from '../shell.ts';
import { collect, withEvidenceOptions } from './evidence-options.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice metrics`. */
export function addMetrics(program: Command, shell: Shell): void {
  withEvidenceOptions(
    program
      .command('metrics')
      .description('Compute the durations of an incident, each with its definition.')
      .argument('[paths...]', 'one post-mortem (.md), or files and directories of evidence; "-" reads standard input'),
  )
    .option('-t, --template <id>', 'whose definitions: operations, standard, sev, cycle or platform')
    .option('--moment <kind=time>', 'a moment you know, as acknowledged=2026-02-23T08:20Z (repeatable)', collect)
    .option('--json', 'print as JSON')
    .addHelpText(
      'after',
      examples([
        [
          'of a written post-mortem, by the definitions of its template',
          'nevertwice metrics docs/postmortems/INC-7.md',
        ],
        [
          'of raw evidence, as the template "operations" measures',
          'nevertwice metrics evidence/ --template operations',
        ],
        ['by the definitions of every template', 'nevertwice metrics evidence/ --json'],
      ]),
    )
    .action(async (paths: string[], options: MetricsOptions) => {
      const { runMetrics } = await import('../run/run-metrics.ts');
      shell.exit(await runMetrics(paths, options, shell.screen));
    });
}
