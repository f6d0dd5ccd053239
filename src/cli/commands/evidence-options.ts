import type { Command } from 'commander';

/** Options of every command that reads evidence. */
export interface EvidenceOptions {
  readonly repo?: string[];
  readonly from?: string;
  readonly to?: string;
  readonly all?: boolean;
  readonly zone?: string[];
  readonly skew?: string[];
}

/** What `--zone` is for. */
export const ZONE_HELP =
  'zone of times that state none, and of what is printed (Europe/Berlin, CET, +02:00); of one file as db.log=UTC (repeatable)';

/** Every value of an option that may be given several times. */
export function collect(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Adds {@link EvidenceOptions} to a command. */
export function withEvidenceOptions(command: Command): Command {
  return command
    .option('--repo <dir>', 'read the history of a git repository, too (repeatable)', collect)
    .option('--from <time>', 'start of the window (default: 6 h before the incident)')
    .option('--to <time>', 'end of the window (default: 1 h after its resolution)')
    .option('--all', 'no window: every event of the evidence')
    .option('--zone <zone>', ZONE_HELP, collect)
    .option(
      '--skew <source=offset>',
      'clock of a source that is ahead (+) or behind (-), as api=+42s (repeatable)',
      collect,
    );
}
