import { resolveTime, resolveTimes, type TimeContext, type WrittenTime } from '#core/time';
import type { Remark } from '../facts/fact-collector.ts';
import type { ReadContext } from '../types.ts';
import type { TranscriptMessage } from './transcript-line.ts';

/** A line that has no more than this is looked at as a separator of days. */
const LONGEST_SEPARATOR = 60;

/** The day a separator line names (`Monday, January 15th`, `--- Day changed Mon Jan 15 2024`), as `2024-01-15`; the day before completes one without a year. */
export function dayOf(line: string, context: ReadContext, before: string | undefined): string | undefined {
  if (line.length > LONGEST_SEPARATOR || !/\d/u.test(line)) return undefined;
  const bare = line
    .replaceAll(/^[\s\-–—=*_#]+|[\s\-–—=*_#:]+$/gu, '')
    .replace(/^(?:day changed(?: to)?|log (?:opened|closed)|today is)\s+/iu, '')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/u, '');
  const time = resolveTime(bare, { ...surroundings(context), ...(before === undefined ? {} : { day: before }) });
  return time.precision === 'day' && time.instant !== null ? time.instant.slice(0, 10) : undefined;
}

/**
 * Times of the messages. A clock without a day takes the day of the separator above it, then the day of the message
 * before it, then the incident window's; clocks that pass midnight go to the next day.
 */
export function transcriptTimes(
  messages: readonly TranscriptMessage[],
  context: ReadContext,
): { readonly times: readonly WrittenTime[]; readonly remarks: readonly Remark[] } {
  const times: WrittenTime[] = [];
  for (const run of runsByDay(messages)) {
    const written = run.map(({ head }) => head.time.replace(',', '').replace('\u202F', ' '));
    const day = run[0]?.day ?? firstDay(written[0] ?? '', context);
    const resolved = resolveTimes(written, { ...surroundings(context), ...(day === undefined ? {} : { day }) });
    times.push(...resolved.map((time, at) => ({ ...time, written: run[at]?.head.time ?? time.written })));
  }
  return { times, remarks: remarksOn(times) };
}

function runsByDay(messages: readonly TranscriptMessage[]): TranscriptMessage[][] {
  const runs: TranscriptMessage[][] = [];
  for (const message of messages) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.day === message.day) run.push(message);
    else runs.push([message]);
  }
  return runs;
}

/** The first day of the window on which the first message is not before the window. */
function firstDay(written: string, context: ReadContext): string | undefined {
  const { window } = context;
  if (window === undefined) return undefined;
  const day = window.from.slice(0, 10);
  const first = resolveTime(written, { ...surroundings(context), day }).instant;
  return first !== null && first < window.from ? window.to.slice(0, 10) : day;
}

function surroundings({ zone, window }: ReadContext): TimeContext {
  return {
    zone: zone ?? 'UTC',
    zoneStated: false,
    dateOrder: 'unknown',
    ...(window === undefined ? {} : { year: Number(window.from.slice(0, 4)) }),
  };
}

function remarksOn(times: readonly WrittenTime[]): readonly Remark[] {
  const unresolved = times.filter(({ instant }) => instant === null);
  const assumed = times.find(({ instant, zoneStated }) => instant !== null && !zoneStated);
  const remarks: Remark[] = [];
  if (unresolved.length > 0) {
    remarks.push({
      code: 'chat-day-missing',
      message: `${unresolved.length} of ${times.length} messages have a time without a day, as “${unresolved[0]?.written ?? ''}”.`,
      help: 'Give the incident window (--from and --to), or put a line with the date above the messages.',
    });
  }
  if (assumed !== undefined) {
    remarks.push({
      code: 'chat-zone-assumed',
      severity: 'info',
      message: `The times of this chat state no zone; ${assumed.zone ?? 'UTC'} was assumed.`,
      help: 'Give the zone of whoever copied the chat with --zone.',
    });
  }
  return remarks;
}
