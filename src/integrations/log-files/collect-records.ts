import {
  briefRecord,
  FAILED_STATUS,
  type LineClock,
  type LineRecord,
  minedMessage,
  NOTABLE_WORDS,
} from '#core/evidence/logs';

import type { Block } from './block-map.ts';
import type { ScanKernel, ScanTask } from './kernel/scan-kernel.ts';
import type { Chunk } from './line-feed.ts';
import type { ScanWish } from './log-plan.ts';
import { decode } from './plan-clock.ts';
import type { RecordSink } from './record-sink.ts';
import { surveyChunk } from './survey-chunk.ts';

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
export function scanTask(clock: LineClock, { notable }: ScanWish): ScanTask {
  const { minutes, levels } = clock;
  if (!notable || levels === 'any') return { minutes, words: [], inside: false };
  return levels === 'statuses'
    ? { minutes, words: FAILED_STATUS, inside: true }
    : { minutes, words: NOTABLE_WORDS, inside: false };
}

/**
 * Finds the records of one stretch of a log, chunk by chunk. Where the layout has a level word, only lines with such a
 * word and lines that do not look like the others are read; where it has none, every line is.
 */
export class RecordCollector {
  readonly #kernel: ScanKernel;
  readonly #clock: LineClock;
  readonly #wish: ScanWish;
  readonly #sink: RecordSink;
  readonly #everyLine: boolean;
  #open: OpenRecord | null = null;
  /** Lines of the chunk that have to be read, as starts in order. */
  #marked = new Uint32Array(1024);
  #count = 0;

  constructor(kernel: ScanKernel, clock: LineClock, made: { readonly wish: ScanWish; readonly sink: RecordSink }) {
    this.#kernel = kernel;
    this.#clock = clock;
    this.#wish = made.wish;
    this.#sink = made.sink;
    this.#everyLine = scanTask(clock, made.wish).words.length === 0;
  }

  /** Reads a chunk and tells what a survey of it would tell. */
  take(chunk: Chunk): Block {
    const block = this.#take(chunk);
    if (this.#open !== null) this.#lineOf(this.#open);
    return block;
  }

  #take(chunk: Chunk): Block {
    const resumed = this.#goOn(chunk);
    this.#count = 0;
    if (this.#everyLine) {
      const block = surveyChunk(this.#kernel, this.#clock, { chunk });
      this.#readAll(resumed, chunk);
      return block;
    }
    const odd: number[] = [];
    const block = surveyChunk(this.#kernel, this.#clock, { chunk, seen: (start) => odd.push(start) });
    this.#mark(chunk, odd);
    for (let index = 0; index < this.#count; index += 1) {
      const start = this.#marked[index]!;
      if (start >= resumed) this.#read(start, chunk);
    }
    return block;
  }

  /** Offset of the record that the next chunk may go on with; null where there is none. */
  get openOffset(): number | null {
    return this.#open?.offset ?? null;
  }

  /** No further line of the stretch comes. */
  finish(): void {
    this.#close();
  }

  #readAll(from: number, chunk: Chunk): void {
    for (let start = from; start < chunk.end;) start = this.#read(start, chunk);
  }

  /** Lines with a word and lines of another kind, merged in order, each once. */
  #mark({ end }: Chunk, odd: readonly number[]): void {
    const { out } = this.#kernel;
    let next = 0;
    for (let from = 0; from < end; from = this.#kernel.next) {
      const count = this.#kernel.marked(from, end);
      for (let index = 0; index < count; index += 1) {
        const start = out[index * 2]!;
        while (next < odd.length && odd[next]! < start) this.#push(odd[next++]!);
        if (odd[next] === start) next += 1;
        this.#push(start);
      }
    }
    while (next < odd.length) this.#push(odd[next++]!);
  }

  #push(start: number): void {
    if (this.#count === this.#marked.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#marked);
      this.#marked = wider;
    }
    this.#marked[this.#count++] = start;
  }

  /** Reads the line at `start`; where a record of the window begins there, its further lines, too. Returns what follows. */
  #read(start: number, chunk: Chunk): number {
    const { bytes } = this.#kernel;
    const end = this.#kernel.lineEnd(start, chunk.end);
    const at = this.#clock.at(bytes, start, end);
    const { from, to } = this.#wish.window;
    if (!(at >= from && at <= to)) return end + 1;
    this.#close();
    const record = this.#clock.read(bytes, start, end);
    if (record === null) return end + 1;
    this.#open = { record, at, offset: chunk.base + start, start, end, line: null, details: '' };
    return this.#extend(end + 1, chunk);
  }

  /** Adds lines without a time to the open record; at the end of the chunk it stays open. */
  #extend(from: number, chunk: Chunk): number {
    const { bytes } = this.#kernel;
    let start = from;
    while (start < chunk.end) {
      const end = this.#kernel.lineEnd(start, chunk.end);
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
    const { start, end } = open;
    open.line ??= decode(this.#kernel.bytes, start, Math.min(end, start + MOST_RAW));
    return open.line;
  }

  #goOn(chunk: Chunk): number {
    return this.#open === null ? 0 : this.#extend(0, chunk);
  }

  #close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const details = open.details === '' ? undefined : open.details;
    const { text, level, notable } = briefRecord(open.record, details);
    if (this.#wish.notable && !notable) return;
    const raw = (): string => {
      const line = this.#lineOf(open);
      return details === undefined ? line : `${line}\n${details.trimEnd()}`.slice(0, MOST_RAW);
    };
    const mined = details === undefined ? text : minedMessage(text, details);
    this.#sink({ text, mined, level, at: open.at, service: open.record.service, offset: open.offset, raw });
  }
}
