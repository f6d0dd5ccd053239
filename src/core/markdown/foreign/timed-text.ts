import { findTime, type FoundTime, type TimeContext } from '#core/time';

import { DAY_REMARK, QUALIFIER, UNCLEAR_TIMES } from './unclear-times.data.ts';

/** A text that starts with a time. */
export interface TimedText {
  /** The time as written. */
  readonly written: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** What follows, without the separator. */
  readonly rest: string;
  /** Where that starts; -1 where it is no slice of the text. */
  readonly restStart: number;
  /** True for a date without a time of day. */
  readonly dayOnly: boolean;
  /** True where there is a separator, a bracket or emphasis between the time and the rest, or nothing else. */
  readonly separated: boolean;
  /** True where words as "At" or "On" stand before the time. */
  readonly led: boolean;
}

/** Signs between a time and what follows. */
const SIGNS = /^\s*(?::{1,8}|[-–—―]{1,3}|\||→|->|=>|;|,|\/(?!\w)|•)/u;
/** Marks that close what was opened before or in the time, with their openings. */
const CLOSERS: readonly (readonly [RegExp, string])[] = [
  [/^\s*\*{2,3}/u, '**'],
  [/^\s*__/u, '__'],
  [/^\s*\*(?!\*)/u, '*'],
  [/^_(?!_)/u, '_'],
  [/^\s*`/u, '`'],
  [/^\s*\]/u, '['],
  [/^\s*\)/u, '('],
  [/^\s*>/u, '<'],
  [/^\s*\}\}?/u, '{'],
];

/** Length of the signs and closing marks at the start of a text. */
function separatorLength(tail: string, before: string): number {
  let at = 0;
  const open = new Set(CLOSERS.filter(([, opening]) => isOpen(before, opening)));
  for (let round = 0; round < 12; round += 1) {
    const text = tail.slice(at, at + 40);
    const closer = CLOSERS.find((mark) => open.has(mark) && mark[0].test(text));
    const match = closer?.[0].exec(text) ?? SIGNS.exec(text);
    if (match === null) break;
    if (closer !== undefined) open.delete(closer);
    at += match[0].length;
  }
  return at + (/^\s*/u.exec(tail.slice(at))?.[0].length ?? 0);
}

/** Whether an opening mark stands in a text and nothing after it closes it; marks of emphasis close as they open. */
function isOpen(text: string, mark: string): boolean {
  const times = text.split(mark).length - 1;
  return /[[(<{]/u.test(mark) ? times > 0 : times % 2 === 1;
}

const DATE_PREFIX = /^[\s\-*+•>#|[\](){}`*_~\d.]*$/u;

/** The time at the start of a text, `null` if it starts with anything else. */
export function readTimed(text: string, context: TimeContext = {}): TimedText | null {
  const found = findSpelled(text, context);
  if (found === null || found.end > firstLineEnd(text)) return readUnclear(text);
  const clock = found.time.precision === 'day' ? clockBehind(text, found.end) : null;
  const end = withQualifiers(text, clock ?? found.end, clock === null && found.time.precision === 'day');
  const written = text.slice(found.start, end).trim();
  const lead = text.slice(0, found.start);
  return {
    written: oneLine(written),
    start: found.start,
    end,
    dayOnly: found.time.precision === 'day' && clock === null && !/-:-/u.test(written),
    led: !DATE_PREFIX.test(lead),
    ...behind(text, found.start, end),
  };
}

/** `11:21a` is `11:21am`, and `{{ 06:10 }}` is what someone put in place of a template's prompt. */
function findSpelled(text: string, context: TimeContext): FoundTime | null {
  const braces = /^\s*\{\{\s*/u.exec(text)?.[0].length ?? 0;
  const half = /^[^\n]{0,24}?\d[:.]\d\d[ap](?![\p{L}\p{N}])/u.exec(text.slice(braces))?.[0].length;
  if (half === undefined)
    return braces === 0 ? findTime(text, context) : moved(findTime(text.slice(braces), context), braces, 0);
  const at = braces + half;
  return moved(findTime(`${text.slice(braces, at)}m${text.slice(at)}`, context), braces, at - braces);
}

/** The same time in the text before `m` was put in behind `half` characters. */
function moved(found: FoundTime | null, braces: number, half: number): FoundTime | null {
  if (found === null) return null;
  const shorter = half > 0 && found.end > half ? 1 : 0;
  return { ...found, start: found.start + braces, end: found.end + braces - shorter };
}

/** Where the clock time of `2018-07-08 ca. 18:30` or `8 July (approx. 18:30)` ends. */
function clockBehind(text: string, end: number): number | null {
  const lead =
    /^[ \t]*(?:[,@(][ \t]*)?(?:(?:at|ca\.?|circa|around|about|approx(?:imately|\.)?|roughly|~|≈)[ \t]*)+/iu.exec(
      text.slice(end, end + 40),
    );
  const length = lead?.[0].length ?? (/(?:\bca\.?|\bapprox\.?|\baround|~)$/iu.test(text.slice(0, end)) ? 1 : 0);
  if (length === 0) return null;
  const found = findTime(text.slice(end + length));
  if (found === null || found.start > 0 || found.time.precision === 'day') return null;
  const close = lead?.[0].includes('(') === true && text[end + length + found.end] === ')' ? 1 : 0;
  return end + length + found.end + close;
}

function firstLineEnd(text: string): number {
  const at = text.replace(/^\s+/u, (blank) => '.'.repeat(blank.length)).search(/[\r\n]/u);
  return at === -1 ? text.length : at;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/gu, ' ').trim();
}

function withQualifiers(text: string, from: number, dayOnly: boolean): number {
  let end = from;
  for (let round = 0; round < 3; round += 1) {
    const rest = text.slice(end, end + 80);
    const match = QUALIFIER.exec(rest) ?? (dayOnly ? DAY_REMARK.exec(rest) : null);
    const after = match === null ? '' : text.slice(end + match[0].length, end + match[0].length + 40);
    if (match === null || !/^\s*(?:$|[:\-–—|\])*]|approx|\(|[A-Z]{2,5}\b)/u.test(after)) break;
    end += match[0].length;
  }
  return end;
}

/** The text behind a time. Emphasis that began before the time and goes on behind it is opened again. */
function behind(text: string, start: number, end: number): Pick<TimedText, 'rest' | 'restStart' | 'separated'> {
  const tail = text.slice(end);
  const lead = text.slice(0, start);
  const separator = tail.slice(0, separatorLength(tail, text.slice(0, end)));
  const rest = tail.slice(separator.length).trimEnd();
  const opened = /(\*\*|__)[\s[(]*$/u.exec(lead)?.[1];
  const separated = separator.trim() !== '' || rest === '';
  if (opened !== undefined && !separator.includes(opened) && rest.includes(opened)) {
    return { rest: opened + rest, restStart: -1, separated };
  }
  // Text on the next line may have lost its indentation, and with that its place.
  return { rest, restStart: /[\r\n]/u.test(separator) ? -1 : end + separator.length, separated };
}

const UNCLEAR_HEAD =
  /^[\s>]*(?:(?:\*\*|__)\[?([^*_[\]\n]{1,60}?)\]?:?(?:\*\*|__)|\[([^[\]\n]{1,60})\](?!\()|([^\n|:]{1,60}?)(?=\s+:{2,}|\s+[-–—]\s|:\s)|([^\n|]{1,60}?)(?=\s+:{2,}|\s+[-–—]\s|:\s|,\s|$))/u;

/** A row whose time is unknown, mistyped or told in words. */
function readUnclear(text: string): TimedText | null {
  const marker = /^\s*(?:(?:[-*+•]|\d{1,2}[.)])\s+)?/u.exec(text)?.[0].length ?? 0;
  const body = text.slice(marker);
  const match = UNCLEAR_HEAD.exec(body);
  const groups = match?.slice(1).filter((group) => group !== undefined) ?? [];
  const words = groups[0];
  if (match === null || words === undefined) return null;
  const written = words.trim().replace(/:$/u, '');
  if (!UNCLEAR_TIMES.some((shape) => shape.test(written))) return null;
  const start = marker + body.indexOf(words);
  const end = start + written.length;
  return { written, start, end, dayOnly: false, led: false, ...behind(text, start, end) };
}

/** True where a template's `HH:MM` or `YYYY-MM-DD` was left. */
export function isTimePrompt(written: string): boolean {
  return /^[\s*_[\](){}`]*(?:(?:YYYY|YY|HH|MM|DD|hh|mm|dd|SS|ss|XX)[-:/. T]*)+(?:(?:UTC|[AP]M|TZ|Z)\b)?[\s*_[\](){}`]*$/u.test(
    written,
  );
}
