import type { Span } from './source-text.ts';

/** Kind of a JSON value. */
export type JsonType = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** For the parts of values that have none inside: a large text has millions. */
export const NO_NODES: readonly JsonNode[] = [];
/** As {@link NO_NODES}. */
export const NO_KEYS: readonly string[] = [];

/** What a node is made of. */
export interface JsonParts extends Span {
  readonly type: JsonType;
  /** Source text of a number (exact digits), decoded text of a string, `true`, `false` or `null`. */
  readonly text: string;
  /** False where the text ends before the value does. */
  readonly complete: boolean;
  /** Values of an object or array, in source order. */
  readonly children: readonly JsonNode[];
  /** Keys of an object's children, by position; empty for anything else. */
  readonly keys: readonly string[];
}

/**
 * One JSON (or YAML) value that knows where it stands. Every accessor answers for any shape: a missing key or an
 * unexpected type gives undefined or nothing, never an exception.
 */
export class JsonNode implements Span {
  readonly #parts: JsonParts;
  #value: { readonly value: unknown } | undefined;

  constructor(parts: JsonParts) {
    this.#parts = parts;
  }

  get type(): JsonType {
    return this.#parts.type;
  }

  /** Offset of the first character, in UTF-16 units of the decoded text. */
  get start(): number {
    return this.#parts.start;
  }

  /** Offset after the last character. */
  get end(): number {
    return this.#parts.end;
  }

  /** False where the text was cut inside this value. */
  get complete(): boolean {
    return this.#parts.complete;
  }

  /** The value below a path of keys (and array indexes), or undefined. Of equal keys the last one counts. */
  get(...path: readonly (string | number)[]): JsonNode | undefined {
    return path.reduce<JsonNode | undefined>(below, this);
  }

  /** One step of {@link get}. */
  at(step: string | number): JsonNode | undefined {
    const { keys, children } = this.#parts;
    if (typeof step === 'number') return children[step];
    const position = keys.lastIndexOf(step);
    return position === -1 ? undefined : children[position];
  }

  /** Complete elements of the array here or below a path; none for anything else. A half element at a cut is left out. */
  items(...path: readonly (string | number)[]): readonly JsonNode[] {
    const node = this.get(...path);
    return node?.type === 'array' ? node.#parts.children.filter((child) => child.complete) : [];
  }

  /** Keys and values of the object here or below a path, in source order; none for anything else. */
  entries(...path: readonly (string | number)[]): readonly (readonly [string, JsonNode])[] {
    const node = this.get(...path);
    if (node?.type !== 'object') return [];
    const { keys, children } = node.#parts;
    return children.map((child, at) => [keys[at] ?? '', child] as const);
  }

  /** The non-blank string here or below a path. Numbers, booleans and null are not strings. */
  string(...path: readonly (string | number)[]): string | undefined {
    const node = this.get(...path);
    return node?.type === 'string' && node.#parts.text.trim() !== '' ? node.#parts.text : undefined;
  }

  /** The string, number (as written) or boolean here or below a path, as text. */
  scalar(...path: readonly (string | number)[]): string | undefined {
    const node = this.get(...path);
    if (node?.type === 'number' || node?.type === 'boolean') return node.#parts.text;
    return node?.string();
  }

  /** The number here or below a path, rounded to double precision where it has more digits. */
  number(...path: readonly (string | number)[]): number | undefined {
    const node = this.get(...path);
    if (node?.type !== 'number') return undefined;
    const number = Number(node.#parts.text);
    return Number.isFinite(number) ? number : undefined;
  }

  /** The integer here or below a path with all its digits, also where it is written as a string. */
  bigint(...path: readonly (string | number)[]): bigint | undefined {
    const node = this.get(...path);
    if (node?.type !== 'number' && node?.type !== 'string') return undefined;
    return /^-?\d{1,40}$/u.test(node.#parts.text) ? BigInt(node.#parts.text) : undefined;
  }

  /** The boolean here or below a path. */
  boolean(...path: readonly (string | number)[]): boolean | undefined {
    const node = this.get(...path);
    return node?.type === 'boolean' ? node.#parts.text === 'true' : undefined;
  }

  /** The plain value. Integers beyond 2^53 are rounded: use `bigint` for those. */
  get value(): unknown {
    this.#value ??= { value: plainValue(this.#parts) };
    return this.#value.value;
  }
}

function below(node: JsonNode | undefined, step: string | number): JsonNode | undefined {
  return node?.at(step);
}

function plainValue(parts: JsonParts): unknown {
  if (parts.type === 'array') return parts.children.map((child) => child.value);
  if (parts.type === 'object') {
    return Object.fromEntries(parts.children.map((child, at) => [parts.keys[at] ?? '', child.value]));
  }
  if (parts.type === 'string') return parts.text;
  if (parts.type === 'number') return Number(parts.text);
  return parts.type === 'null' ? null : parts.text === 'true';
}
