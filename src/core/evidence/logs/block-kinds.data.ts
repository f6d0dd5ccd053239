/** How records are written that take several lines of `name: value` each. */
export interface BlockKind {
  readonly id: string;
  readonly label: string;
  /** The first line of a record. */
  readonly opens: RegExp;
  /** A line with a field: its name and its value. */
  readonly field: RegExp;
  /** The field whose value goes on in the lines below that are no field. */
  readonly long: string;
  /** Names that the readers of fields know under another one. */
  readonly names?: Readonly<Record<string, string>>;
}

export const BLOCK_KINDS: readonly BlockKind[] = [
  {
    id: 'journal-export',
    label: 'systemd journal export',
    opens: /^__CURSOR=/u,
    field: /^([A-Z_][A-Z\d_]*)=(.*)$/u,
    long: 'MESSAGE',
  },
  {
    id: 'windows-events',
    label: 'Windows events as text (wevtutil)',
    opens: /^Event\[\d+\]:?\s*$/u,
    field: /^ {2}([A-Z][A-Za-z ]*): ?(.*)$/u,
    long: 'message',
    names: { Date: 'time', Source: 'service', Level: 'level', Computer: 'host', Description: 'message' },
  },
  {
    id: 'powershell-events',
    label: 'Windows events as a list (Get-WinEvent)',
    opens: /^TimeCreated\s*: /u,
    field: /^([A-Z][A-Za-z]*)\s*: ?(.*)$/u,
    long: 'message',
    names: {
      TimeCreated: 'time',
      ProviderName: 'service',
      LevelDisplayName: 'level',
      MachineName: 'host',
      Message: 'message',
    },
  },
];
