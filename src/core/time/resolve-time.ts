import { placeTime, unresolved } from './place-time.ts';
import type { Moment } from './scan-moment.ts';
import { scanTime, type TimeReading } from './scan-time.ts';
import { CONNECTORS, DASHES, WAVES } from './time-words.data.ts';
import { timeFromEpoch } from './time-from-epoch.ts';
import type { TimeContext, WrittenTime } from './written-time.ts';

const OPENING = new RegExp(`^(?:\\s|[*_\x60[(<"'|>]|(?:${CONNECTORS.join('|')})\\s+)*`, 'iu');
/** Besides brackets and signs, the same time once more for another zone: `08:15 UTC (09:15 CET)`. */
const CLOSING = new RegExp(
  String.raw`^(?:\s*\([^()\d]*\d{1,2}:\d\d[^()]*\))?(?:[\s*_\x60\])>"'|:.,;]|\s?[${DASHES}${WAVES}]\s*$)*$`,
  'u',
);
/** A remark on a time that has its own day; behind a clock time alone it may name another day, and digits another time. */
const REMARK = /^\s*[(（][^()（）\d]{1,80}[)）]/u;
const REMARK_ON_DAY = /^\s*[(（][^()（）]{1,80}[)）]/u;
const EPOCH = /^(?:\d{10}(?:\.\d{1,9})?|\d{13})$/u;

/** Longer texts are prose: no written time needs more, and scanning must stay cheap on anything. */
const LONGEST = 200;

/**
 * What a person or a program wrote as a time, as an instant: a pure function of the text and its surroundings that
 * never throws and keeps `written` verbatim.
 *
 * Reads ISO 8601 and RFC 2822, git's and web servers' dates, `12:05`, `12:05:30.123`, `12.05`, `11h13`, `1205Z`,
 * `8:15 AM`, `8:15a`, `8am`, `noon`, `14 Uhr`, ranges (`12:05–12:20`, `12:05 〜 12:20`, `between 3 and 4pm`; the far end
 * is `until`), approximate times (`~14:10`, `around noon`, `March 4, ca. 14:10`, `15:00ish UTC`, `22:50頃`), partly
 * unknown ones (`14:??` is the hour from 14:00:00 to 14:59:59), days with digits or month names in several languages, ten or thirteen digits as epoch seconds or
 * milliseconds, and zones as {@link zoneId} does. Brackets and Markdown emphasis around it do not matter.
 *
 * - A clock time needs a day, from the text or `context.day`; a day without a year takes `context.year`, or is the
 *   one nearest to `context.day`; a day of the week is the first such day from `context.day` on.
 * - `04/05/2021` takes `context.dateOrder`, unless a number above 12 tells the order.
 * - `12:43 (UTC 03:43)` says one moment twice: without a zone of its own the first clock is read in the context's zone
 *   if both agree in that, and else with the offset between the two (`zone` is `+09:00`), on the day of the first clock.
 * - Without zone in text or context it is UTC, with `zoneStated` false.
 * - Where clocks were put back and the reading came twice, `instant` is the first and `until` the second; a reading
 *   that was skipped counts with the offset before the change.
 * - What does not resolve has a null `instant` and `zone`; its precision is as written (`minute` for `12:05` without
 *   a day), and `unknown` for impossible values (`25:00`, 30 February) and for text that is no time.
 */
export function resolveTime(written: string, context: TimeContext = {}): WrittenTime {
  const text = written.trim();
  if (EPOCH.test(text)) return timeFromEpoch(Number(text) * (text.length === 13 ? 1 : 1000), written);
  const reading = readWhole(written, context);
  return reading === null ? unresolved(written) : placeTime(written, reading, context);
}

/** The reading of a text that is a time and nothing else. */
export function readWhole(text: string, context: TimeContext): TimeReading | null {
  if (text.length > LONGEST) return null;
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const scanned = scanTime(text, start, context.dateOrder);
  if (scanned === null) return null;
  return CLOSING.test(withoutRemark(text.slice(scanned.end), scanned.value.start)) ? scanned.value : null;
}

function withoutRemark(rest: string, { day, clock }: Moment): string {
  if (day === null) return rest;
  return rest.replace(clock === null ? REMARK_ON_DAY : REMARK, '');
}
