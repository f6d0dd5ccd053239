import {
  briefRecord,
  FAILED_STATUS,
  HourClock,
  type LineClock,
  type LineRecord,
  minedMessage,
  NOTABLE_WORDS,
  stampPlace,
  restOf,
} from '#core/evidence/logs';

import type { Block } from './block-map.ts';
import { LINE, RECORD_ENTRIES, type ScanKernel, type ScanTask } from './kernel/scan-kernel.ts';
import type { Chunk } from './line-feed.ts';
import type { ScanWish } from './log-plan.ts';
import { decode } from './plan-clock.ts';
import { type LineBytes, RecordHeads } from './record-heads.ts';
import { RecordKinds } from './record-kinds.ts';
import type { RecordSink } from './record-sink.ts';
import { BlockSpan } from './survey-chunk.ts';

/** Bytes of further lines that are kept of a record, and of a line. */
const MOST_DETAILS = 1 << 14;
const MOST_RAW = 4000;

/** A record whose further lines may still come. */
interface OpenRecord {
  readonly record: LineRecord;
  readonly at: number;
  readonly offset: number;
  /** Where its first line stands in the chunk. */
  readonly start: number;
  readonly end: number;
  /** The same as text; made when it is asked for, or when the chunk goes. */
  line: string | null;
  details: string;
}

/** What a kernel has to look for, so that no notable record of a log with this clock is missed. */
export function scanTask({ minutes, levels, calm }: LineClock, { notable }: ScanWish): ScanTask {
  if (!notable || levels === 'any') return { minutes, marks: 'all', words: [], calm: [] };
  return levels === 'statuses'
    ? { minutes, marks: 'words inside', words: FAILED_STATUS, calm: [] }
    : { minutes, marks: 'words', words: NOTABLE_WORDS, calm };
}

/** The number of kinds of records that are not wanted. */
const UNWANTED = -1;

/**
 * Finds the records of one stretch of a log, chunk by chunk. Where the layout has a level word, only lines with such a
 * word and lines that do not look like the others are read; where it has none, every line is. Lines that differ from an
 * earlier one in numbers only are not read again, see {@link RecordKinds}.
 */
export class RecordCollector {
  readonly #kernel: ScanKernel;
  readonly #clock: LineClock;
  readonly #hours: HourClock;
  readonly #hasHours: boolean;
  readonly #wish: ScanWish;
  readonly #sink: RecordSink;
  readonly #kinds: RecordKinds;
  readonly #heads: RecordHeads;
  #open: OpenRecord | null = null;
  #chunk: Chunk = { end: 0, base: 0, cut: false };
  /** Up to where lines of the chunk belong to a record that was read. */
  #resumed = 0;
  /** The instant at which the minute of the lines in hand begins; NaN where a comparison of bytes does not tell it. */
  #minute = Number.NaN;

  constructor(kernel: ScanKernel, clock: LineClock, made: { readonly wish: ScanWish; readonly sink: RecordSink }) {
    this.#kernel = kernel;
    this.#clock = clock;
    this.#hours = new HourClock(clock);
    this.#hasHours = (clock.minutes?.minuteAt ?? -1) !== -1;
    this.#wish = made.wish;
    this.#sink = made.sink;
    this.#kinds = new RecordKinds(kernel, clock);
    this.#heads = new RecordHeads(clock);
  }

  /** Reads a chunk and tells what a survey of it would tell. */
  take(chunk: Chunk): Block {
    const span = new BlockSpan(this.#clock);
    this.#chunk = chunk;
    this.#resumed = this.#open === null ? 0 : this.#extend(0);
    let lines = 0;
    this.#kernel.restart();
    for (let from = 0; from < chunk.end; from = this.#kernel.next) {
      this.#kinds.renew();
      const count = this.#kernel.records(from, chunk.end);
      lines += this.#kernel.lines;
      for (let entry = 0; entry < count * RECORD_ENTRIES; entry += RECORD_ENTRIES) {
        this.#line(entry, span);
      }
    }
    if (this.#open !== null) this.#lineOf(this.#open);
    return span.block(chunk, lines);
  }

  /** Offset of the record that the next chunk may go on with; null where there is none. */
  get openOffset(): number | null {
    return this.#open?.offset ?? null;
  }

  /** Reads the lines behind the stretch that belong to its last record, where that is still open. */
  takeFurther(chunk: Chunk): void {
    this.#chunk = chunk;
    if (this.#open !== null) this.#extend(0);
  }

  /** No further line of the stretch comes. */
  finish(): void {
    this.#close();
  }

  /** Takes what the kernel tells of a line. */
  #line(entry: number, span: BlockSpan): void {
    const { out } = this.#kernel;
    const start = out[entry]!;
    const end = out[entry + 1]!;
    const bits = out[entry + 2]!;
    const kind = out[entry + 3]! | 0;
    const shaped = (bits & LINE.shaped) !== 0;
    const at = shaped && (bits & LINE.turn) === 0 ? this.#timeOf(start, end) : this.#turn(start, end, shaped);
    if (!shaped || (bits & LINE.turn) !== 0) span.add(at);
    if (start < this.#resumed || (shaped && (bits & LINE.marked) === 0)) return;
    const { from, to } = this.#wish.window;
    if (!(at >= from && at <= to)) return;
    this.#close();
    const closed = (bits & LINE.closed) !== 0;
    // Only of a line whose time is written like that of the others it is known where the message begins.
    const usual = closed && shaped && !Number.isNaN(this.#minute);
    if (usual && kind >= 0) this.#again(kind, at, entry);
    else if (usual) this.#readClosed(at, { bytes: this.#kernel.bytes, start, end });
    else this.#readOpen(at, { bytes: this.#kernel.bytes, start, end });
  }

  /** The time of a line that is not of the minute of the lines before, which it begins. */
  #turn(start: number, end: number, shaped: boolean): number {
    const told = this.#hours.told(this.#kernel.bytes, start, end);
    const at = Number.isNaN(told) ? this.#clock.at(this.#kernel.bytes, start, end) : told;
    if (shaped) this.#minute = Number.isNaN(told) && this.#hasHours ? Number.NaN : at - this.#restOf(start);
    return at;
  }

  #timeOf(start: number, end: number): number {
    const at = this.#minute + this.#restOf(start);
    return Number.isNaN(at) ? this.#clock.at(this.#kernel.bytes, start, end) : at;
  }

  #restOf(start: number): number {
    const { minutes } = this.#clock;
    const { bytes } = this.#kernel;
    return minutes === null ? Number.NaN : restOf(minutes, bytes, stampPlace(minutes, bytes, start));
  }

  /** Counts a record that is told like an earlier one. */
  #again(kind: number, at: number, entry: number): void {
    const number = this.#kinds.of(kind);
    const { out, bytes } = this.#kernel;
    const start = out[entry]!;
    if (number !== UNWANTED) this.#count(number, at, { bytes, start, end: out[entry + 1]! });
  }

  #count(number: number, at: number, { bytes, start, end }: LineBytes): void {
    if (!this.#sink.again(number, at, this.#chunk.base + start)) return;
    const record = this.#clock.read(bytes, start, end);
    if (record === null) return;
    this.#sink.keep(number, this.#textOf(start, end), briefRecord(record, undefined).text);
  }

  /** Reads a record that is complete with its line. */
  #readClosed(at: number, line: LineBytes): void {
    const { bytes, start, end } = line;
    const rests = this.#kinds.rests;
    const written = withoutReturn(line);
    const head = rests ? this.#heads.find(written) : null;
    if (head !== null) {
      if (this.#wish.notable && !head.notable) return;
      const message = { bytes, start: start + head.length, end: written.end };
      this.#count(this.#sink.numberOf(message, head), at, line);
      return;
    }
    const record = this.#clock.read(bytes, start, end);
    if (record === null) return;
    this.#open = { record, at, offset: this.#chunk.base + start, start, end, line: null, details: '' };
    const number = this.#close();
    if (rests) this.#heads.learn(written, record);
    else this.#kinds.keep({ record, start, end }, number);
  }

  /** Reads the record that begins with a line, and its further lines. */
  #readOpen(at: number, { bytes, start, end }: LineBytes): void {
    const record = this.#clock.read(bytes, start, end);
    if (record === null) return;
    this.#open = { record, at, offset: this.#chunk.base + start, start, end, line: null, details: '' };
    this.#resumed = this.#extend(end + 1);
  }

  /** Adds lines without a time to the open record; at the end of the chunk it stays open. */
  #extend(from: number): number {
    const { bytes } = this.#kernel;
    const { end: stop } = this.#chunk;
    let start = from;
    while (start < stop) {
      const end = this.#kernel.lineEnd(start, stop);
      if (!Number.isNaN(this.#clock.at(bytes, start, end))) {
        this.#close();
        return start;
      }
      const open = this.#open!;
      if (open.details.length < MOST_DETAILS)
        open.details += `${decode(bytes, start, Math.min(end, start + MOST_RAW))}\n`;
      start = end + 1;
    }
    return start;
  }

  #lineOf(open: OpenRecord): string {
    open.line ??= this.#textOf(open.start, open.end);
    return open.line;
  }

  #textOf(start: number, end: number): string {
    return decode(this.#kernel.bytes, start, Math.min(end, start + MOST_RAW));
  }

  /** Hands the open record over; gives the number that stands for its kind. */
  #close(): number {
    const open = this.#open;
    if (open === null) return UNWANTED;
    this.#open = null;
    const details = open.details === '' ? undefined : open.details;
    const { text, level, notable } = briefRecord(open.record, details);
    if (this.#wish.notable && !notable) return UNWANTED;
    const raw = (): string => {
      const line = this.#lineOf(open);
      return details === undefined ? line : `${line}\n${details.trimEnd()}`.slice(0, MOST_RAW);
    };
    const mined = details === undefined ? text : minedMessage(text, details);
    return this.#sink.take({ text, mined, level, at: open.at, service: open.record.service, offset: open.offset, raw });
  }
}

/** A line without the carriage return of Windows. */
function withoutReturn({ bytes, start, end }: LineBytes): LineBytes {
  return { bytes, start, end: end > start && bytes[end - 1] === 13 ? end - 1 : end };
}
