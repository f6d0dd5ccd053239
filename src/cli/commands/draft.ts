import type { Command } from 'commander';

import type { DraftOptions } from '../run/draft-options.ts';
import type { Shell } from '../shell.ts';
import { collect, withEvidenceOptions } from './evidence-options.ts';
import { examples } from './examples.ts';

/** Declares `nevertwice draft`. */
export function addDraft(program: Command, shell: Shell): void {
  withEvidenceOptions(
    program
      .command('draft')
      .description('Draft a post-mortem from a folder of evidence.')
      .argument('[paths...]', 'files and directories of evidence; "-" reads standard input'),
  )
    .option(
      '-t, --template <id>',
      'operations, standard, sev, cycle, platform or one of your own (default: that of the team, else sev)',
    )
    .option('--config <file>', 'settings of the team (default: the nearest nevertwice.yaml)')
    .option('--title <text>', 'title of the post-mortem (default: what the evidence calls the incident)')
    .option('--severity <label>', 'severity as your scale writes it, as SEV-2 or P0')
    .option('--id <id>', 'id of the incident (default: the next free one)')
    .option('--moment <kind=time>', 'a moment you know, as acknowledged=2026-02-23T08:20Z (repeatable)', collect)
    .option('--print-zone <zone>', 'zone of the times in the draft (default: --zone, else that of the template)')
    .option('-y, --yes', 'take the best suggestion for each moment without asking')
    .option('--all-events', 'write every event into the timeline of the document')
    .option('--no-guidance', "leave the template's guidance out")
    .option('-o, --output <file>', 'where to write; "-" prints (default: by the rule of the template)')
    .option('-f, --force', 'replace an existing file')
    .option('--server <url>', 'draft it on a server you are logged in to, with the evidence beside it')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      examples([
        ['everything in a folder, into the template "sev"', 'nevertwice draft evidence/ --template sev'],
        ['with the commits of a repository, without questions', 'nevertwice draft evidence/ --repo ~/src/shop --yes'],
        [
          'a known window in local time',
          'nevertwice draft logs/ --zone Europe/Berlin --from "2026-02-23 08:00" --to "2026-02-23 12:00"',
        ],
        ['on a server', 'nevertwice draft evidence/ --server https://postmortems.example.com'],
        ['an alert export from another program, printed', 'pd-export | nevertwice draft - -o -'],
      ]),
    )
    .action(async (paths: string[], options: DraftOptions) => {
      const { runDraft } = await import('../run/run-draft.ts');
      shell.exit(await runDraft(paths, options, shell.screen));
    });
}
