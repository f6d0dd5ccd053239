import { KERNEL_BYTES } from './kernel/kernel-memory.ts';
import type { ScanKernel } from './kernel/scan-kernel.ts';

const FEED = 10;
/** Bytes that are read at once to find the end of the last line. */
const BEYOND = 1 << 14;

/** Whole lines in the bytes of a kernel. */
export interface Chunk {
  /** Where they end in `kernel.bytes`; they begin at 0. */
  readonly end: number;
  /** Offset in the log (of its text, where it is compressed) of the first byte. */
  readonly base: number;
  /** True if the last line goes on, too long to be held: its rest is passed over. */
  readonly cut: boolean;
}

/** What part of a log a feed takes: the lines that start at `from` or behind it and before `to`. */
export interface FeedRange {
  readonly from: number;
  readonly to: number;
  /** False where `from` may be within a line; the first whole line is then the first one that counts. */
  readonly aligned: boolean;
}

/**
 * Cuts a stream of bytes into chunks of whole lines, in the memory of a kernel. The memory does not grow with the
 * lines: of a line that does not fit, the beginning is handed over and the rest passed.
 */
export class LineFeed {
  readonly #kernel: ScanKernel;
  readonly #range: FeedRange;
  readonly #take: (chunk: Chunk) => void;
  #have = 0;
  #base: number;
  #skipping: boolean;
  #done = false;

  /** Bytes have to come from `start` on: one byte before a range that is not aligned, so that its line break is seen. */
  constructor(kernel: ScanKernel, range: FeedRange, take: (chunk: Chunk) => void) {
    this.#kernel = kernel;
    this.#range = range;
    this.#take = take;
    this.#skipping = !range.aligned && range.from > 0;
    this.#base = this.#skipping ? range.from - 1 : range.from;
  }

  /** Where the first byte has to come from. */
  get start(): number {
    return this.#base + this.#have;
  }

  /** Where the lines that were handed over end. */
  get end(): number {
    return this.#base;
  }

  /** True when all lines of the range were handed over. */
  get done(): boolean {
    return this.#done;
  }

  /** The room for the next bytes; tell `filled` how many there were. */
  room(): Uint8Array<ArrayBuffer> {
    // Little is read beyond the range: the next one begins there.
    const wanted = Math.max(0, this.#range.to - this.start) + BEYOND;
    const most = Math.min(KERNEL_BYTES, this.#have + Math.min(wanted, KERNEL_BYTES / 2));
    return this.#kernel.bytes.subarray(this.#have, most);
  }

  /** Takes the bytes that were put into the room. */
  filled(count: number): void {
    this.#have += count;
    if (this.#skipping) this.#skip();
    if (!this.#skipping && this.#have > 0) this.#handOver(this.#wholeLines());
  }

  /** The stream is at its end: what is left is a line, too. */
  finish(): void {
    if (!this.#done && !this.#skipping && this.#have > 0) this.#handOver(this.#have);
    this.#done = true;
  }

  #skip(): void {
    const found = this.#kernel.bytes.subarray(0, this.#have).indexOf(FEED);
    this.#skipping = found === -1;
    this.#drop(found === -1 ? this.#have : found + 1);
    if (this.#base >= this.#range.to) this.#done = true;
  }

  #wholeLines(): number {
    const { bytes } = this.#kernel;
    const last = bytes.subarray(0, this.#have).lastIndexOf(FEED);
    if (last !== -1) return last + 1;
    return this.#have > KERNEL_BYTES / 2 ? this.#have : 0;
  }

  #handOver(end: number): void {
    if (end === 0 || this.#done) return;
    const { bytes } = this.#kernel;
    const cut = bytes[end - 1] !== FEED && end === this.#have && end > KERNEL_BYTES / 2;
    const stop = this.#within(end);
    if (stop > 0) this.#take({ end: stop, base: this.#base, cut: cut && stop === end });
    this.#done = this.#base + stop >= this.#range.to || stop < end;
    this.#skipping = cut && !this.#done;
    this.#drop(stop);
  }

  /** The end of the last line that starts within the range. */
  #within(end: number): number {
    const beyond = this.#range.to - this.#base;
    if (beyond <= 0 || beyond >= end) return Math.max(0, Math.min(beyond, end));
    const last = this.#kernel.bytes.subarray(0, end).indexOf(FEED, Math.max(0, beyond - 1));
    return last === -1 ? end : last + 1;
  }

  #drop(count: number): void {
    this.#kernel.bytes.copyWithin(0, count, this.#have);
    this.#have -= count;
    this.#base += count;
  }
}
