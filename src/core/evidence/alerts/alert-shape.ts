import type { JsonNode } from '../json-node.ts';
import type { FactCollector } from '../facts/fact-collector.ts';

/** A JSON object as plain values. */
export type PlainObject = Readonly<Record<string, unknown>>;

/** One way a system writes one record: a webhook body or an answer of its API. */
export interface AlertShape {
  /** Format id, kebab-case. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** Keys of an API answer it reads, where such answers may be bundled in one object. */
  readonly keys?: readonly string[];
  /** 0 (another shape) … 1 (certain), from field names and values of one record. */
  fits(record: PlainObject): number;
  /** Adds the record's facts and findings; never throws on content. */
  read(record: JsonNode, out: FactCollector): void;
}

/** The object at a key, or an empty one. */
export function objectAt(record: PlainObject, key: string): PlainObject {
  return asObject(record[key]);
}

/** The first object of the list at a key, or an empty one. */
export function firstAt(record: PlainObject, key: string): PlainObject {
  const list = record[key];
  return Array.isArray(list) ? asObject(list[0]) : {};
}

/** The value if it is an object (not a list), otherwise an empty one. */
export function asObject(value: unknown): PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PlainObject) : {};
}

/** How much of a list of conditions holds, 0 … 1. */
export function shareOf(conditions: readonly boolean[]): number {
  return conditions.filter(Boolean).length / conditions.length;
}

/** True if the value is text that is not blank. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
