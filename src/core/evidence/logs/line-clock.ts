import { civilToEpoch, parseInstant } from '#core/time';

import type { EvidenceText, LogLevel, ReadContext } from '../types.ts';
import { ByteCursor } from './byte-cursor.ts';
import { ASK_TEXT } from './byte-lines.ts';
import { ByteRecords } from './byte-records.ts';
import { BYTE_SHAPES, type ByteShape, type ByteStamp } from './byte-stamps.ts';
import { cleanLine } from './clean-line.ts';
import { createLineReader, type LineReader, type LineRecord } from './line-record.ts';
import { levelOf } from './level.ts';
import { type ClockNotes, createLogClock, type LogClock } from './log-clock.ts';
import { minuteShape, type MinuteShape } from './minute-shape.ts';
import { type CompiledShape, shapesOf, type Stamp, stampAt } from './stamp.ts';
import { type LogSurvey, surveyLog } from './survey-log.ts';

/** What tells the levels of a file's records, for scanners that look for words: see {@link LineClock.levels}. */
type LevelTelling = 'words' | 'statuses' | 'any';

/** Reads time and level of single lines of one file from their bytes, in any order. */
export interface LineClock {
  /** Id of the commonest layout of its lines, as `iso` or `json`. */
  readonly layout: string;
  /** What completes its times: equal for clocks that read the same bytes as the same instants. */
  readonly basis: string;
  /** True if a time depends on the lines before it (bare clocks), so that lines must be read from the first one on. */
  readonly sequential: boolean;
  /** Where the minute of its lines stands; null where no comparison of bytes tells it. */
  readonly minutes: MinuteShape | null;
  /**
   * `words`: a record at warning or above has one of `notableWords` in its line. `statuses`: it has ` 5` behind a quote.
   * `any`: nothing in its bytes tells it without reading the line.
   */
  readonly levels: LevelTelling;
  /** What had to be assumed so far. */
  readonly notes: ClockNotes;
  /** Zone of times that state none. */
  readonly zone: string;
  /**
   * Epoch milliseconds of the record that starts with this line; NaN where the line starts none. `start` inclusive,
   * `end` exclusive without the line break. Only bytes of the line count.
   */
  at(bytes: Uint8Array, start: number, end: number): number;
  /** The record that starts with this line: level, message, service, as the readers of text find them. */
  read(bytes: Uint8Array, start: number, end: number): LineRecord | null;
}

/** What a clock has to know beside the lines. */
export interface LineClockContext extends Pick<ReadContext, 'zone' | 'window'> {
  /** Name of the file, which may hold its day. */
  readonly file: string;
  /** Last modification as UTC instant. */
  readonly modified?: string;
  /** The text of bytes (UTF-8); bytes that are none become U+FFFD. */
  readonly decode: (bytes: Uint8Array, start: number, end: number) => string;
}

/** What is read of a line that is no JSON, in bytes. */
const LINE_LIMIT = 1 << 16;
/** Below this share of lines with a time a text is no log. */
const LEAST_SHARE = 0.1;

/**
 * Plans the clock of a file by its first lines (some hundreds are enough). Null where hardly any of them has a time.
 * The clock reads every line, also those that look different from the sample, and equals the readers of text.
 */
export function planLineClock(lines: readonly string[], context: LineClockContext): LineClock | null {
  const clean = lines.map((line) => cleanLine(line.slice(0, LINE_LIMIT))).filter((line) => line.trim() !== '');
  const survey = surveyLog(clean, null);
  const text = new TextClock(survey, context);
  const stamped = clean.flatMap((line) => text.stamped(line));
  if (stamped.length === 0 || stamped.length < clean.length * LEAST_SHARE) return null;
  const sequential = stamped.some(({ stamp }) => stamp?.shape.id === 'clock');
  const fast = sequential ? null : fastPath(stamped);
  return new BytesClock(text, { fast, levels: levelsOf(stamped), layout: layoutOf(survey, fast), sequential });
}

interface StampedLine {
  readonly line: string;
  readonly record: LineRecord;
  readonly stamp: Stamp | null;
}

/** Reads lines as text: every layout, some hundred thousand lines a second. */
class TextClock {
  readonly survey: LogSurvey;
  readonly reader: LineReader;
  readonly clock: LogClock;
  readonly #decode: LineClockContext['decode'];

  constructor(survey: LogSurvey, context: LineClockContext) {
    this.survey = survey;
    this.reader = createLineReader(survey);
    this.#decode = context.decode;
    const input: EvidenceText = { text: '', evidence: '', encoding: 'utf-8', bomBytes: 0, ...context };
    const { zone, window } = context;
    const rest = { ...(zone === undefined ? {} : { zone }), ...(window === undefined ? {} : { window }) };
    const lookups = { people: new Map(), revisions: new Map(), channels: new Map() };
    this.clock = createLogClock(input, { now: '', lookups, ...rest }, { stamps: survey.stamps, midnights: 0 });
  }

  stamped(line: string): StampedLine[] {
    const record = this.reader.read(line);
    if (record === null || record === 'broken') return [];
    return [
      { line, record, stamp: record.stamp ?? (record.epochMs === null ? stampAt(record.written, 0, null) : null) },
    ];
  }

  read(bytes: Uint8Array, start: number, end: number): LineRecord | null {
    const limit = bytes[start] === 123 ? 1 << 20 : LINE_LIMIT;
    const line = cleanLine(this.#decode(bytes, start, Math.min(end, start + limit)));
    const record = line.trim() === '' ? null : this.reader.read(line);
    return record === 'broken' ? null : record;
  }

  timeOf({ epochMs, written, ...record }: LineRecord): number {
    if (epochMs !== null) return epochMs;
    const stamp = record.stamp ?? wholeStamp(written);
    return stamp === null ? Number.NaN : this.instantOf(stamp);
  }

  instantOf(stamp: Stamp): number {
    const { instant } = this.clock.resolve(stamp, '').at;
    return instant === null ? Number.NaN : (parseInstant(instant) ?? Number.NaN);
  }
}

function wholeStamp(written: string): Stamp | null {
  const stamp = stampAt(written, 0, null);
  return stamp !== null && stamp.end >= written.trimEnd().length ? stamp : null;
}

/** How the stamps of most lines are read without making strings. */
interface FastPath {
  readonly shape: ByteShape;
  readonly minutes: MinuteShape | null;
  readonly offset: number;
  readonly anchor: Uint8Array;
}

/** Lines of a sample that a fast path must read, and read right. */
const FAST_SHARE = 0.5;

function fastPath(stamped: readonly StampedLine[]): FastPath | null {
  const counted = Map.groupBy(stamped, ({ line, stamp }) => placeKey(line, stamp));
  const [key, lines] = [...counted].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ['', []];
  const [first] = lines;
  const { stamp, line } = first ?? {};
  if (key === '' || stamp === null || stamp === undefined || line === undefined) return null;
  if (lines.length < stamped.length * FAST_SHARE) return null;
  const shape = BYTE_SHAPES.find(
    ({ id }) => id === stamp.shape.id || (id === 'epoch' && stamp.shape.id === 'epoch-fine'),
  );
  if (shape === undefined) return null;
  const bracket = stamp.shape.id === 'common-log';
  const place = { offset: bracket ? 0 : stamp.start, anchor: bracket ? BRACKET : NO_ANCHOR, spanMs: shape.spanMs };
  return { shape, ...place, minutes: minuteShape(shape.pattern(line.slice(stamp.start, stamp.end)), place) };
}

const BRACKET = Uint8Array.of(91);
const NO_ANCHOR = new Uint8Array();

/** Lines with equal keys have stamps of one shape and length at one place; empty where the place is not fixed. */
function placeKey(line: string, stamp: Stamp | null): string {
  if (stamp === null) return '';
  const written = line.slice(stamp.start, stamp.end).replaceAll(/\d/gu, '0');
  if (stamp.shape.id === 'common-log') return line.indexOf('[') === stamp.start - 1 ? `[${String(written.length)}` : '';
  // Something in front of the stamp would have to be read, too.
  const fixed = stamp.start === 0 || (stamp.start === 1 && line.startsWith('['));
  return fixed ? `${stamp.shape.id}:${String(stamp.start)}:${stamp.shape.id === 'bsd' ? '' : written}` : '';
}

function levelsOf(stamped: readonly StampedLine[]): LevelTelling {
  if (stamped.some(({ record }) => record.status !== null)) {
    return stamped.every(({ record }) => record.status !== null) ? 'statuses' : 'any';
  }
  const leveled = stamped.filter(({ record }) => record.level !== null);
  if (leveled.length < stamped.length * 0.9) return 'any';
  return leveled.every(({ line, record }) => namesLevel(line, record.level)) ? 'words' : 'any';
}

/** Whether a word of the line is the name of its level, so that a scanner for such words finds the line. */
function namesLevel(line: string, level: LogLevel | null): boolean {
  return line.split(/[^A-Za-z]+/u).some((word) => word.length > 1 && levelOf(word) === level);
}

function layoutOf({ layouts, jsonShare }: LogSurvey, fast: FastPath | null): string {
  return layouts[0]?.layout.id ?? (jsonShare > 0.5 ? 'json-lines' : (fast?.shape.id ?? 'plain-log'));
}

/** A stamp without zone and seconds. */
const UNSTAMPED = { start: 0, end: 0, second: 0, millisecond: 0, zone: null, epochMs: null, parts: [] };

/** Where the stamp of a line stands by its place or anchor; −1 where the line has no such place. */
function placeOf(
  { offset, anchor }: FastPath,
  { bytes, start, end }: { readonly bytes: Uint8Array; readonly start: number; readonly end: number },
): number {
  const [mark] = anchor;
  if (mark === undefined) return start + offset;
  const stop = Math.min(end, start + FARTHEST_ANCHOR);
  for (let at = start; at < stop; at += 1) if (bytes[at] === mark) return at + 1 + offset;
  return -1;
}

/** Stamps behind this many bytes are found by the readers of text. */
const FARTHEST_ANCHOR = 256;

class BytesClock implements LineClock {
  readonly layout: string;
  readonly levels: LevelTelling;
  readonly sequential: boolean;
  readonly #text: TextClock;
  readonly #fast: FastPath | null;
  readonly #textShape: CompiledShape;
  readonly #cursor = new ByteCursor();
  readonly #stamp: ByteStamp = {
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
    zone: 0,
    epochMs: Number.NaN,
  };
  readonly #wide: ByteRecords;
  /** The minute of the line before, and its instant. */
  #minuteKey = -1;
  #minuteMs = Number.NaN;

  constructor(
    text: TextClock,
    plan: Pick<LineClock, 'layout' | 'levels' | 'sequential'> & { readonly fast: FastPath | null },
  ) {
    this.#text = text;
    this.#fast = plan.fast;
    const [textShape] = shapesOf([plan.fast?.shape.id ?? 'iso']);
    this.#textShape = textShape!;
    this.#wide = new ByteRecords(text.survey, (stamp) => text.instantOf(stamp));
    this.layout = plan.layout;
    this.levels = plan.levels;
    this.sequential = plan.sequential;
  }

  get minutes(): MinuteShape | null {
    return this.#fast?.minutes ?? null;
  }

  get notes(): ClockNotes {
    return this.#text.clock.notes;
  }

  get zone(): string {
    return this.#text.clock.zone;
  }

  get basis(): string {
    return `${this.layout} ${this.zone} ${this.notes.yearFrom ?? ''}`;
  }

  at(bytes: Uint8Array, start: number, end: number): number {
    const fast = this.#fast;
    const place = fast === null ? -1 : placeOf(fast, { bytes, start, end });
    if (fast !== null && place !== -1) {
      this.#cursor.put(bytes, place, end);
      this.#stamp.epochMs = Number.NaN;
      if (fast.shape.read(this.#cursor, this.#stamp)) return this.#instant();
    }
    const told = this.#wide.at(bytes, start, end);
    return told === ASK_TEXT ? this.#textAt(bytes, start, end) : told;
  }

  #textAt(bytes: Uint8Array, start: number, end: number): number {
    const record = this.read(bytes, start, end);
    return record === null ? Number.NaN : this.#text.timeOf(record);
  }

  read(bytes: Uint8Array, start: number, end: number): LineRecord | null {
    return this.#text.read(bytes, start, end);
  }

  /** The instant of the parts that were just read. */
  #instant(): number {
    const { epochMs, second, millisecond } = this.#stamp;
    if (!Number.isNaN(epochMs)) return epochMs;
    return this.#minute() + second * 1000 + millisecond;
  }

  #minute(): number {
    const { year, month, day, hour, minute, zone } = this.#stamp;
    const offset = Number.isNaN(zone) ? 1440 : zone + 720;
    const key = ((((year * 16 + month) * 32 + day) * 32 + hour) * 64 + minute) * 4096 + offset;
    if (key !== this.#minuteKey) {
      this.#minuteMs = this.#newMinute();
      this.#minuteKey = key;
    }
    return this.#minuteMs;
  }

  #newMinute(): number {
    const { year, month, day, hour, minute, zone } = this.#stamp;
    const civil = { year, month, day, hour, minute };
    if (!Number.isNaN(zone)) return (civilToEpoch(civil, 'UTC') ?? Number.NaN) - zone * 60_000;
    return this.#text.instantOf({ ...UNSTAMPED, ...civil, shape: this.#textShape });
  }
}
