import { type Command, Option } from 'commander';

import type { CheckCommandOptions } from '../run/run-check.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Declares `nevertwice check`. */
export function addCheck(program: Command, shell: Shell): void {
  program
    .command('check')
    .description('Review post-mortems like code: blame, gaps, contradictions, actions nobody can tell to be done.')
    .argument('[paths...]', 'Markdown files, or directories that hold them; "-" reads standard input')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json', 'sarif', 'github', 'junit'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write the report to a file, replacing it')
    .option('--fix', 'put right what needs no judgement, in the files themselves')
    .option('--all', 'also files below a directory that do not read like post-mortems')
    .option('--config <file>', 'the team file (default: nevertwice.yaml here or in a directory above)')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices([...SEVERITIES, 'never'])
        .default('error'),
    )
    .addOption(new Option('--level <severity>', 'leave out what is milder').choices(SEVERITIES).default('info'))
    .option('--explain [code]', 'what a rule looks for, why, and examples; without a code, all rules')
    .addHelpText(
      'after',
      examples([
        ['every post-mortem of a repository', 'nevertwice check docs/postmortems/'],
        ['annotations in a pull request', 'nevertwice check docs/postmortems/ --format github'],
        ['for code scanning', 'nevertwice check docs/ --format sarif -o nevertwice.sarif'],
        ['why a rule asks for something', 'nevertwice check --explain blame-counterfactual'],
      ]),
    )
    .addHelpText(
      'after',
      '\nIn a document, <!-- nevertwice-ignore CODE: reason --> takes a finding away: at the end of its line, or above its block.',
    )
    .action(
      async (paths: string[], { explain, ...options }: CheckCommandOptions & { readonly explain?: string | true }) => {
        if (explain !== undefined) {
          const { runExplain } = await import('../run/run-explain.ts');
          shell.exit(runExplain(explain, shell.screen));
          return;
        }
        const { runCheck } = await import('../run/run-check.ts');
        shell.exit(await runCheck(paths, { ...options, version: program.version() ?? '' }, shell.screen));
      },
    );
}
