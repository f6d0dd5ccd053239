import { ANNOUNCING_WORDS } from './announcing-words.data.ts';
import { type ShapeWords, shapeWords, VALUE_CHARACTER, WORD_KIND } from './shape-words.ts';

/** Names that differ in one place are values of it if there are at least this many. */
const LEAST_NAMES = 3;
/** The same for words of a language, which more often tell different things. */
const LEAST_WORDS = 5;
/** Plain words that must be equal, so that what is left is still a message. */
const LEAST_EQUAL = 2;
const MOST_WORDS = 40;
const ROUNDS = 3;

/** Shapes that are the same message, and what they have in common. */
export interface ShapeGroup {
  /** Positions in the list of shapes, rising. */
  readonly members: readonly number[];
  /** With {@link VALUE_CHARACTER} for what varies. */
  readonly template: string;
}

/** A group while it grows. */
interface Growing extends ShapeWords {
  readonly members: number[];
}

/**
 * Finds the shapes that are the same message with other names in it: users, hosts, classes, paths. Depends on the set
 * of shapes only, not on their order or how often each came, so that any division of a log gives the same groups.
 */
export function groupShapes(shapes: readonly string[]): ShapeGroup[] {
  const single = shapes.map((shape, index): Growing => ({ ...shapeWords(shape), members: [index] }));
  let groups = mergeNames(single);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = groups.length;
    groups = mergeNames(mergeWords(groups));
    if (groups.length === before) break;
  }
  return groups.map((group) => ({ members: group.members.toSorted((a, b) => a - b), template: textOf(group) }));
}

function textOf({ words, marks }: ShapeWords): string {
  return words.map((word, index) => (marks[index] ?? '') + word).join('') + (marks.at(-1) ?? '');
}

/** Groups that are equal but for names and values. */
function mergeNames(groups: readonly Growing[]): Growing[] {
  const alike = Map.groupBy(
    groups,
    ({ words, kinds, marks }) =>
      words
        .map((word, index) => (marks[index] ?? '') + (kinds[index] === WORD_KIND.PLAIN ? word : VALUE_CHARACTER))
        .join('') + (marks.at(-1) ?? ''),
  );
  return [...alike.values()].flatMap((set) => splitByNames(set));
}

/** Divides groups that are equal but for names where a name is no value; what is left of each part is one. */
function splitByNames(set: readonly Growing[]): Growing[] {
  const [first] = set;
  if (first === undefined || set.length === 1) return [...set];
  let dividing = -1;
  let fewest = Infinity;
  for (let index = 0; index < first.words.length; index += 1) {
    if (first.kinds[index] === WORD_KIND.PLAIN) continue;
    const names = new Set(set.map(({ words }) => words[index] ?? ''));
    if (names.size === 1 || varies(first, index, names) || names.size >= fewest) continue;
    dividing = index;
    fewest = names.size;
  }
  if (dividing === -1) return [joined(set)];
  const parts = Map.groupBy(set, ({ words }) => words[dividing] ?? '');
  return [...parts.values()].flatMap((part) => splitByNames(part));
}

function varies(shape: ShapeWords, index: number, names: ReadonlySet<string>): boolean {
  if (names.size >= LEAST_NAMES || isAnnounced(shape, index)) return true;
  return [...names].some((name) => name.includes(VALUE_CHARACTER));
}

/** Whether the word before says that a name follows: `user alice`, `host=web-1`. */
function isAnnounced({ words }: ShapeWords, index: number): boolean {
  return ANNOUNCING_WORDS.has((words[index - 1] ?? '').toLowerCase());
}

function joined(set: readonly Growing[]): Growing {
  const [first] = set;
  if (first === undefined) throw new Error('A group of shapes has at least one.');
  const same = first.words.map((word, index) => set.every(({ words }) => words[index] === word));
  return {
    words: first.words.map((word, index) => (same[index] === true ? word : VALUE_CHARACTER)),
    kinds: first.kinds.map((kind, index) => (same[index] === true ? kind : WORD_KIND.VALUE)),
    marks: first.marks,
    members: set.flatMap(({ members }) => members),
  };
}

/** Groups that are equal but for one plain word, where that word has many variants or a value among them. */
function mergeWords(groups: readonly Growing[]): Growing[] {
  const open = groups.map((group) => generalisations(group));
  const variants = new Map<string, Set<string>>();
  for (const [at, list] of open.entries())
    for (const { key, index } of list) {
      const known = variants.get(key);
      const word = groups[at]?.words[index] ?? '';
      if (known === undefined) variants.set(key, new Set([word]));
      else known.add(word);
    }
  const chosen = groups.map((group, at) => bestOf(open[at] ?? [], variants, group));
  const merged = Map.groupBy(groups.keys(), (at) => chosen[at] ?? `\u0002${String(at)}`);
  return [...merged.values()].map((places) =>
    joined(places.map((at) => groups[at]).filter((group) => group !== undefined)),
  );
}

interface Generalisation {
  readonly key: string;
  readonly index: number;
}

function bestOf(
  list: readonly Generalisation[],
  variants: ReadonlyMap<string, ReadonlySet<string>>,
  group: Growing,
): string | null {
  let best: string | null = null;
  let most = 1;
  for (const { key, index } of list) {
    const words = variants.get(key);
    if (words === undefined || words.size <= most) continue;
    if (words.size >= LEAST_WORDS || words.has(VALUE_CHARACTER) || isAnnounced(group, index))
      [best, most] = [key, words.size];
  }
  return best;
}

/** The text of a group with one of its words, each in turn, left open. */
function generalisations(group: Growing): Generalisation[] {
  const { words, kinds, marks } = group;
  if (words.length > MOST_WORDS) return [];
  const plain = kinds.filter((kind) => kind === WORD_KIND.PLAIN).length;
  return words.flatMap((word, index) => {
    if (kinds[index] === WORD_KIND.PLAIN ? plain <= LEAST_EQUAL : word !== VALUE_CHARACTER) return [];
    const key =
      words.map((other, at) => (marks[at] ?? '') + (at === index ? VALUE_CHARACTER : other)).join('') +
      (marks.at(-1) ?? '');
    return [{ key: `${String(index)} ${key}`, index }];
  });
}
