import type { Command } from 'commander';

import type { BackupOptions, RestoreOptions } from '../run/run-backup.ts';
import type { Shell } from '../shell.ts';
import { examples } from './examples.ts';

const DATA = 'data directory of the server (also: NEVERTWICE_DATA); DATABASE_URL names another database';

/** Declares `nevertwice backup`. */
export function addBackup(program: Command, shell: Shell): void {
  program
    .command('backup')
    .argument('<file>', 'file to write')
    .description('Write everything the server knows into one file, also while it runs.')
    .option('--data <dir>', DATA)
    .option('--force', 'replace the file if it exists')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      examples([
        ['the server of this machine', 'nevertwice backup nevertwice-backup.gz'],
        ['a database of your own', 'DATABASE_URL=postgresql://nevertwice@db/nevertwice nevertwice backup backup.gz'],
      ]),
    )
    .action(async (file: string, options: BackupOptions) => {
      const { runBackup } = await import('../run/run-backup.ts');
      shell.exit(await runBackup(file, options, shell.screen));
    });
}

/** Declares `nevertwice restore`. */
export function addRestore(program: Command, shell: Shell): void {
  program
    .command('restore')
    .argument('<file>', 'file that "nevertwice backup" wrote')
    .description('Take in a backup, all or nothing, also while the server runs. Everybody signs in again.')
    .option('--data <dir>', DATA)
    .option('--replace', 'take away what the database holds now')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      examples([
        ['into a new data directory', 'nevertwice restore backup.gz --data /srv/nevertwice'],
        [
          'from the embedded database into another one',
          'DATABASE_URL=postgresql://nevertwice@db/nevertwice nevertwice restore backup.gz',
        ],
      ]),
    )
    .action(async (file: string, options: RestoreOptions) => {
      const { runRestore } = await import('../run/run-backup.ts');
      shell.exit(await runRestore(file, options, shell.screen));
    });
}
