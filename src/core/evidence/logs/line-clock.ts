import type { LogLevel } from '../types.ts';
import { ASK_TEXT } from './byte-lines.ts';
import { ByteRecords } from './byte-records.ts';
import { calmHeads } from './calm-heads.ts';
import { cleanLine } from './clean-line.ts';
import { levelOf } from './level.ts';
import type { LineRecord } from './line-record.ts';
import type { ClockNotes } from './log-clock.ts';
import type { MinuteShape } from './minute-shape.ts';
import { sampleMinutes } from './sample-minutes.ts';
import { type LogSurvey, surveyLog } from './survey-log.ts';
import { LINE_LIMIT, type LineClockContext, type StampedLine, TextClock } from './text-clock.ts';

export type { LineClockContext } from './text-clock.ts';

/** What tells the levels of a file's records, for scanners that look for words: see {@link LineClock.levels}. */
type LevelTelling = 'words' | 'statuses' | 'any';

/** Reads time and level of single lines of one file from their bytes, in any order. */
export interface LineClock {
  /** Id of the format of its commonest lines, as `plain-log` or `json-lines`. */
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
  /** Where `levels` is `words`: what follows the stamp of lines below warning, see {@link calmHeads}; often none is known. */
  readonly calm: readonly string[];
  /**
   * True if what stands before a message is read the same whatever the message is: where no layout of the file has messages
   * that are records themselves.
   */
  readonly plainHeads: boolean;
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
  const minutes = sequential ? null : sampleMinutes(stamped);
  const levels = levelsOf(stamped);
  return new BytesClock(text, {
    minutes: minutes?.minutes ?? null,
    levels,
    calm: minutes === null || levels !== 'words' ? [] : calmHeads(minutes, survey),
    plainHeads: !survey.indented && !survey.layouts.some(({ layout }) => layout.nested === true),
    layout: layoutOf(survey),
    sequential,
  });
}

function levelsOf(stamped: readonly StampedLine[]): LevelTelling {
  if (stamped.some(({ record }) => record.status !== null)) {
    return stamped.every(({ line, record }) => line.includes(`" ${record.status ?? '?'}`)) ? 'statuses' : 'any';
  }
  const leveled = stamped.filter(({ record }) => record.level !== null);
  if (leveled.length < stamped.length * 0.9) return 'any';
  return leveled.every(({ line, record }) => namesLevel(line, record.level)) ? 'words' : 'any';
}

/** Whether a word of a text is the name of a level, so that a scanner for such words finds it. */
export function namesLevel(line: string, level: LogLevel | null): boolean {
  return line.split(/[^A-Za-z]+/u).some((word) => word.length > 1 && levelOf(word) === level);
}

function layoutOf({ layouts, jsonShare, timeKeys }: LogSurvey): string {
  if (layouts[0] !== undefined) return layouts[0].layout.id;
  if (jsonShare > 0.5) return 'json-lines';
  return timeKeys.logfmt === null ? 'plain-log' : 'logfmt';
}

class BytesClock implements LineClock {
  readonly layout: string;
  readonly levels: LevelTelling;
  readonly calm: readonly string[];
  readonly plainHeads: boolean;
  readonly minutes: MinuteShape | null;
  readonly sequential: boolean;
  readonly #text: TextClock;
  readonly #records: ByteRecords;

  constructor(
    text: TextClock,
    plan: Pick<LineClock, 'layout' | 'levels' | 'calm' | 'plainHeads' | 'minutes' | 'sequential'>,
  ) {
    this.#text = text;
    this.#records = new ByteRecords(text.survey, (stamp) => text.instantOf(stamp));
    this.layout = plan.layout;
    this.levels = plan.levels;
    this.calm = plan.calm;
    this.plainHeads = plan.plainHeads;
    this.minutes = plan.minutes;
    this.sequential = plan.sequential;
  }

  get notes(): ClockNotes {
    return this.#text.clock.notes;
  }

  get zone(): string {
    return this.#text.clock.zone;
  }

  get basis(): string {
    return `${this.layout} ${this.zone} ${this.#text.completion}`;
  }

  at(bytes: Uint8Array, start: number, end: number): number {
    const told = this.#records.at(bytes, start, end);
    return told === ASK_TEXT ? this.#textAt(bytes, start, end) : told;
  }

  #textAt(bytes: Uint8Array, start: number, end: number): number {
    const record = this.read(bytes, start, end);
    return record === null ? Number.NaN : this.#text.timeOf(record);
  }

  read(bytes: Uint8Array, start: number, end: number): LineRecord | null {
    return this.#text.read(bytes, start, end);
  }
}
