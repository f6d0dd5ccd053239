import { matchAt } from './match-at.ts';
import { placeTime, unresolved } from './place-time.ts';
import { scanTime, type TimeReading } from './scan-time.ts';
import { CONNECTORS, DASHES, UNSPACED, WAVES } from './time-words.data.ts';
import type { TimeContext, WrittenTime } from './written-time.ts';

/** A time inside a text: `written` is `text.slice(start, end)`. */
export interface FoundTime {
  readonly time: WrittenTime;
  readonly start: number;
  readonly end: number;
}

/** List markers, task boxes, quotes, headings, table bars, emphasis, brackets. */
const MARKERS = /(?:\s|[-*+•|>]\s|#{1,6}\s|\[[ xX]\]\s|\*{1,3}|_{1,3}|[[(<`|"'«‹])*/uy;
const NUMBER_MARKER = /\d{1,3}[.)]\s+/uy;
const CONNECTOR = new RegExp(`(?:${CONNECTORS.join('|')})\\s+`, 'iuy');
const RELATIVE =
  /T ?(?:[+\-−] ?\d+(?::\d\d){1,2}|[+\-−] ?(?:\d+ ?(?:d|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?) ?)+|[+\-−]?0)(?![\p{L}\d]|:\d)/uy;
const BEHIND = new RegExp(
  String.raw`(?![${UNSPACED}])[\p{L}\d%]|[.,:/]\d|\s(?:min(?:ute)?s?|h(?:ou)?rs?|sec(?:ond)?s?)(?![\p{L}\d])`,
  'uy',
);
const SEPARATED = new RegExp(`\\s*(?:[*_\x60\\])>]{1,4}\\s*)?(?:$|[${DASHES}${WAVES}:|\\])>]|\\t)`, 'uy');

/**
 * The time written at the start of a text, as timeline lists have it: `**12:05** - text`, `- [12:05] text`,
 * `2021-03-04 12:05 UTC – text`, `12:05-12:20: text`, `~14:10 text`; null if the text starts with anything else.
 * Markers of lists, headings and emphasis and words like "at" in front are skipped. The time is what
 * {@link resolveTime} makes of the same characters. Placeholders (`HH:MM`, `2X:XX`, `???`), impossible readings
 * (`25:00`) and relative ones (`T+5m`) are found, too, and do not resolve. What may as well be something else (`1205`, `3/4`, a day of
 * the week) counts only where a separator, a zone or a clock time makes it clear.
 */
export function findTime(text: string, context: TimeContext = {}): FoundTime | null {
  const head = text.slice(0, 400);
  const start = matchAt(MARKERS, head, 0)?.[0].length ?? 0;
  const found = findAt(head, start, context);
  if (found !== null) return found;
  const number = matchAt(NUMBER_MARKER, head, start);
  if (number === null) return null;
  const behind = start + number[0].length;
  return findAt(head, behind + (matchAt(MARKERS, head, behind)?.[0].length ?? 0), context);
}

function findAt(text: string, at: number, context: TimeContext): FoundTime | null {
  const relative = matchAt(RELATIVE, text, at);
  if (relative !== null) {
    const written = relative[0].trimEnd();
    return { time: unresolved(written), start: at, end: at + written.length };
  }
  const start = at + (matchAt(CONNECTOR, text, at)?.[0].length ?? 0);
  const scanned = scanTime(text, start, context.dateOrder);
  if (scanned === null || !isClear(scanned.value, text, scanned.end)) return null;
  const written = text.slice(start, scanned.end);
  return { time: placeTime(written, scanned.value, context), start, end: scanned.end };
}

/** Whether what was read is a time and not the start of something else. */
function isClear({ start, finish, same }: TimeReading, text: string, end: number): boolean {
  if (matchAt(BEHIND, text, end) !== null) return false;
  if (start.clock === null) return start.day !== null && !start.day.weak;
  if (!start.clock.compact || start.day !== null || start.zone !== null || (finish ?? same) !== null) return true;
  return matchAt(SEPARATED, text, end) !== null;
}
