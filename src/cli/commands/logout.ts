import type { Command } from 'commander';

import type { LogoutOptions } from '../run/run-logout.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice logout`. */
export function addLogout(program: Command, shell: Shell): void {
  program
    .command('logout')
    .description('Log out of a server: its token is revoked there and forgotten here.')
    .option('--server <url>', 'address of the server (also: NEVERTWICE_SERVER; default: the only one)')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples([['of one of several', 'nevertwice logout --server https://postmortems.example.com']]),
    )
    .action(async (options: LogoutOptions) => {
      const { runLogout } = await import('../run/run-logout.ts');
      shell.exit(await runLogout(options, shell.screen));
    });
}
