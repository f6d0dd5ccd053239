import type { LineClockContext } from '#core/evidence/logs';

import type { Span } from './block-map.ts';

/** How the bytes of a log are packed. */
export type Packing = 'plain' | 'gzip' | 'zstd';

/** One log as it was found: everything that a thread needs to read it. Plain data. */
export interface LogPlan {
  readonly path: string;
  /** As given, for people. */
  readonly name: string;
  readonly packing: Packing;
  /** Bytes of the file when it was found; what is written to it later is not read. */
  readonly size: number;
  /** First lines, by which its layout is planned. */
  readonly sample: readonly string[];
  readonly context: Omit<LineClockContext, 'decode'>;
  /** Device and inode: the same file under another name. */
  readonly identity: string;
  /** Time of its last change as the system tells it, in nanoseconds. */
  readonly modified: string;
  /** Stands for the hash of all its bytes, which would take longer than reading it: a hash of its size and some of them. */
  readonly evidence: string;
}

/** What is wanted of all logs. */
export interface ScanWish {
  /** Instants in epoch milliseconds, infinite where open. */
  readonly window: Span;
  /** True where only records at warning or above count. */
  readonly notable: boolean;
}

/** No window. */
export const ALWAYS: Span = { from: -Infinity, to: Infinity };
