import type { Format, Sample } from '../types.ts';
import { cleanLine } from './clean-line.ts';
import { fieldRecord } from './json-record.ts';
import { matchLayout } from './layout.ts';
import { LOG_LAYOUTS, type LogLayout } from './layouts.data.ts';
import { locateStamp } from './locate-stamp.ts';
import { parseJson } from './line-record.ts';
import { parseLogfmt } from './logfmt.ts';
import { readLog } from './read-log.ts';
import { layoutById, surveyLog } from './survey-log.ts';

/** Lines that a recogniser looks at. */
const LOOKED_AT = 100;
/** Below this share of its lines a text is something else. */
const LEAST_SHARE = 0.2;

/**
 * All ways that logs are read: one format for each layout of the table, JSON lines, logfmt, and plain lines of any
 * program as the last resort. A log recognised as one of them may hold lines of the others.
 */
export const logFormats: readonly Format[] = [
  ...LOG_LAYOUTS.map((layout) => layoutFormat(layout)),
  {
    id: 'json-lines',
    label: 'JSON lines log',
    recognise: (sample) => 0.65 * share(openingLines(sample), isJsonRecord),
    read: (input, context) => readLog(input, context, { format: 'json-lines', layout: null }),
  },
  {
    id: 'logfmt',
    label: 'logfmt log',
    recognise: (sample) => 0.75 * share(openingLines(sample), isLogfmt),
    read: (input, context) => readLog(input, context, { format: 'logfmt', layout: null }),
  },
  {
    id: 'plain-log',
    label: 'log with a time on each line',
    recognise: (sample) => {
      const lines = openingLines(sample);
      const { profile } = surveyLog(lines, null);
      // Bare clocks and numbers at the start of lines are also found in notes and tables.
      return (profile.weak ? 0.3 : 0.5) * share(lines, (line) => locateStamp(line, profile, null) !== null);
    },
    read: (input, context) => readLog(input, context, { format: 'plain-log', layout: null }),
  },
];

function layoutFormat(layout: LogLayout): Format {
  const compiled = layoutById(layout.id);
  return {
    id: layout.id,
    label: layout.label,
    recognise: (sample) =>
      compiled === undefined ? 0 : 0.85 * share(openingLines(sample), (line) => matchLayout(compiled, line) !== null),
    read: (input, context) => readLog(input, context, { format: layout.id, layout: layout.id }),
  };
}

/** Lines that can open a record: indented ones and traces are left out, as they say nothing about the layout. */
function openingLines(sample: Sample): string[] {
  const lines = sample.lines.slice(0, LOOKED_AT).map((line) => cleanLine(line.slice(0, 20_000)));
  const flush = lines.filter((line) => !/^\s/u.test(line));
  return (flush.length === 0 ? lines : flush).filter((line) => !/^(?:Caused by: |Traceback \(|\}|\)|#)/u.test(line));
}

/** How many of the lines pass, as a score that half of them already make good; 0 below a fifth. */
function share(lines: readonly string[], passes: (line: string) => boolean): number {
  if (lines.length === 0) return 0;
  const part = lines.filter((line) => passes(line)).length / lines.length;
  return part < LEAST_SHARE ? 0 : 0.5 + part / 2;
}

function isLogfmt(line: string): boolean {
  const pairs = line.includes('=') ? parseLogfmt(line) : null;
  return pairs !== null && fieldRecord(pairs, line) !== null;
}

/** Lines that are log records as JSON objects: those with a time and a message or a level. */
function isJsonRecord(line: string): boolean {
  if (!line.startsWith('{')) return false;
  const record = fieldRecord(parseJson(line), '');
  return record !== null && (record.hasMessage || record.level !== null);
}
