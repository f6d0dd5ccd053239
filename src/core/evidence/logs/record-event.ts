import type { WrittenTime } from '#core/time';

import type { EventKind, EventSource, EvidenceEvent } from '../types.ts';
import { eventNames } from './event-names.ts';
import { levelOf, soundsLikeFailure } from './level.ts';
import type { LineRecord } from './line-record.ts';
import { minedMessage } from './patterns/index.ts';
import type { RecordEvent } from './story/index.ts';
import { exceptionClasses } from './trace.ts';

/** A record with everything that belongs to it. */
export interface WholeRecord {
  readonly record: LineRecord;
  readonly at: WrittenTime;
  readonly source: EventSource;
  /** Lines after the first, verbatim. */
  readonly details: string | undefined;
  /** Service of the file, for records that name none. */
  readonly fileService: string | null;
}

const LONGEST_TEXT = 500;

/** Makes the event of one log record: one line for people, kind and level, what it names, and what its pattern is made of. */
export function recordEvent({ record, at, source, details, fileService }: WholeRecord): RecordEvent {
  const told = tellRecord(record, details);
  const level = record.level ?? told.level;
  const kind = kindOf(told.text, { ...record, level }, told.details);
  const service = record.service ?? fileService;
  const notable = kind === 'error' || level === 'warning' || told.details !== undefined;
  const names = notable ? namesOf(record, told) : [];
  const event: EvidenceEvent = {
    at,
    text: oneLine(told.text),
    kind,
    source,
    ...(service === null ? {} : { service }),
    ...(level === null ? {} : { level }),
    ...(told.details === undefined ? {} : { details: told.details }),
    ...(names.length === 0 ? {} : { names }),
  };
  return { event, mined: told.details === undefined ? told.text : minedMessage(told.text, told.details) };
}

/** A record without its place: its message in one line, its level, and whether a post-mortem wants to hear of it. */
export interface BriefRecord {
  readonly text: string;
  readonly level: LineRecord['level'];
  /** True at warning and above; where no level is told, if the words or the exceptions in it tell of a failure. */
  readonly notable: boolean;
}

/** The brief of a record with its further lines, as {@link recordEvent} would tell it. */
export function briefRecord(record: LineRecord, details: string | undefined): BriefRecord {
  const told = tellRecord(record, details);
  const level = record.level ?? told.level;
  const notable = level === 'warning' || kindOf(told.text, { ...record, level }, told.details) === 'error';
  return { text: told.text, level, notable };
}

interface Told {
  readonly text: string;
  readonly details: string | undefined;
  readonly level: LineRecord['level'];
}

/** Head line and further lines: a message of several lines and a stack field go below. */
function tellRecord(record: LineRecord, lines: string | undefined): Told {
  const whole = record.text.trim();
  const feed = whole.search(/[\r\n]/u);
  const head = feed === -1 ? whole : whole.slice(0, feed);
  const further = [feed === -1 ? '' : whole.slice(feed).trim(), record.stack ?? '', lines ?? ''].filter(
    (part) => part !== '',
  );
  const details = further.length === 0 ? undefined : further.join('\n');
  const told = record.level === null && lines !== undefined ? levelLine(lines) : null;
  if (told !== null) return { text: told.text, details, level: told.level };
  return { text: head === '' ? firstLine(details) : head, details, level: null };
}

/** java.util.logging writes level and message on the second line: `SEVERE: no connection`. */
function levelLine(lines: string): { readonly text: string; readonly level: LineRecord['level'] } | null {
  const match = /^([A-Z]{4,8}): +(\S[^\r\n]*)/u.exec(lines);
  const level = match === null ? null : levelOf(match[1] ?? '');
  return level === null ? null : { text: match?.[2] ?? '', level };
}

function firstLine(details: string | undefined): string {
  return (
    details
      ?.split(/[\r\n]+/u)
      .find((line) => line.trim() !== '')
      ?.trim() ?? '(no message)'
  );
}

function kindOf(text: string, record: LineRecord, details: string | undefined): EventKind {
  if (record.level !== null) return record.level === 'error' || record.level === 'fatal' ? 'error' : 'log';
  if (record.hasLevel) return 'log';
  if (soundsLikeFailure(text)) return 'error';
  return details !== undefined && exceptionClasses(details).length > 0 ? 'error' : 'log';
}

function namesOf(record: LineRecord, told: Told): string[] {
  const own = [...record.names, ...eventNames(told.text, told.details)];
  if (record.logger !== null) own.push(record.logger);
  if (record.host !== null) own.push(record.host);
  return [...new Set(own)];
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_TEXT) return line;
  const last = line.charCodeAt(LONGEST_TEXT - 2);
  return `${line.slice(0, LONGEST_TEXT - (last >= 0xd800 && last <= 0xdbff ? 2 : 1))}…`;
}
