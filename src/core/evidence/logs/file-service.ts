const ENDINGS =
  /(?:\.(?:log|txt|out|err|json|jsonl|ndjson|logfmt|gz|zst|bz2|xz|\d+)|[-_.]\d{4}-?\d\d-?\d\d(?:[T_-]?\d{2,6})?)$/iu;
/** Names that say nothing about what wrote the file. */
const NAMELESS = new Set([
  '',
  '-',
  'log',
  'logs',
  'stdin',
  'stdout',
  'stderr',
  'output',
  'messages',
  'syslog',
  'access',
  'error',
  'errors',
  'journal',
]);

/** The service that a log's file name names: `logs/checkout-api.2026-02-23.log.1.gz` → `checkout-api`; null for `messages` and the like. */
export function serviceOfFile(file: string): string | null {
  let stem = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  for (let before = ''; before !== stem;) {
    before = stem;
    stem = stem.replace(ENDINGS, '');
  }
  return NAMELESS.has(stem.toLowerCase()) || stem.startsWith('<') ? null : stem;
}
