import type { BriefRecord } from '#core/evidence/logs';

import type { LineBytes, RecordHead } from './record-heads.ts';

/** A record of a log. */
interface FoundRecord extends Pick<BriefRecord, 'text' | 'level'> {
  /** What its pattern is made of: the message, with the exception and the top frames of its trace. */
  readonly mined: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly service: string | null;
  /** Byte offset of its first line in the text of the log. */
  readonly offset: number;
  /** Its lines, verbatim, cut at some thousand characters. */
  readonly raw: () => string;
}

/** Takes records as they are found. */
export interface RecordSink {
  /** Takes a record and gives a number, from 0 on, that stands for it but for its time and place. */
  take(record: FoundRecord): number;
  /** The number of a record whose head is known, by the bytes of its message; takes nothing yet. */
  numberOf(message: LineBytes, head: RecordHead): number;
  /** Takes a record like the one that `number` was given for; true if its text is wanted, then `keep` is called. */
  again(number: number, at: number, offset: number): boolean;
  keep(number: number, raw: string, text: string): void;
}
