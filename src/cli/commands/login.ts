import type { Command } from 'commander';

import type { LoginOptions } from '../run/run-login.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice login`. */
export function addLogin(program: Command, shell: Shell): void {
  program
    .command('login')
    .description('Log in to a server, for the commands that take --server.')
    .option('--server <url>', 'address of the server (also: NEVERTWICE_SERVER)')
    .option('--email <address>', 'who you are there; the password is then read from standard input')
    .option('--token <token>', 'an API token made in the settings; "-" reads it from standard input')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples([
        ['asks for e-mail address and password', 'nevertwice login --server https://postmortems.example.com'],
        [
          'with a token, on a machine without a person',
          'nevertwice login --server https://postmortems.example.com --token - < token.txt',
        ],
      ]),
    )
    .action(async (options: LoginOptions) => {
      const { runLogin } = await import('../run/run-login.ts');
      shell.exit(await runLogin(options, shell.screen));
    });
}
