import { Argument, type Command } from 'commander';

import { COMPLETION_SHELLS } from '../completion-shells.data.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice completion`. */
export function addCompletion(program: Command, shell: Shell): void {
  program
    .command('completion')
    .description('Print completions for a shell.')
    .addArgument(new Argument('<shell>', 'which shell').choices(COMPLETION_SHELLS))
    .addHelpText(
      'after',
      examples([
        ['bash, in this session', 'source <(nevertwice completion bash)'],
        ['zsh, for good', 'nevertwice completion zsh > "${fpath[1]}/_nevertwice"'],
        ['fish, for good', 'nevertwice completion fish > ~/.config/fish/completions/nevertwice.fish'],
      ]),
    )
    .action(async (name: (typeof COMPLETION_SHELLS)[number]) => {
      const { runCompletion } = await import('../run/run-completion.ts');
      shell.exit(runCompletion(program, name, shell.screen));
    });
}
