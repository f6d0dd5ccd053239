import { groupShapes } from './group-shapes.ts';
import { LONGEST, MessageMask } from './message-mask.ts';
import { ShapeTable } from './shape-table.ts';
import { TemplateIndex } from './template-index.ts';
import { TRACE_CHARACTER, VALUE_CHARACTER } from './shape-words.ts';
import { readUtf8, writeUtf8 } from './utf8.ts';

/** Shapes that are told apart. Messages of a further shape belong to the pattern that they fit, or to one of all others, `<*>`. */
const MOST_SHAPES = 20_000;

/** What a miner knows, as plain data: for other threads and for merging. */
export interface MinerData {
  /** Shapes by number, with the character U+0001 for values. */
  readonly shapes: readonly string[];
  /** Messages whose shape came when the miner was full. */
  readonly overflow: number;
}

/**
 * Finds the patterns of log messages while they stream by. Each message is reduced to its shape (its text without
 * values), for which a number is given at once; shapes that are the same message with other names in it are one
 * pattern, which can be asked for at any time and is final when all messages were added. The patterns depend on the
 * set of shapes only: any order and any division among workers gives the same ones, as long as there are at most 20,000.
 */
export interface PatternMiner {
  /** The number of the message's shape: dense, from 0, the same for the same shape. */
  add(message: string): number;
  /** The same for UTF-8 bytes, without making a string. */
  addBytes(bytes: Uint8Array, start: number, end: number): number;
  /** The pattern of a shape, as the lowest shape number in it. Changes while new shapes come. */
  patternOf(shape: number): number;
  /** The pattern of a shape as people read it: `<*>` for what varies. */
  template(shape: number): string;
  /** Number of shapes. */
  readonly shapes: number;
  /** Number of patterns. */
  readonly size: number;
  /** Messages whose shape came when the miner was full, and fitted no pattern. */
  readonly overflow: number;
  /** Takes over another miner's shapes; gives this miner's number for each of them. */
  merge(other: MinerData): readonly number[];
  /** What it knows, for another thread. */
  toData(): MinerData;
}

/** Makes a miner that knows nothing yet. One frozen configuration: there is nothing to set. */
export function createPatternMiner(): PatternMiner {
  return new Miner();
}

interface Patterns {
  readonly of: Int32Array;
  readonly templates: readonly string[];
  readonly size: number;
}

class Miner implements PatternMiner {
  readonly #mask = new MessageMask();
  readonly #table = new ShapeTable();
  readonly #scratch = new Uint8Array(LONGEST + 8);
  readonly #shapes: string[] = [];
  #patterns: Patterns | null = null;
  #index: TemplateIndex | null = null;
  #overflow = 0;

  add(message: string): number {
    const length = writeUtf8(message, this.#scratch);
    return this.addBytes(this.#scratch, 0, length);
  }

  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#mask;
    const length = mask.write(bytes, start, end);
    const known = this.#table.find(mask.out, length);
    return known === -1 ? this.#learn(mask.out, length) : known;
  }

  patternOf(shape: number): number {
    return this.#grouped().of[shape] ?? shape;
  }

  template(shape: number): string {
    return this.#grouped().templates[shape] ?? '';
  }

  get shapes(): number {
    return this.#shapes.length;
  }

  get size(): number {
    return this.#grouped().size;
  }

  get overflow(): number {
    return this.#overflow;
  }

  merge(other: MinerData): readonly number[] {
    this.#overflow += other.overflow;
    return other.shapes.map((shape) => {
      const length = writeUtf8(shape, this.#scratch);
      const known = this.#table.find(this.#scratch, length);
      return known === -1 ? this.#learn(this.#scratch, length) : known;
    });
  }

  toData(): MinerData {
    return { shapes: this.#shapes, overflow: this.#overflow };
  }

  #learn(bytes: Uint8Array, length: number): number {
    if (this.#shapes.length >= MOST_SHAPES) return this.#fit(bytes, length);
    const id = this.#shapes.length;
    this.#table.insert(id);
    this.#shapes.push(readUtf8(bytes, 0, length));
    this.#patterns = null;
    return id;
  }

  /** The shape of a known pattern that a further shape fits. */
  #fit(bytes: Uint8Array, length: number): number {
    this.#index ??= new TemplateIndex(groupShapes(this.#shapes));
    const known = this.#index.find(bytes, length);
    return known === -1 ? this.#overflowed() : known;
  }

  /** The shape that stands for all that came too late. */
  #overflowed(): number {
    this.#overflow += 1;
    if (this.#shapes.length === MOST_SHAPES) {
      this.#shapes.push(VALUE_CHARACTER);
      this.#patterns = null;
    }
    return MOST_SHAPES;
  }

  #grouped(): Patterns {
    this.#patterns ??= patternsOf(this.#shapes);
    return this.#patterns;
  }
}

function patternsOf(shapes: readonly string[]): Patterns {
  const of = new Int32Array(shapes.length);
  const templates: string[] = [];
  const groups = groupShapes(shapes);
  for (const { members, template } of groups) {
    const text = template.replaceAll(VALUE_CHARACTER, '<*>').replaceAll(TRACE_CHARACTER, '·').trim();
    for (const member of members) {
      of[member] = members[0] ?? member;
      templates[member] = text;
    }
  }
  return { of, templates, size: groups.length };
}
