import type { LogLevel } from '../types.ts';
import { fieldLevel, priorityLevel } from './level.ts';
import { FURTHER_LEVELS, LEVEL_MARKS, type LogLayout, WINDOWS_LEVELS } from './layouts.data.ts';
import { type CompiledShape, shapesOf, type Stamp, stampAmong } from './stamp.ts';

/** A layout ready for matching. */
export interface CompiledLayout {
  readonly layout: LogLayout;
  readonly before: RegExp;
  readonly after: RegExp;
  readonly shapes: readonly CompiledShape[];
  readonly beforeNames: readonly string[];
  readonly afterNames: readonly string[];
}

/** What a layout finds in a line. */
export interface LayoutMatch {
  readonly stamp: Stamp;
  readonly level: LogLevel | null;
  readonly service: string | null;
  readonly logger: string | null;
  readonly host: string | null;
  readonly text: string;
  /** Template of the text where the layout knows better than masking (a request and its status). */
  readonly status: string | null;
  /** True if the line goes on in the next record. */
  readonly partial: boolean;
  /** True if the line goes on with the record before. */
  readonly further: boolean;
  /** True if a level is part of the layout, so that words in the text decide nothing. */
  readonly hasLevel: boolean;
}

/** Compiles one row of the table. */
export function compileLayout(layout: LogLayout): CompiledLayout {
  return {
    layout,
    before: new RegExp(layout.before ?? '', 'y'),
    after: new RegExp(layout.after, 'y'),
    shapes: shapesOf(layout.shapes),
    beforeNames: groupNames(layout.before ?? ''),
    afterNames: groupNames(layout.after),
  };
}

/** Names of the capture groups in order. Layouts have no unnamed groups. */
function groupNames(source: string): string[] {
  return [...source.matchAll(/\(\?<([a-z]+)>/gu)].map((match) => match[1] ?? '');
}

/** Reads a line by a layout; null if it is laid out otherwise. */
export function matchLayout(compiled: CompiledLayout, line: string): LayoutMatch | null {
  const { before, after, shapes } = compiled;
  before.lastIndex = 0;
  const head = before.exec(line);
  if (head === null) return null;
  const stamp = stampAmong(shapes, line, before.lastIndex);
  if (stamp === null) return null;
  after.lastIndex = stamp.end;
  const tail = after.exec(line);
  if (tail === null) return null;
  const fields = new Map<string, string>();
  collect(fields, compiled.beforeNames, head);
  collect(fields, compiled.afterNames, tail);
  const { zone, says, markup } = compiled.layout;
  const match = toMatch(stamp.zone === null && zone !== undefined ? { ...stamp, zone } : stamp, fields);
  const text = match.text ?? line.slice(after.lastIndex);
  return { ...match, text: markup === true ? withoutTags(text) : text === '' ? (says ?? '') : text };
}

function collect(fields: Map<string, string>, names: readonly string[], match: RegExpExecArray): void {
  for (let index = 0; index < names.length; index += 1) {
    const value = match[index + 1];
    if (value !== undefined) fields.set(names[index] ?? '', value);
  }
}

type Found = Omit<LayoutMatch, 'text'> & { readonly text: string | null };

function toMatch(stamp: Stamp, fields: ReadonlyMap<string, string>): Found {
  const status = fields.get('status') ?? null;
  const level = levelFrom(fields, status);
  return {
    stamp,
    level,
    service: named(fields.get('service')),
    logger: named(fields.get('logger')),
    host: named(fields.get('host')),
    text: requestText(fields, status) ?? fields.get('message') ?? null,
    status,
    partial: fields.get('flag') === 'P',
    further: FURTHER_LEVELS.has(fields.get('level') ?? ''),
    hasLevel: level !== null || status !== null,
  };
}

function levelFrom(fields: ReadonlyMap<string, string>, status: string | null): LogLevel | null {
  if (status !== null) return status.startsWith('5') ? 'error' : null;
  const written = fields.get('level') ?? fields.get('letter');
  if (written !== undefined) return LEVEL_MARKS[written.toLowerCase()] ?? fieldLevel(written);
  const step = fields.get('step');
  if (step !== undefined) return WINDOWS_LEVELS[Number(step)] ?? null;
  const priority = fields.get('severity') ?? fields.get('priority');
  return priority === undefined ? null : priorityLevel(Number(priority));
}

function named(value: string | undefined): string | null {
  return value === undefined || value === '' || value === '-' ? null : value;
}

/** `GET /cart HTTP/1.1` with status 502 → `GET /cart 502`; null for a line that is about no request. */
function requestText(fields: ReadonlyMap<string, string>, status: string | null): string | null {
  const method = fields.get('method');
  const request = fields.get('request') ?? (method === undefined ? null : `${method} ${fields.get('path') ?? ''}`);
  return request === null ? null : `${request.replace(/ HTTP\/[\d.]+$/u, '')} ${status ?? ''}`.trim();
}

function withoutTags(text: string): string {
  return text
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
