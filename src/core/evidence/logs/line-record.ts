import type { LogLevel } from '../types.ts';
import { bodyRecord, type FieldRecord, fieldRecord, parseJson } from './json-record.ts';
import { type LayoutMatch, matchLayout } from './layout.ts';
import { levelOf } from './level.ts';
import { PROSE_LEVEL_WORDS } from './levels.data.ts';
import { readLineHead } from './line-head.ts';
import { locateStamp } from './locate-stamp.ts';
import { writerOf } from './line-writer.ts';
import { looksLikeLogfmt, parseLogfmt } from './logfmt.ts';
import type { CompiledShape, Stamp } from './stamp.ts';
import type { LogSurvey } from './survey-log.ts';

/** One line read as the beginning of a record. */
export interface LineRecord {
  /** Parts of the time, or null where `epochMs` or only `written` is known. */
  readonly stamp: Stamp | null;
  readonly epochMs: number | null;
  readonly written: string;
  readonly level: LogLevel | null;
  /** True where the layout tells how bad a record is, so that its words decide nothing. */
  readonly hasLevel: boolean;
  readonly text: string;
  readonly status: string | null;
  readonly service: string | null;
  readonly host: string | null;
  readonly logger: string | null;
  readonly stack: string | null;
  readonly names: readonly string[];
  readonly partial: boolean;
  /** True if the line goes on with the record before. */
  readonly further: boolean;
}

/** Reads single lines of one file; remembers the shape of the last time, nothing else. */
export interface LineReader {
  /** The record that begins with this line, null if none does, `broken` for a JSON object that does not parse. */
  read(line: string): LineRecord | null | 'broken';
}

/** Longest line that is parsed as JSON, in characters. */
export const JSON_LIMIT = 1 << 20;

/** Makes the line reader of one file. */
export function createLineReader(survey: LogSurvey): LineReader {
  let recent: CompiledShape | null = null;
  const generic = (line: string): LineRecord | null => {
    const found = locateStamp(line, survey.profile, recent);
    if (found === null) return null;
    recent = found.stamp.shape;
    return genericRecord(line, found.stamp);
  };
  return {
    read(line) {
      const code = line.charCodeAt(0);
      if (code === 123) return jsonRecord(line, survey);
      if ((code === 32 || code === 9) && !survey.indented) return null;
      for (const layout of survey.layouts) {
        const match = matchLayout(layout, line);
        if (match !== null) return layoutRecord(match, { line, nested: layout.layout.nested === true });
      }
      return logfmtRecord(line, survey) ?? generic(line);
    },
  };
}

function jsonRecord(line: string, { jsonShare, timeKeys }: LogSurvey): LineRecord | null | 'broken' {
  const value = line.length > JSON_LIMIT ? undefined : parseJson(line);
  if (value === undefined) return jsonShare > 0.2 ? 'broken' : null;
  const record = fieldRecord(value, line, timeKeys.json);
  return record === null ? null : fieldLineRecord(record);
}

function fromFields(record: FieldRecord): LineRecord {
  const { epochMs, written, level, text, status, service, host, logger, stack, names } = record;
  return {
    stamp: null,
    epochMs,
    written,
    level,
    hasLevel: level !== null || status !== null,
    text,
    status,
    service,
    host,
    logger,
    stack,
    names,
    partial: false,
    further: false,
  };
}

/** A record of named fields. Where it states no level, its message may be a program's own line (Docker, CloudWatch, Fluent Bit). */
export function fieldLineRecord(found: FieldRecord): LineRecord {
  const record = fromFields(found);
  return record.level === null && record.status === null ? nestedRecord(record, record.text) : record;
}

function logfmtRecord(line: string, { timeKeys }: LogSurvey): LineRecord | null {
  const pairs = looksLikeLogfmt(line) ? parseLogfmt(line) : null;
  const record = pairs === null ? null : fieldRecord(pairs, line, timeKeys.logfmt);
  return record === null ? null : fromFields(record);
}

function layoutRecord(match: LayoutMatch, made: { readonly line: string; readonly nested: boolean }): LineRecord {
  const { stamp, level, service, host, logger, text, status, partial, further, hasLevel } = match;
  const written = made.line.slice(stamp.start, stamp.end);
  const record: LineRecord = {
    stamp,
    epochMs: null,
    written,
    level,
    hasLevel,
    text,
    status,
    service,
    host,
    logger,
    stack: null,
    names: [],
    partial,
    further,
  };
  return made.nested ? nestedRecord(record, text) : record;
}

/** Level, logger and message from a program's own line inside another one: JSON, logfmt, or its own time and head. */
function nestedRecord(record: LineRecord, text: string): LineRecord {
  const body = bodyIn(text);
  if (body !== null) return withBody(record, body);
  const start = text.search(/\S/u);
  if (start === -1) return record;
  const inner = locateStamp(text, { positions: new Set(), weak: true }, null);
  const head = readLineHead(text, inner === null ? start : inner.stamp.end);
  if (inner === null && head.level === null) return record;
  const level = record.level !== null && head.level === null ? record.level : head.level;
  return {
    ...record,
    level,
    hasLevel: level !== null,
    logger: head.logger ?? record.logger,
    text: text.slice(head.messageAt),
  };
}

function bodyIn(text: string): FieldRecord | null {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') && trimmed.endsWith('}') && trimmed.length <= JSON_LIMIT) {
    const body = bodyRecord(parseJson(trimmed));
    return body !== null && (body.hasMessage || body.level !== null) ? body : null;
  }
  if (!/^[\w.@/-]+=\S/u.test(trimmed) || !/(?:^|\s)(?:level|lvl|severity|msg|message)=/u.test(trimmed)) return null;
  return bodyRecord(parseLogfmt(trimmed));
}

function withBody(record: LineRecord, body: FieldRecord): LineRecord {
  const level = body.level ?? record.level;
  return {
    ...record,
    level,
    hasLevel: level !== null,
    text: body.text,
    service: record.service ?? body.service,
    host: record.host ?? body.host,
    logger: body.logger ?? record.logger,
    stack: body.stack,
    names: body.names,
  };
}

function genericRecord(line: string, stamp: Stamp): LineRecord {
  const prefix = stamp.start === 0 ? NO_PREFIX : prefixOf(line.slice(0, stamp.start));
  const head = readLineHead(line, stamp.end, prefix.level);
  const writer = writerOf(line, { head, stampEnd: stamp.end });
  const level = writer.tellsAll ? null : head.level;
  const text = line.slice(writer.messageAt);
  const record: LineRecord = {
    stamp,
    epochMs: null,
    written: line.slice(stamp.start, stamp.end),
    level,
    hasLevel: level !== null,
    text,
    status: null,
    service: writer.service ?? (writer.tellsAll ? null : head.service) ?? prefix.service,
    host: null,
    logger: writer.logger ?? (writer.tellsAll ? null : head.logger),
    stack: null,
    names: [],
    partial: false,
    further: false,
  };
  const body = text.startsWith('{') || /^[\w.@/-]+=\S/u.test(text) ? bodyIn(text) : null;
  return body === null ? record : withBody(record, body);
}

interface Prefix {
  readonly level: LogLevel | null;
  readonly service: string | null;
}

const NO_PREFIX: Prefix = { level: null, service: null };

/** What stands before the time: a level, `web-1  |` of docker compose, `[pod/web-abc/app]` of kubectl logs --prefix. */
function prefixOf(prefix: string): Prefix {
  const container =
    /^\[?(?:pod\/)?([\w.-]+(?:\/[\w.-]+)?)\]? *\| *$/u.exec(prefix) ??
    /^\[pod\/([\w.-]+\/[\w.-]+)\] *\[?$/u.exec(prefix);
  for (const [word] of prefix.matchAll(/(?<![\w.-])[A-Za-z]{3,13}(?![\w.-])/gu)) {
    const level = PROSE_LEVEL_WORDS.has(word) ? null : levelOf(word);
    if (level !== null) return { level, service: null };
  }
  return { level: null, service: container?.[1]?.split('/').at(-1) ?? null };
}
