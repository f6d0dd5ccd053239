import type { LineHead } from './line-head.ts';
import { WRITERS, type WriterShape } from './writers.data.ts';

/** Who wrote a line, as it stands before the message. */
interface LineWriter {
  readonly service: string | null;
  readonly logger: string | null;
  /** Where the message begins. */
  readonly messageAt: number;
  /** True where nothing behind it is head, so that a level found there belongs to the message. */
  readonly tellsAll: boolean;
}

const COMPILED = WRITERS.map((writer) => ({ ...writer, regex: new RegExp(writer.shape, 'y') }));

/** Reads who wrote a line from behind its time or its level, in one of the shapes of {@link WRITERS}. */
export function writerOf(
  line: string,
  { head, stampEnd }: { readonly head: LineHead; readonly stampEnd: number },
): LineWriter {
  for (const { regex, behind } of COMPILED) {
    const from = startOf(behind, head, stampEnd);
    if (from === null) continue;
    regex.lastIndex = from;
    const groups = regex.exec(line)?.groups;
    if (groups === undefined) continue;
    const { service = null, logger = null } = groups;
    return { service, logger, messageAt: regex.lastIndex, tellsAll: behind === 'time' };
  }
  return { service: null, logger: null, messageAt: head.messageAt, tellsAll: false };
}

function startOf(behind: WriterShape['behind'], head: LineHead, stampEnd: number): number | null {
  if (behind === 'time') return stampEnd;
  const wanted = behind === 'level' ? head.level !== null && head.logger === null : head.level === null;
  return wanted ? head.messageAt : null;
}
