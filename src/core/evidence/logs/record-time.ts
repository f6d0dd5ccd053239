import { timeFromEpoch, type WrittenTime } from '#core/time';

import { placeAt, type TextIndex } from '../source-text.ts';
import type { LineRecord } from './line-record.ts';
import { type LogClock, unresolved } from './log-clock.ts';
import type { LogFindings } from './log-findings.ts';
import { type Stamp, stampAt } from './stamp.ts';

/** Everything that reading one log needs. */
export interface LogReading {
  readonly index: TextIndex;
  readonly format: string;
  readonly clock: LogClock;
  readonly findings: LogFindings;
  /** Service that the file name names, for records that name none. */
  readonly fileService: string | null;
}

/** The time of a record that begins at `start`; what keeps it from resolving is counted among the findings. */
export function recordTime(reading: LogReading, record: LineRecord, start: number): WrittenTime {
  const { epochMs, written } = record;
  if (epochMs !== null) return timeFromEpoch(epochMs, written);
  const stamp = record.stamp ?? wholeStamp(written);
  if (stamp === null) {
    reading.findings.tally('unreadable', placeAt(reading.index, start), written);
    return unresolved(written);
  }
  const { at, trouble } = reading.clock.resolve(stamp, written);
  if (trouble !== null) reading.findings.tally(trouble, placeAt(reading.index, start), written);
  return at;
}

/** The stamp that a time field holds, if it holds nothing else. */
function wholeStamp(written: string): Stamp | null {
  const stamp = stampAt(written, 0, null);
  return stamp !== null && stamp.end >= written.trimEnd().length ? stamp : null;
}
