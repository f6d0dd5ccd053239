import type { Format, Sample } from '../types.ts';
import { blockFormats } from './block-records.ts';
import { cleanLine, isFurniture } from './clean-line.ts';
import { fieldRecord, parseJson } from './json-record.ts';
import { readJsonRecords, recogniseJsonRecords } from './json-records.ts';
import { matchLayout } from './layout.ts';
import { LOG_LAYOUTS, type LogLayout } from './layouts.data.ts';
import { locateStamp } from './locate-stamp.ts';
import { readLineHead } from './line-head.ts';
import { parseLogfmt } from './logfmt.ts';
import { readLog } from './read-log.ts';
import type { Stamp } from './stamp.ts';
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
  ...blockFormats,
  {
    id: 'json-lines',
    label: 'JSON lines log',
    recognise: (sample) => 0.65 * share(openingLines(sample), isJsonRecord),
    read: (input, context) => readLog(input, context, { format: 'json-lines', layout: null }),
  },
  {
    id: 'json-records',
    label: 'log records in a JSON document',
    recognise: recogniseJsonRecords,
    read: readJsonRecords,
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
    recognise: recognisePlain,
    read: (input, context) => readLog(input, context, { format: 'plain-log', layout: null }),
  },
];

/**
 * Bare clocks and numbers at the start of lines are also found in notes and tables, so they count less. A level on
 * most lines makes a log certain: neither chats nor tables nor commits have one.
 */
function recognisePlain(sample: Sample): number {
  if (looksLikeMarkdown(sample.head)) return 0;
  const lines = openingLines(sample);
  const { profile, layouts } = surveyLog(lines, null);
  const stamps = lines.map((line) => locateStamp(line, profile, null)?.stamp ?? null);
  const part = share(stamps, (stamp) => stamp !== null);
  const levels = share(lines, (line, at) => hasLevel(line, stamps[at] ?? null));
  if (levels > 0.8 && layouts.length === 0 && !looksLikeTable(sample.lines[0] ?? '', stamps[0] ?? null))
    return 0.96 * levels;
  if (profile.weak && part < 0.8) return 0;
  return (profile.weak ? 0.3 : 0.5) * part;
}

function hasLevel(line: string, stamp: Stamp | null): boolean {
  return (
    stamp !== null &&
    (readLineHead(line, stamp.end).level !== null || /\b(?:ERROR|WARN|INFO|DEBUG)\b/u.test(line.slice(0, stamp.start)))
  );
}

/** A first line of column names. */
function looksLikeTable(first: string, stamp: Stamp | null): boolean {
  return stamp === null && /[,;\t]/u.test(first);
}

/** A document that lists times is no log. */
function looksLikeMarkdown(head: string): boolean {
  return /^#{1,6} \S/mu.test(head) && /^(?:[-*] |\|.*\||\*\*)/mu.test(head);
}

function layoutFormat(layout: LogLayout): Format {
  const compiled = layoutById(layout.id);
  return {
    id: layout.id,
    label: layout.label,
    recognise: (sample) =>
      compiled === undefined ? 0 : 0.9 * share(openingLines(sample), (line) => matchLayout(compiled, line) !== null),
    read: (input, context) => readLog(input, context, { format: layout.id, layout: layout.id }),
  };
}

const NO_OPENING = /^(?:Caused by: |Traceback \(|\}|\)|#(?! Time: |###<))/u;

/** Lines that can open a record: indented ones and traces are left out, as they say nothing about the layout. */
function openingLines(sample: Sample): string[] {
  const lines = sample.lines.slice(0, LOOKED_AT).map((line) => cleanLine(line.slice(0, 20_000)));
  const flush = lines.filter((line) => !/^\s/u.test(line));
  return (flush.length === 0 ? lines : flush).filter((line) => !NO_OPENING.test(line) && !isFurniture(line));
}

/** How many of the items pass, as a score that half of them already make good; 0 below a fifth. */
function share<T>(items: readonly T[], passes: (item: T, at: number) => boolean): number {
  if (items.length === 0) return 0;
  const part = items.filter((item, at) => passes(item, at)).length / items.length;
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
