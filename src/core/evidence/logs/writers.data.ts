/** How a program names itself before the message, where no level or logger tells where the message begins. */
export interface WriterShape {
  /**
   * What it stands behind: `time` right behind the time, so that nothing behind it is head; `level` behind a level with
   * no logger; `head` behind the punctuation that follows the time of a line without a level.
   */
  readonly behind: 'time' | 'level' | 'head';
  /** A regular expression with the groups `service` and `logger`. */
  readonly shape: string;
  readonly sample: {
    readonly line: string;
    readonly text: string;
    readonly service?: string;
    readonly logger?: string;
  };
}

export const WRITERS: readonly WriterShape[] = [
  {
    // A process of Windows, `*64` or `*32` for how it runs.
    behind: 'time',
    shape: '[\\])]? ?(?<service>[\\w.+-]{1,60}\\.exe)(?: \\*\\d\\d)? - ',
    sample: {
      line: '[02.23 08:15:30] mailer.exe *64 - mx.example:25 error : could not connect',
      text: 'mx.example:25 error : could not connect',
      service: 'mailer.exe',
    },
  },
  {
    // Columns between bars: who, and the number of the process.
    behind: 'time',
    shape: '\\|(?<logger>[\\w.$-]{1,60})\\|\\d{1,20}\\|',
    sample: {
      line: '20260223-08:15:30:606|Walk_Count|30002312|steps changed to 3579',
      text: 'steps changed to 3579',
      logger: 'Walk_Count',
    },
  },
  {
    behind: 'head',
    shape: '(?:[\\w./@-]{1,80} )?(?<service>[\\w./-]{1,60})(?:\\([\\w.:-]*\\))?\\[[\\w.-]{1,20}\\]: ',
    sample: {
      line: '- 1771834530 2026.02.23 web7 Feb 23 08:15:30 web7/web7 crond(pam_unix)[2915]: session closed for user ada',
      text: 'session closed for user ada',
      service: 'crond',
    },
  },
  {
    // The host twice, or with the facility, then the program without a number.
    behind: 'head',
    shape: '[\\w.-]{1,60}[/@][\\w.-]{1,60} (?<service>[\\w./-]{1,60}): ',
    sample: {
      line: '- 1771834530 2026.02.23 web7 Feb 23 08:15:30 web7/web7 kernel: ACPI: LAPIC enabled',
      text: 'ACPI: LAPIC enabled',
      service: 'kernel',
    },
  },
  {
    // A column of its own for the component.
    behind: 'level',
    shape: '(?<logger>[A-Z]{2,8}) {3,}',
    sample: {
      line: '2026-02-23 08:15:30, Info                  CBS    Loaded servicing stack v6.1',
      text: 'Loaded servicing stack v6.1',
      logger: 'CBS',
    },
  },
];
