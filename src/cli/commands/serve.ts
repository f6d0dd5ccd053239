import type { Command } from 'commander';

import type { ServeOptions } from '../run/run-serve.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice serve`. */
export function addServe(program: Command, shell: Shell): void {
  program
    .command('serve')
    .description('Start the web application, with its own database unless DATABASE_URL names one.')
    .option(
      '--data <dir>',
      'where everything is kept (also: NEVERTWICE_DATA; default: the data directory of your system)',
    )
    .option('--host <address>', 'address to listen on (default: 127.0.0.1, this machine only)')
    .option('--port <number>', 'port to listen on (default: 4680, or the next that is free)')
    .option('--public-url <url>', 'address that people use, where a proxy stands in front')
    .option('--trust-proxy <count>', 'how many proxies of your own stand in front (default: 0)')
    .option('--log-level <level>', 'silent, error, warn, info or debug (default: info, in a terminal warn)')
    .option('--no-open', 'open no browser')
    .addHelpText(
      'after',
      examples([
        ['on this machine, for yourself', 'nevertwice'],
        [
          'for a team, behind a proxy that speaks https',
          'nevertwice serve --public-url https://postmortems.example.com --trust-proxy 1',
        ],
        ['on a database of your own', 'DATABASE_URL=postgresql://nevertwice@db/nevertwice nevertwice serve'],
      ]),
    )
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('../run/run-serve.ts');
      shell.exit(await runServe({ ...options, version: program.version() ?? '' }, shell.screen));
    });
}
