import type { MinuteShape } from '#core/evidence/logs';

/** What a kernel looks for in the lines of one file. */
export interface ScanTask {
  /** Where the minute of a line stands; null where it has to be read line by line. */
  readonly minutes: MinuteShape | null;
  /** Which lines are marked: all of them, those with one of the words, or with one also within another word. */
  readonly marks: 'all' | 'words' | 'words inside';
  /** Words that mark a line, lower-case ASCII of three bytes or more, found in any case. */
  readonly words: readonly string[];
  /**
   * What follows the stamp of lines that are not marked whatever words they have, unless they have a `{` or a `=`: at
   * most {@link MOST_CALM}, each of at most {@link CALM_BYTES} ASCII characters.
   */
  readonly calm: readonly string[];
}

/** What `records` tells of a line, as bits. */
export const LINE = {
  /** It has a stamp of the shape. */
  shaped: 1,
  /** Its minute is not that of the line before. */
  turn: 2,
  /** It has to be read. */
  marked: 4,
  /** The next line has a stamp of the shape, so that the record of this one is complete. */
  closed: 8,
} as const;

/** Entries of `out` for each line that `records` tells: start, end, bits of {@link LINE}, kind (−1 where unknown). */
export const RECORD_ENTRIES = 4;

/**
 * Walks over the bytes of log lines that were read into `bytes`. Calls take the range of whole lines to look at; `from`
 * is the start of a line. Results stand in `out`, as offsets in `bytes`; a call that runs out of room tells in `next`
 * where to go on.
 *
 * Kinds are the lines of one file that are equal but for their digits (those of a status behind `" ` excepted). A kernel
 * knows the kinds that it was taught and forgets them with the next file.
 */
export interface ScanKernel {
  /** Room for log bytes, with {@link KERNEL_PADDING} behind it. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly out: Uint32Array;
  /** Where the next call goes on; the `end` of the last one when it was done. */
  readonly next: number;
  /** Line breaks that the last call of `turns` or `records` passed. */
  readonly lines: number;
  /** Begins with another file. */
  begin(task: ScanTask): void;
  /** Forgets the line before. */
  restart(): void;
  /** Starts of lines whose minute is not that of the line before, or that have no stamp of the shape. */
  turns(from: number, end: number): number;
  /** {@link RECORD_ENTRIES} for each line that turns, is marked or has no stamp of the shape; tells how many lines. */
  records(from: number, end: number): number;
  /** Teaches it the kind of a line; tells the number of the kind, from 0 on, or −1 where it can have none. */
  learn(start: number, end: number): number;
  /** Forgets all kinds. */
  forget(): void;
  /** The first line break at or behind `at`, or `end`. */
  lineEnd(at: number, end: number): number;
}

/** Bytes of each word that are compared. */
export const WORD_BYTES = 4;
/** How far into a line an anchor is looked for, in bytes. */
export const FARTHEST_ANCHOR = 256;
/** Bytes of a calm head, and how many heads there are at most. */
export const CALM_BYTES = 16;
export const MOST_CALM = 8;
/** Length of the lines that have a kind, in bytes. */
const SHORTEST_KEY = 16;
export const LONGEST_KEY = 1024;

/** Whether a line can have a kind: it is neither so short that it says nothing, nor longer than what a pattern is made of. */
export function hasKind({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return end - start >= SHORTEST_KEY && end - start <= LONGEST_KEY;
}
