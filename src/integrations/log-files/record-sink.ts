import type { BriefRecord } from '#core/evidence/logs';

/** A record of a log. */
export interface FoundRecord extends Pick<BriefRecord, 'text' | 'level'> {
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
export type RecordSink = (record: FoundRecord) => void;
