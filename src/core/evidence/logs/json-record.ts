import { parseInstant } from '#core/time';

import type { LogLevel } from '../types.ts';
import { compactJson } from './compact-json.ts';
import {
  ERROR_KEYS,
  HOST_KEYS,
  LEVEL_KEYS,
  LOGGER_KEYS,
  MESSAGE_KEYS,
  METHOD_KEYS,
  PLACE_KEYS,
  REQUEST_KEYS,
  SERVICE_KEYS,
  STACK_KEYS,
  STATUS_KEYS,
  TARGET_KEYS,
  TIME_KEYS,
} from './json-keys.data.ts';
import { fieldLevel, numericLevel } from './level.ts';

/** One log record that names its fields (a JSON object or logfmt pairs), in the words of this project. */
export interface FieldRecord {
  /** Epoch milliseconds where the record's time is complete. */
  readonly epochMs: number | null;
  /** The time as written; where `epochMs` is null it still wants reading. */
  readonly written: string;
  readonly level: LogLevel | null;
  readonly text: string;
  readonly service: string | null;
  readonly host: string | null;
  readonly logger: string | null;
  readonly stack: string | null;
  /** Exception classes and places that fields of their own name. */
  readonly names: readonly string[];
  /** True if the record has a message field of its own, or tells of a request. */
  readonly hasMessage: boolean;
  /** HTTP status of a record that tells of a request and has no message. */
  readonly status: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON object as a log record; null if none of its fields is a time. `settled` is the field that has the time in
 * this file: it is asked before all others.
 */
export function fieldRecord(value: unknown, raw: string, settled: string | null = null): FieldRecord | null {
  if (!isObject(value)) return null;
  const fields = lookup(value);
  const own = settled !== null && Object.hasOwn(value, settled) ? timeOf(value[settled], { key: settled, raw }) : null;
  const time = own ?? timeIn(fields, raw);
  return time === null ? null : { ...time, ...contentOf(fields, value) };
}

/** The field that has the time of a record, as it is written there; null without one or where it lies deeper. */
export function timeKeyOf(value: unknown): string | null {
  if (!isObject(value)) return null;
  const fields = lookup(value);
  const key = TIME_KEYS.find((name) => timeIn((keys) => (keys[0] === name ? fields(keys) : null), '') !== null);
  if (key === undefined || Object.hasOwn(value, key)) return key ?? null;
  return Object.keys(value).find((name) => name.toLowerCase() === key.toLowerCase()) ?? null;
}

/** The fields of a JSON object or of logfmt pairs without its time, for a body inside another line. */
export function bodyRecord(value: unknown): FieldRecord | null {
  return isObject(value) ? { epochMs: null, written: '', ...contentOf(lookup(value), value) } : null;
}

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

type Lookup = (keys: readonly string[]) => { readonly key: string; readonly value: unknown } | null;

/** A name of the tables, taken apart once. */
interface KeyParts {
  readonly lower: string;
  /** Keys in capitals are journald's and mean something else in small letters. */
  readonly exact: boolean;
  readonly path: readonly string[] | null;
}

const KEY_PARTS: ReadonlyMap<string, KeyParts> = new Map(
  [
    [TIME_KEYS, LEVEL_KEYS, MESSAGE_KEYS, SERVICE_KEYS, LOGGER_KEYS, HOST_KEYS, STACK_KEYS, ERROR_KEYS, PLACE_KEYS],
    [REQUEST_KEYS, METHOD_KEYS, TARGET_KEYS, STATUS_KEYS],
  ]
    .flat(2)
    .map((key) => [
      key,
      { lower: key.toLowerCase(), exact: key === key.toUpperCase(), path: key.includes('.') ? key.split('.') : null },
    ]),
);

/** Finds the first of several names, in any case, as a key or as a path. */
function lookup(record: Fields): Lookup {
  const lower = new Map<string, unknown>();
  for (const key of Object.keys(record)) {
    const name = key.toLowerCase();
    if (!lower.has(name)) lower.set(name, record[key]);
  }
  return (keys) => {
    for (const key of keys) {
      const value = at(record, lower, key);
      if (value !== undefined && value !== null && value !== '') return { key, value };
    }
    return null;
  };
}

function at(record: Fields, lower: ReadonlyMap<string, unknown>, key: string): unknown {
  const parts = KEY_PARTS.get(key);
  if (Object.hasOwn(record, key)) return record[key];
  if (parts === undefined || parts.exact) return undefined;
  const direct = lower.get(parts.lower);
  if (direct !== undefined || parts.path === null) return direct;
  let value: unknown = record;
  for (const step of parts.path) {
    if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

interface RecordTime {
  readonly epochMs: number | null;
  readonly written: string;
}

function timeIn(fields: Lookup, raw: string): RecordTime | null {
  for (const key of TIME_KEYS) {
    const found = fields([key]);
    const time = found === null ? null : timeOf(found.value, { key, raw });
    if (time !== null) return time;
  }
  return null;
}

function timeOf(value: unknown, place: { readonly key: string; readonly raw: string }): RecordTime | null {
  if (typeof value === 'string') {
    const digits = /^\d{10,19}(?:\.\d+)?$/u.test(value);
    if (digits) return { epochMs: epochOf(Number(value)), written: value };
    const epochMs = parseInstant(value);
    // Reading what is no instant is left to the shapes of plain lines.
    return epochMs !== null || /\d:\d\d/u.test(value) ? { epochMs, written: value } : null;
  }
  if (typeof value === 'number') {
    const epochMs = epochOf(value);
    return epochMs === null ? null : { epochMs, written: writtenNumber(value, place) };
  }
  if (!isObject(value)) return null;
  const inner = value['$date'] ?? value['epochMillis'] ?? value['iso'];
  if (inner !== undefined) return timeOf(inner, { ...place, key: '$date' });
  const seconds = value['epochSecond'] ?? value['seconds'] ?? value['epochSeconds'];
  const nanos = value['nanoOfSecond'] ?? value['nanos'] ?? 0;
  if (!Number.isFinite(Number(seconds)) || seconds === undefined) return null;
  return { epochMs: Number(seconds) * 1000 + Math.floor(Number(nanos) / 1e6), written: compactJson(value) };
}

/** Numbers beyond the safe integers come out of the parser rounded: what is written is taken from the text. */
function writtenNumber(value: number, { key, raw }: { readonly key: string; readonly raw: string }): string {
  if (Number.isSafeInteger(value) || value < 1e15) return String(value);
  const name = raw.toLowerCase().indexOf(`"${key.toLowerCase()}"`);
  const digits = name === -1 ? null : /^"[^"]*"\s*:\s*(\d+)/u.exec(raw.slice(name, name + 120));
  return digits?.[1] ?? String(value);
}

/** Epoch seconds, milli-, micro- or nanoseconds as milliseconds, told apart by size (1973 to 5138); null for other numbers. */
export function epochOf(value: number): number | null {
  if (!(value >= 1e8)) return null;
  if (value < 1e11) return Math.floor(Math.round(value * 1e6) / 1e3);
  if (value < 1e14) return Math.floor(value);
  if (value < 1e17) return Math.floor(value / 1e3);
  return value < 1e20 ? Math.floor(value / 1e6) : null;
}

type Content = Omit<FieldRecord, 'epochMs' | 'written'>;

function contentOf(fields: Lookup, record: Fields): Content {
  const message = messageIn(fields);
  const request = message === null ? requestIn(fields) : null;
  const stack = fields(STACK_KEYS);
  const names = [ERROR_KEYS, PLACE_KEYS].flatMap((keys) => keys.map((key) => fields([key])?.value)).filter(isName);
  return {
    level: levelIn(fields) ?? (request?.status.startsWith('5') === true ? 'error' : null),
    text: message ?? request?.text ?? restOf(record),
    service: serviceIn(fields),
    host: textOf(fields(HOST_KEYS)?.value),
    logger: textOf(fields(LOGGER_KEYS)?.value) ?? textOf(fields(['name'])?.value),
    stack: stack === null ? null : stackText(stack.value),
    names,
    hasMessage: message !== null || request !== null,
    status: request?.status ?? null,
  };
}

/** A request with its status, as access logs write it: `GET /cart 502`. Null unless both are there. */
function requestIn(fields: Lookup): { readonly text: string; readonly status: string } | null {
  const status = textOf(fields(STATUS_KEYS)?.value);
  if (status === null || !/^[1-5]\d\d$/u.test(status)) return null;
  const [method, target] = [textOf(fields(METHOD_KEYS)?.value), textOf(fields(TARGET_KEYS)?.value)];
  const own = method === null || target === null ? null : `${method} ${target}`;
  const request = textOf(fields(REQUEST_KEYS)?.value)?.replace(/ HTTP\/[\d.]+$/u, '') ?? own;
  return request === null ? null : { text: `${request} ${status}`, status };
}

/** Python and Java write the logger into `name`: `app.payments.client` is no service. */
function serviceIn(fields: Lookup): string | null {
  const found = fields(SERVICE_KEYS);
  const service = textOf(found?.value);
  return found?.key === 'name' && service !== null && /[.:/]/u.test(service) ? null : service;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 2 && value.length <= 200;
}

function messageIn(fields: Lookup): string | null {
  for (const key of MESSAGE_KEYS) {
    const value = fields([key])?.value;
    if (typeof value === 'string' && value.trim() !== '') return value;
    // journald gives bytes that are not UTF-8 as a list of numbers.
    if (Array.isArray(value) && value.every((item) => typeof item === 'number'))
      return String.fromCharCode(...value.slice(0, 4000));
    if (isObject(value)) return textOf(value['message'] ?? value['msg'] ?? value['stringValue']) ?? compactJson(value);
  }
  return null;
}

function levelIn(fields: Lookup): LogLevel | null {
  for (const key of LEVEL_KEYS) {
    const value = fields([key])?.value;
    const level =
      typeof value === 'number' ? numericLevel(value, key) : typeof value === 'string' ? namedLevel(value, key) : null;
    if (level !== null) return level;
  }
  return null;
}

function namedLevel(value: string, key: string): LogLevel | null {
  return /^\d+$/u.test(value) ? numericLevel(Number(value), key) : fieldLevel(value);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (isObject(value)) return textOf(value['name']);
  return typeof value === 'number' ? String(value) : null;
}

function stackText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'string' ? item : compactJson(item))).join('\n');
  return isObject(value) ? compactJson(value) : null;
}

const SHOWN = new Set([...TIME_KEYS, ...LEVEL_KEYS].map((key) => key.toLowerCase()));

/** A record without a message is told by its other fields. */
function restOf(record: Fields): string {
  return Object.entries(record)
    .filter(([key, value]) => !SHOWN.has(key.toLowerCase()) && value !== null && value !== '')
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : compactJson(value)}`)
    .join(' ');
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
