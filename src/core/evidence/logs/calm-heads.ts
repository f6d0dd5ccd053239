import { levelOf } from './level.ts';
import type { SampledMinutes } from './sample-minutes.ts';
import type { LogSurvey } from './survey-log.ts';
import type { StampedLine } from './text-clock.ts';

/** Bytes of a head that scanners compare, and how many heads. */
const LONGEST = 16;
const MOST = 8;

const LEVEL_BEHIND = /^[^A-Za-z0-9]{1,4}([A-Za-z]{2,12})[^A-Za-z0-9]/u;

/**
 * What stands behind the stamp of lines below warning, as ` INFO `: where all lines of a sample have their level as the
 * first word behind the stamp. A line that begins like this is of that level, unless its message has fields of its own
 * (`{` or `=`), of which one may tell another level. Empty where levels stand elsewhere.
 */
export function calmHeads({ lines }: SampledMinutes, { layouts, indented }: LogSurvey): readonly string[] {
  if (indented || layouts.some(({ layout }) => layout.nested === true)) return [];
  const heads = lines.map((line) => ({ line, head: headOf(line) }));
  if (heads.some(({ head }) => head === null)) return [];
  const calm = heads.flatMap(({ line, head }) => (isCalm(line) && head !== null ? [head] : []));
  return [...new Set(calm)].filter((head) => head.length <= LONGEST).slice(0, MOST);
}

/** From the end of the stamp to behind the level; null where the first word is not the level of the record. */
function headOf({ line, stamp, record }: StampedLine): string | null {
  const match = stamp === null ? null : LEVEL_BEHIND.exec(line.slice(stamp.end, stamp.end + 2 * LONGEST));
  return match !== null && record.level !== null && levelOf(match[1] ?? '') === record.level ? match[0] : null;
}

function isCalm({ record: { level } }: StampedLine): boolean {
  return level === 'info' || level === 'debug' || level === 'trace';
}
