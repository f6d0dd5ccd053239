import { ANNOUNCING_WORDS, NAMED_THINGS, PREPOSITIONS } from './announcing-words.data.ts';
import { GROUPING, type Grouping } from './grouping.data.ts';
import { type ShapeWords, shapeWords, VALUE_CHARACTER, WORD_KIND } from './shape-words.ts';

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
export function groupShapes(shapes: readonly string[], grouping: Grouping = GROUPING): ShapeGroup[] {
  const single = shapes.map((shape, index): Growing => ({ ...shapeWords(shape), members: [index] }));
  let groups = mergeNames(mergeRareWords(mergeNames(single, grouping), grouping), grouping);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = groups.length;
    groups = mergeNames(mergeWords(groups, grouping), grouping);
    if (groups.length === before) break;
  }
  return groups.map((group) => ({ members: group.members.toSorted((a, b) => a - b), template: textOf(group) }));
}

function textOf({ words, marks }: ShapeWords): string {
  return words.map((word, index) => (marks[index] ?? '') + word).join('') + (marks.at(-1) ?? '');
}

/** Groups that are equal but for names and values. */
function mergeNames(groups: readonly Growing[], grouping: Grouping): Growing[] {
  const alike = Map.groupBy(
    groups,
    ({ words, kinds, marks }) =>
      words
        .map((word, index) => (marks[index] ?? '') + (kinds[index] === WORD_KIND.PLAIN ? word : VALUE_CHARACTER))
        .join('') + (marks.at(-1) ?? ''),
  );
  return [...alike.values()].flatMap((set) => splitByNames(set, grouping.leastNames));
}

/** Divides groups that are equal but for names where a name is no value; what is left of each part is one. */
function splitByNames(set: readonly Growing[], least: number): Growing[] {
  const [first] = set;
  if (first === undefined || set.length === 1) return [...set];
  let dividing = -1;
  let fewest = Infinity;
  for (let index = 0; index < first.words.length; index += 1) {
    if (first.kinds[index] === WORD_KIND.PLAIN) continue;
    const names = new Set(set.map(({ words }) => words[index] ?? ''));
    if (names.size === 1 || names.size >= least || varies(first, index, names) || names.size >= fewest) continue;
    dividing = index;
    fewest = names.size;
  }
  if (dividing === -1) return [joined(set)];
  const parts = Map.groupBy(set, ({ words }) => words[dividing] ?? '');
  return [...parts.values()].flatMap((part) => splitByNames(part, least));
}

function varies(shape: ShapeWords, index: number, names: ReadonlySet<string>): boolean {
  if (isAnnounced(shape, index)) return true;
  return [...names].some((name) => name.includes(VALUE_CHARACTER));
}

/** Whether the words before say that a name follows: `user alice`, `host=web-1`, `from topic orders`. */
function isAnnounced({ words, marks }: ShapeWords, index: number): boolean {
  const before = (words[index - 1] ?? '').toLowerCase();
  if (ANNOUNCING_WORDS.has(before)) return true;
  if (!NAMED_THINGS.has(before) || PARTICIPLE.test(words[index] ?? '')) return false;
  return /^[=:]/u.test(marks[index] ?? '') || PREPOSITIONS.has((words[index - 2] ?? '').toLowerCase());
}

const PARTICIPLE = /(?:ed|ing)$/u;

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

/**
 * Merges groups that are equal but for several words at once, where each of these is rare among the shapes built alike and
 * one of many: `user ada of team blue was refused`. What counts as rare grows from pass to pass, as a name comes in more
 * shapes the longer a log is.
 */
function mergeRareWords(groups: readonly Growing[], grouping: Grouping): Growing[] {
  let merged = groups;
  for (let rare = grouping.leastWords; rare * MORE_VARIANTS < merged.length; rare *= MORE_VARIANTS) {
    const alike = Map.groupBy(merged, ({ marks }) => marks.join('\n'));
    merged = [...alike.values()].flatMap((set) => mergeRare(set, rare, grouping));
  }
  return [...merged];
}

/** How many times as many variants each further open place asks for. */
const MORE_VARIANTS = 4;
/** How many times as many different words a place has that is open beside others. */
const MORE_WORDS = 2;

function mergeRare(set: readonly Growing[], rare: number, grouping: Grouping): readonly Growing[] {
  const { leastWords, leastEqual } = grouping;
  if (set.length < leastWords * MORE_VARIANTS || set[0]!.words.length > MOST_WORDS) return set;
  const counts = wordCounts(set);
  const opened = set.map((group) => openRare(group, counts, rare));
  const merged = Map.groupBy(opened.keys(), (at) => opened[at]!.key ?? at);
  return [...merged.values()].flatMap((members) => {
    const same = members.map((at) => set[at]!);
    const { places, equal } = opened[members[0]!]!;
    if (places.length < 2 || equal < leastEqual || equal <= places.length) return same;
    const unannounced = places.filter((index) => !same.every((group) => isAnnounced(group, index)));
    return divided(same, unannounced, leastWords * MORE_WORDS).flatMap((part) => {
      const open = unannounced.filter((index) => part.some(({ words }) => words[index] !== part[0]!.words[index]));
      return part.length >= leastWords * MORE_VARIANTS ** Math.max(0, open.length - 1) ? [joined(part)] : part;
    });
  });
}

/** Divides shapes by the open place with the fewest words, as long as one has fewer than a place of names has. */
function divided(set: readonly Growing[], places: readonly number[], least: number): (readonly Growing[])[] {
  const [narrowest] = places
    .map((index) => ({ index, words: new Set(set.map((group) => group.words[index])).size }))
    .filter(({ words }) => words > 1)
    .toSorted((a, b) => a.words - b.words);
  if (narrowest === undefined || narrowest.words >= least) return [set];
  const parts = Map.groupBy(set, (group) => group.words[narrowest.index]);
  return [...parts.values()].flatMap((part) => divided(part, places, least));
}

/** For each place, how many of the shapes have each word there. */
function wordCounts(set: readonly Growing[]): Map<string, number>[] {
  return set[0]!.words.map((_, index) => {
    const counts = new Map<string, number>();
    for (const { words } of set) counts.set(words[index]!, (counts.get(words[index]!) ?? 0) + 1);
    return counts;
  });
}

/** A shape with its rare and its announced plain words left open: null as key where fewer than two are. */
function openRare(
  group: Growing,
  counts: readonly ReadonlyMap<string, number>[],
  rare: number,
): { readonly key: string | null; readonly places: readonly number[]; readonly equal: number } {
  const { words, kinds, marks } = group;
  const places: number[] = [];
  let equal = 0;
  const open = words.map((word, index) => {
    if (kinds[index] !== WORD_KIND.PLAIN) return VALUE_CHARACTER;
    const isRare = (counts[index]!.get(word) ?? 0) < rare || isAnnounced(group, index);
    if (isRare) places.push(index);
    else equal += 1;
    return isRare ? VALUE_CHARACTER : word;
  });
  return { key: places.length < 2 ? null : textOf({ words: open, kinds, marks }), places, equal };
}

/** Merges groups that are equal but for one word, where that word has many variants or is a value in one of them. */
function mergeWords(groups: readonly Growing[], grouping: Grouping): Growing[] {
  const variants = new Map<string, Set<string>>();
  const open = groups.map((group) => placesOf(group, grouping.leastEqual));
  for (const [at, places] of open.entries()) {
    for (const { index, key } of places) {
      const word = groups[at]?.words[index] ?? '';
      const known = variants.get(key);
      if (known === undefined) variants.set(key, new Set([word]));
      else known.add(word);
    }
  }
  const merged = Map.groupBy(groups.entries(), ([at, group]) => {
    const widest = widestOf(open[at] ?? [], variants, (index, words) => {
      return words.size >= grouping.leastWords || words.has(VALUE_CHARACTER) || isAnnounced(group, index);
    });
    return widest ?? at;
  });
  return [...merged.values()].map((set) => joined(set.map(([, group]) => group)));
}

/** A place of a shape that may vary, and the text of the shape with that place left open. */
interface OpenPlace {
  readonly index: number;
  readonly key: string;
}

function placesOf({ words, kinds, marks }: ShapeWords, leastEqual: number): OpenPlace[] {
  if (words.length > MOST_WORDS) return [];
  const plain = kinds.filter((kind) => kind === WORD_KIND.PLAIN).length;
  return words.flatMap((word, index) => {
    const isPlain = kinds[index] === WORD_KIND.PLAIN;
    if (isPlain ? plain <= leastEqual : kinds[index] === WORD_KIND.VALUE && word !== VALUE_CHARACTER) return [];
    const key = textOf({ words: words.with(index, VALUE_CHARACTER), kinds, marks });
    return [{ index, key: `${String(index)} ${key}` }];
  });
}

/** The open text with the most variants, of those places where they are values. */
function widestOf(
  places: readonly OpenPlace[],
  variants: ReadonlyMap<string, ReadonlySet<string>>,
  areValues: (index: number, words: ReadonlySet<string>) => boolean,
): string | null {
  let widest: string | null = null;
  let most = 1;
  for (const { index, key } of places) {
    const words = variants.get(key);
    if (words === undefined || words.size <= most || !areValues(index, words)) continue;
    [widest, most] = [key, words.size];
  }
  return widest;
}
