const DATE = String.raw`\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}`;
const CLOCK = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[\s\u202F]?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT|[A-Z]{2,4}T|[+-]\d\d:?\d\d))?`;
const TIME = String.raw`(?:(?:${DATE})(?:,\s*|T|\s+))?${CLOCK}`;
const NAME = String.raw`@?\p{L}[\p{L}\p{M}\d'’._-]*(?: (?:\(?[\p{L}\p{M}\d'’._-]+\)?)){0,3}`;

/** Words before a colon that are levels or components of logs, not people. */
const NO_NAMES =
  /^(?:trace|debug|info|information|notice|warn|warning|error|err|severe|fatal|critical|crit|alert|emerg|panic|exception|caused by|note|todo|update|summary|root cause|action)\b/iu;
const COMPONENT = /\p{L}\.\p{L}+\.|\p{Ll}\.\p{Lu}/u;
const LOG_STAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/u;

/** First line of a message in a chat transcript. */
export interface TranscriptHead {
  /** The time as written. */
  readonly time: string;
  /** Who speaks; undefined for lines of the chat itself (joins, topics). */
  readonly name: string | undefined;
  /** Rest of the line; the message may go on below. */
  readonly text: string;
  /** Angle brackets are sure to be of a chat; `name:` after a full timestamp is more likely of a log. */
  readonly likely: 'sure' | 'fairly' | 'hardly';
}

/** A message with its continuation lines; `day` as the separator above it says. */
export interface TranscriptMessage {
  readonly head: TranscriptHead;
  readonly start: number;
  end: number;
  readonly lines: string[];
  readonly day: string | undefined;
}

interface Shape {
  readonly pattern: RegExp;
  readonly sure: boolean;
}

/** Ways to begin a message; the group names say what is what. */
const shapes: readonly Shape[] = [
  // [10:42] <ana> text · 10:42 <@ana> text
  {
    pattern: new RegExp(String.raw`^\[?(?<time>${TIME})\]?\s+<[@+%~&\s]?(?<name>[^<>\n]{1,40})>\s?(?<text>.*)$`, 'u'),
    sure: true,
  },
  // 10:42 * ana shrugs
  {
    pattern: new RegExp(String.raw`^\[?(?<time>${TIME})\]?\s+\*\s+(?<name>[^\s*]{1,40})\s(?<text>.*)$`, 'u'),
    sure: true,
  },
  // 10:42 -!- ana has joined #ops
  { pattern: new RegExp(String.raw`^\[?(?<time>${TIME})\]?\s+(?:-!-|\*\*\*|-->|<--)\s+(?<text>.*)$`, 'u'), sure: true },
  // 2024-01-15 10:42:05	ana	text
  { pattern: new RegExp(String.raw`^(?<time>${TIME})\t[@+ ]?(?<name>[^\t]{1,40})\t(?<text>.*)$`, 'u'), sure: true },
  // [10:42] Ana: text · 15/01/2024, 10:42 - Ana: text
  {
    pattern: new RegExp(String.raw`^\[?(?<time>${TIME})\]?\s*(?:[-–—|]\s*)?(?<name>${NAME}):(?:\s+(?<text>.*))?$`, 'u'),
    sure: false,
  },
  // [10:42 AM] Ana Silva
  { pattern: new RegExp(String.raw`^\[(?<time>${TIME})\]\s+(?<name>${NAME})$`, 'u'), sure: false },
  // Ana Silva  10:42 AM · Ana Silva — 15/01/2024 10:42
  {
    pattern: new RegExp(
      String.raw`^(?<name>${NAME})(?:\s+(?:APP|BOT))?\s*(?:[,–—|-]\s*)?\s\[?(?<time>${TIME})\]?$`,
      'u',
    ),
    sure: false,
  },
];

/** The head of a message if the line begins one. */
export function transcriptHead(line: string): TranscriptHead | null {
  for (const { pattern, sure } of shapes) {
    const groups = pattern.exec(line.trimEnd())?.groups;
    if (groups === undefined) continue;
    const { time = '', name, text = '' } = groups;
    if (!sure && name !== undefined && (NO_NAMES.test(name) || COMPONENT.test(name))) return null;
    return {
      time,
      name: name?.trim().replace(/^@/u, ''),
      text: text.trim(),
      likely: sure ? 'sure' : LOG_STAMP.test(line) ? 'hardly' : 'fairly',
    };
  }
  return null;
}
