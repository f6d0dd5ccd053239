import { type PatternNode, parsePattern } from './pattern-node.ts';

/** A regular expression that reads bytes where they stand, so that no string is made of a line. */
export interface BytePattern {
  /** Start (even places) and end (odd places) of each capture group of the last match, from group 1; −1 without one. */
  readonly captures: Int32Array;
  /** End of the match that begins exactly at `at` and stays before `end`; −1 without one. Overwrites `captures`. */
  match(bytes: Uint8Array, at: number, end: number): number;
}

/** What the steps of one pattern share. */
interface Walk {
  bytes: Uint8Array;
  end: number;
  readonly captures: Int32Array;
  readonly starts: Int32Array;
}

/** Goes on from a place: the end of the whole match, or −1. */
type Step = (at: number) => number;

/**
 * Compiles a regular expression (its `source`, flag `y`) for bytes. It finds what the expression finds in the same text,
 * as long as the pattern asks for ASCII only. Null for what it does not know: lookbehind, lazy or unlimited
 * repeats of groups. Matching allocates nothing.
 */
export function compileBytePattern(source: string): BytePattern | null {
  const parsed = parsePattern(source);
  if (parsed === null) return null;
  const captures = new Int32Array(2 * parsed.groups).fill(-1);
  const walk: Walk = { bytes: new Uint8Array(), end: 0, captures, starts: new Int32Array(parsed.groups) };
  const first = stepOf(parsed.node, walk, (at) => at);
  return {
    captures,
    match(bytes, at, end) {
      walk.bytes = bytes;
      walk.end = end;
      captures.fill(-1);
      return first(at);
    },
  };
}

function stepOf(node: PatternNode, walk: Walk, next: Step): Step {
  switch (node.kind) {
    case 'bytes':
      return bytesStep(node.tables, walk, next);
    case 'repeat':
      return repeatStep(node, walk, next);
    case 'sequence':
      return node.items.reduceRight((then, item) => stepOf(item, walk, then), next);
    case 'choice':
      return choiceStep(node.options, walk, next);
    case 'optional':
      return optionalStep(node, walk, next);
    case 'capture':
      return captureStep(node, walk, next);
    case 'same':
      return sameStep(node.group, walk, next);
    case 'ahead':
      return aheadStep(node, walk, next);
  }
}

/** One byte of each table in turn. */
function bytesStep(tables: readonly Uint8Array[], walk: Walk, next: Step): Step {
  const [only] = tables;
  if (only !== undefined && tables.length === 1) {
    return (at) => (at < walk.end && only[walk.bytes[at] ?? 0] === 1 ? next(at + 1) : -1);
  }
  const count = tables.length;
  return (at) => {
    if (at + count > walk.end) return -1;
    for (let index = 0; index < count; index += 1) {
      if (tables[index]?.[walk.bytes[at + index] ?? 0] !== 1) return -1;
    }
    return next(at + count);
  };
}

/** As many bytes of a table as there are, then fewer until the rest matches; the other way round if lazy. */
function repeatStep(node: PatternNode & { kind: 'repeat' }, walk: Walk, next: Step): Step {
  const { table, least, most, whole } = node;
  if (node.lazy) return lazyStep(node, walk, next);
  return (at) => {
    const stop = Math.min(walk.end, at + most);
    let to = at;
    while (to < stop && table[walk.bytes[to] ?? 0] === 1) to += 1;
    const fewest = whole ? to : at + least;
    if (to < at + least) return -1;
    for (; to >= fewest; to -= 1) {
      const end = next(to);
      if (end !== -1) return end;
    }
    return -1;
  };
}

function lazyStep({ table, least, most }: PatternNode & { kind: 'repeat' }, walk: Walk, next: Step): Step {
  return (at) => {
    const stop = Math.min(walk.end, at + most);
    for (let to = at; ; to += 1) {
      const end = to < at + least ? -1 : next(to);
      if (end !== -1) return end;
      if (to >= stop || table[walk.bytes[to] ?? 0] !== 1) return -1;
    }
  };
}

function choiceStep(options: readonly PatternNode[], walk: Walk, next: Step): Step {
  const steps = options.map((option) => ({ first: option.first, step: stepOf(option, walk, next) }));
  return (at) => {
    const byte = at < walk.end ? (walk.bytes[at] ?? 0) : -1;
    for (const { first, step } of steps) {
      if (first !== null && first[byte] !== 1) continue;
      const end = step(at);
      if (end !== -1) return end;
    }
    return -1;
  };
}

function optionalStep({ node }: PatternNode & { kind: 'optional' }, walk: Walk, next: Step): Step {
  const step = stepOf(node, walk, next);
  const { first } = node;
  return (at) => {
    const may = first === null || (at < walk.end && first[walk.bytes[at] ?? 0] === 1);
    const end = may ? step(at) : -1;
    return end === -1 ? next(at) : end;
  };
}

/** Remembers where the group stands; a way that fails later forgets it again. */
function captureStep({ node, group }: PatternNode & { kind: 'capture' }, walk: Walk, next: Step): Step {
  const { captures, starts } = walk;
  const from = 2 * group;
  const close: Step = (at) => {
    const [start, end] = [captures[from] ?? -1, captures[from + 1] ?? -1];
    captures[from] = starts[group] ?? -1;
    captures[from + 1] = at;
    const done = next(at);
    if (done === -1) {
      captures[from] = start;
      captures[from + 1] = end;
    }
    return done;
  };
  const body = stepOf(node, walk, close);
  return (at) => {
    const start = starts[group] ?? -1;
    starts[group] = at;
    const done = body(at);
    if (done === -1) starts[group] = start;
    return done;
  };
}

/** What a group captured, once more. */
function sameStep(group: number, walk: Walk, next: Step): Step {
  const { captures } = walk;
  return (at) => {
    const start = captures[2 * group] ?? -1;
    const length = (captures[2 * group + 1] ?? -1) - start;
    if (at + length > walk.end) return -1;
    for (let index = 0; index < length; index += 1) {
      if (walk.bytes[start + index] !== walk.bytes[at + index]) return -1;
    }
    return next(at + length);
  };
}

function aheadStep({ node, wanted }: PatternNode & { kind: 'ahead' }, walk: Walk, next: Step): Step {
  const look = stepOf(node, walk, (at) => at);
  return (at) => ((look(at) !== -1) === wanted ? next(at) : -1);
}
