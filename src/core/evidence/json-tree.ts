import { createScanner, type JSONScanner } from 'jsonc-parser';

import { JsonNode, type JsonType, NO_KEYS, NO_NODES } from './json-node.ts';

/** Something that is not JSON, at an offset in UTF-16 units of the decoded text. */
export interface JsonError {
  /** Part of a sentence: `a comma is missing`. */
  readonly message: string;
  readonly offset: number;
}

/** Kinds of token as the scanner numbers them (its own table is a const enum, which cannot be imported here). */
const TOKEN = { openObject: 1, closeObject: 2, openArray: 3, closeArray: 4, comma: 5, colon: 6, end: 17 } as const;
const SCALARS: ReadonlyMap<number, JsonType> = new Map([
  [7, 'null'],
  [8, 'boolean'],
  [9, 'boolean'],
  [10, 'string'],
  [11, 'number'],
]);
const UNTERMINATED_STRING = 2;
const MOST_ERRORS = 20;
/** Deeper values are left out: no evidence nests like this, and reading them back would exhaust the stack. */
const MOST_LEVELS = 500;

interface Open {
  readonly type: 'object' | 'array';
  readonly start: number;
  readonly children: JsonNode[];
  readonly keys: string[];
  /** Key that waits for its value. */
  key: string | undefined;
  /** A value was read and no comma since. */
  full: boolean;
}

/** Result of {@link readJson}. */
export interface JsonReading {
  /** First value of the text; undefined if there is none. */
  readonly root: JsonNode | undefined;
  readonly errors: readonly JsonError[];
}

/**
 * Reads one JSON value with the place of every part. Never throws: text that breaks off gives everything before the
 * break (`complete` is false on what was open) and an error; stray commas are passed
 * over with an error, comments and commas at the end of a list without one.
 */
export function readJson(text: string): JsonReading {
  const { roots, errors } = readJsonStream(text);
  return { root: roots[0], errors: roots.length > 1 ? [...errors, secondRoot(roots)] : errors };
}

function secondRoot(roots: readonly JsonNode[]): JsonError {
  return { message: 'more text follows the end of the JSON value', offset: roots[1]?.start ?? 0 };
}

/** Result of {@link readJsonStream}. */
export interface JsonStream {
  readonly roots: JsonNode[];
  readonly errors: JsonError[];
  /** True where reading was given up because the text is not JSON at all. */
  readonly garbage: boolean;
}

/** Reads any number of JSON values that follow one another, with or without white space between. Offsets gain `shift`. */
export function readJsonStream(text: string, shift = 0): JsonStream {
  const reader = new StreamReader(text, shift);
  reader.run();
  return { roots: reader.roots, errors: reader.errors, garbage: reader.errors.length >= MOST_ERRORS };
}

/** Builds nodes from tokens with its own stack, so that no nesting can exhaust the call stack. */
class StreamReader {
  readonly roots: JsonNode[] = [];
  readonly errors: JsonError[] = [];
  readonly #scanner: JSONScanner;
  readonly #text: string;
  readonly #shift: number;
  readonly #open: Open[] = [];
  #tooDeep = 0;

  constructor(text: string, shift: number) {
    this.#text = text;
    this.#shift = shift;
    this.#scanner = createScanner(text, true);
  }

  run(): void {
    while (this.errors.length < MOST_ERRORS) {
      const token: number = this.#scanner.scan();
      if (token === TOKEN.end) break;
      this.#take(token);
    }
    if (this.#open.length > 0) this.#error('the text ends inside a JSON value', this.#text.length);
    while (this.#open.length > 0) this.#close(this.#text.length, false);
  }

  #take(token: number): void {
    const offset = this.#scanner.getTokenOffset();
    if (token === TOKEN.openObject || token === TOKEN.openArray) this.#start(token === TOKEN.openObject, offset);
    else if (token === TOKEN.closeObject || token === TOKEN.closeArray)
      this.#finish(token === TOKEN.closeObject, offset);
    else if (token === TOKEN.comma) this.#comma(offset);
    else if (token === TOKEN.colon) this.#colon(offset);
    else this.#scalar(token, offset);
  }

  #start(object: boolean, offset: number): void {
    if (this.#open.length >= MOST_LEVELS) {
      if (this.#tooDeep++ === 0) this.#error(`values nest deeper than ${MOST_LEVELS} levels`, offset);
      return;
    }
    this.#separate(offset);
    const type = object ? 'object' : 'array';
    this.#open.push({ type, start: offset, children: [], keys: [], key: undefined, full: false });
  }

  #finish(object: boolean, offset: number): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const top = this.#open.at(-1);
    if (top === undefined) {
      this.#error(`“${object ? '}' : ']'}” closes nothing`, offset);
      return;
    }
    if ((top.type === 'object') !== object) this.#error(`“${object ? '}' : ']'}” closes an open ${top.type}`, offset);
    this.#close(offset + 1, true);
  }

  #close(end: number, complete: boolean): void {
    const top = this.#open.pop();
    if (top === undefined) return;
    const { type, start, children, keys } = top;
    this.#add(
      new JsonNode({ type, start: start + this.#shift, end: end + this.#shift, text: '', complete, children, keys }),
    );
  }

  #comma(offset: number): void {
    const top = this.#open.at(-1);
    if (this.#tooDeep > 0) return;
    if (top === undefined || !top.full) this.#error('a comma stands where a value is expected', offset);
    else top.full = false;
  }

  #colon(offset: number): void {
    if (this.#tooDeep === 0 && this.#open.at(-1)?.key === undefined)
      this.#error('a colon stands without a key', offset);
  }

  #scalar(token: number, offset: number): void {
    if (this.#tooDeep > 0) return;
    const type = SCALARS.get(token);
    if (type === undefined) return this.#error(`“${this.#scanner.getTokenValue().slice(0, 40)}” is not JSON`, offset);
    const end = offset + this.#scanner.getTokenLength();
    const error: number = this.#scanner.getTokenError();
    const cut = error === UNTERMINATED_STRING;
    // At the end of the text this is the one error that a cut gives anyway.
    if (cut && end < this.#text.length) this.#error('a string does not end', offset);
    this.#separate(offset);
    const top = this.#open.at(-1);
    if (type === 'string' && top?.type === 'object' && top.key === undefined) {
      top.key = this.#scanner.getTokenValue();
      return;
    }
    const text = this.#scanner.getTokenValue();
    this.#add(
      new JsonNode({
        type,
        start: offset + this.#shift,
        end: end + this.#shift,
        text,
        complete: !cut,
        children: NO_NODES,
        keys: NO_KEYS,
      }),
    );
  }

  #separate(offset: number): void {
    const top = this.#open.at(-1);
    if (top?.full !== true) return;
    this.#error('a comma is missing', offset);
    top.full = false;
  }

  #add(node: JsonNode): void {
    const top = this.#open.at(-1);
    if (top === undefined) {
      this.roots.push(node);
      return;
    }
    if (top.type === 'object') {
      if (top.key === undefined) return this.#error('a value stands without a key', node.start - this.#shift);
      top.keys.push(top.key);
      top.key = undefined;
    }
    top.children.push(node);
    top.full = true;
  }

  #error(message: string, offset: number): void {
    if (this.errors.length < MOST_ERRORS) this.errors.push({ message, offset: offset + this.#shift });
  }
}
