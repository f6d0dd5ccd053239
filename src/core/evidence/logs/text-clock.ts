import type { EvidenceText, ReadContext } from '../types.ts';
import { cleanLine } from './clean-line.ts';
import { createLineReader, type LineReader, type LineRecord } from './line-record.ts';
import { createLogClock, type LogClock } from './log-clock.ts';
import { type Stamp, stampAt } from './stamp.ts';
import type { LogSurvey } from './survey-log.ts';

/** What is read of a line that is no JSON, in bytes or characters. */
export const LINE_LIMIT = 1 << 16;
/** What is read of a JSON object in one line. */
const OBJECT_LIMIT = 1 << 20;

/** What a clock has to know beside the lines. */
export interface LineClockContext extends Pick<ReadContext, 'zone' | 'window'> {
  /** Name of the file, which may hold its day. */
  readonly file: string;
  /** Last modification as UTC instant. */
  readonly modified?: string;
  /** The text of bytes (UTF-8); bytes that are none become U+FFFD. */
  readonly decode: (bytes: Uint8Array, start: number, end: number) => string;
}

/** A line of a sample that opens a record. */
export interface StampedLine {
  readonly line: string;
  readonly record: LineRecord;
  readonly stamp: Stamp | null;
}

/** Reads lines as text: every layout, some hundred thousand lines a second. */
export class TextClock {
  readonly survey: LogSurvey;
  readonly reader: LineReader;
  readonly clock: LogClock;
  readonly #context: LineClockContext;

  constructor(survey: LogSurvey, context: LineClockContext) {
    this.survey = survey;
    this.reader = createLineReader(survey);
    this.#context = context;
    const input: EvidenceText = { text: '', evidence: '', encoding: 'utf-8', bomBytes: 0, ...context };
    const { zone, window } = context;
    const rest = { ...(zone === undefined ? {} : { zone }), ...(window === undefined ? {} : { window }) };
    const lookups = { people: new Map(), revisions: new Map(), channels: new Map() };
    this.clock = createLogClock(input, { now: '', lookups, ...rest }, { stamps: survey.stamps, midnights: 0 });
  }

  /** What the times of the sample were completed with: equal where the same bytes are read as the same instants. */
  get completion(): string {
    const [first] = this.survey.stamps;
    const instant = first === undefined ? '' : String(this.instantOf(first));
    const { yearFrom, dateFrom, orderGuessed } = this.clock.notes;
    const { window, modified = '' } = this.#context;
    const anchor = window === undefined ? modified.slice(0, 7) : `${window.from.slice(0, 7)} ${window.to.slice(0, 7)}`;
    const isCompleted = yearFrom !== null || dateFrom !== null;
    return [instant, orderGuessed, yearFrom, dateFrom, isCompleted ? anchor : ''].join(' ');
  }

  /** The line with its record and stamp, or nothing. */
  stamped(line: string): StampedLine[] {
    const record = this.reader.read(line);
    if (record === null || record === 'broken') return [];
    return [{ line, record, stamp: record.stamp ?? stampAt(record.written, 0, null) }];
  }

  /** The record that a line opens; null for none. */
  read(bytes: Uint8Array, start: number, end: number): LineRecord | null {
    // A file that was emptied while it was written to begins with a hole.
    let from = start;
    while (from < end && bytes[from] === 0) from += 1;
    const limit = bytes[from] === 123 ? OBJECT_LIMIT : LINE_LIMIT;
    const line = cleanLine(this.#context.decode(bytes, from, Math.min(end, from + limit)));
    const record = line.trim() === '' ? null : this.reader.read(line);
    return record === 'broken' ? null : record;
  }

  /** Epoch milliseconds of a record; NaN without an instant. */
  timeOf({ epochMs, written, ...record }: LineRecord): number {
    if (epochMs !== null) return epochMs;
    const stamp = record.stamp ?? wholeStamp(written);
    return stamp === null ? Number.NaN : this.instantOf(stamp);
  }

  /** Epoch milliseconds of a stamp; NaN without an instant. */
  instantOf(stamp: Stamp): number {
    return this.clock.epochOf(stamp);
  }
}

function wholeStamp(written: string): Stamp | null {
  const stamp = stampAt(written, 0, null);
  return stamp !== null && stamp.end >= written.trimEnd().length ? stamp : null;
}
