import { toProse } from '#core/record';

import type { RecordBuilder } from '../record-builder.ts';
import { tokenizer, type Tokenizer } from './tokens.ts';

/**
 * Writes to the record and remembers every word that it wrote, so that what a reader missed can be told and kept.
 * Readers may therefore be as simple as they like: nothing of the source is lost by them.
 */
export interface Keeper {
  readonly builder: RecordBuilder;
  /** Section that is being read. */
  readonly section: string;
  enter(section: string): void;
  set(
    path: string,
    value: string | boolean | number | null | undefined,
    place?: Parameters<RecordBuilder['set']>[2],
  ): void;
  count(path: string): number;
  push(path: string, item: Readonly<Record<string, unknown>>): void;
  aside(text: string | undefined): void;
  /** Keeps text before or behind the structured part of the section. */
  introduce(text: string): void;
  remark(text: string): void;
  /** Keeps a heading, a label or a table's head, which the dialect's own wording stands for. */
  heading(text: string | undefined): void;
  /** Text that a value stands for in another form, as a ticked box for "done". */
  mark(text: string): void;
  /** Keeps every line of a source text that was not written since the last call. Returns how many. */
  settle(source: string): number;
}

/** A keeper over a builder. */
export function keeperOf(builder: RecordBuilder): Keeper {
  const tokensOf = tokenizer();
  let kept = new Map<string, number>();
  let section = 'title';
  const note = (value: unknown): void => {
    if (typeof value === 'string') for (const token of tokensOf(value)) kept.set(token, (kept.get(token) ?? 0) + 1);
    else if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) note(child);
  };
  const append = (map: string, text: string): void => {
    const prose = toProse(text);
    if (prose === undefined) return;
    note(prose);
    builder.append(`${map}.${section}`, prose);
  };
  return {
    builder,
    get section() {
      return section;
    },
    enter(next) {
      section = next;
      builder.enter(next);
    },
    set(path, value, place) {
      note(value);
      builder.set(path, value ?? undefined, place);
    },
    count: (path) => builder.count(path),
    push(path, item) {
      note(item);
      builder.push(path, item);
    },
    aside(text) {
      note(text);
      builder.aside(text);
    },
    introduce: (text) => {
      append('introductions', text);
    },
    remark: (text) => {
      append('remarks', text);
    },
    heading(text) {
      const prose = text === undefined ? undefined : toProse(text);
      if (prose === undefined) return;
      note(prose);
      builder.push('headings', { section, text: prose });
    },
    mark: note,
    settle(source) {
      const lost = lostLines(source, kept, tokensOf);
      kept = new Map();
      if (lost.length > 0) append('remarks', lost.join('\n'));
      kept = new Map();
      return lost.length;
    },
  };
}

/** The same keeper for text whose offsets are not those of the document. */
export function withoutPlaces(keeper: Keeper): Keeper {
  return {
    ...keeper,
    get section() {
      return keeper.section;
    },
    set: (path, value) => {
      keeper.set(path, value);
    },
  };
}

/** Lines of which some word was not kept. A line without tokens only draws: a rule, a fence, an empty item. */
function lostLines(source: string, kept: Map<string, number>, tokensOf: Tokenizer): string[] {
  return source.split(/\r\n|\r|\n/u).filter((line) => {
    const tokens = tokensOf(line);
    const missing = tokens.some((token) => (kept.get(token) ?? 0) === 0);
    if (!missing) for (const token of tokens) kept.set(token, (kept.get(token) ?? 0) - 1);
    return missing;
  });
}
