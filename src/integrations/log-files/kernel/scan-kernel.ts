import type { MinuteShape } from '#core/evidence/logs';

/** What a kernel looks for in the lines of one file. */
export interface ScanTask {
  /** Where the minute of a line stands; null where it has to be read line by line. */
  readonly minutes: MinuteShape | null;
  /** Words that mark a line, lower-case ASCII of three bytes or more, found in any case. */
  readonly words: readonly string[];
  /** True where a word may also be a part of another one. */
  readonly inside: boolean;
}

/**
 * Walks over the bytes of log lines that were read into `bytes`. Calls take the range of whole lines to look at; `from`
 * is the start of a line. Results stand in `out`, as offsets in `bytes`; a call that runs out of room tells in `next`
 * where to go on.
 */
export interface ScanKernel {
  /** Room for log bytes, with {@link KERNEL_PADDING} behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly out: Uint32Array;
  /** Where the next call goes on; the `end` of the last one when it was done. */
  readonly next: number;
  /** Line breaks that the last call of `turns` passed. */
  readonly lines: number;
  /** Begins with another file. */
  begin(task: ScanTask): void;
  /** Forgets the line before. */
  restart(): void;
  /** Starts of lines whose minute is not that of the line before, or that have no stamp of the shape. */
  turns(from: number, end: number): number;
  /** Pairs of start and end of the lines that words mark; a few more may be among them. */
  marked(from: number, end: number): number;
  /** The first line break at or behind `at`, or `end`. */
  lineEnd(at: number, end: number): number;
}

/** Bytes of each word that are compared. */
export const WORD_BYTES = 4;
/** How far into a line an anchor is looked for, in bytes. */
export const FARTHEST_ANCHOR = 256;
