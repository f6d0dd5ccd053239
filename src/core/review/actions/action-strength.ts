import { inflections, plural } from './inflections.ts';
import { plainWords } from './plain-words.ts';
import { INQUIRY_VERBS, MAKING_VERBS, STRENGTH_WORDS, STRENGTHS, type StrengthWords } from './strength-words.data.ts';

/** How surely an action keeps the same thing from happening again; `unclear` where its words do not tell. */
export type Strength = (typeof STRENGTHS)[number] | 'unclear';

/** A strength with the words that show it. */
export interface ActionStrength {
  readonly strength: Strength;
  /** One sentence that quotes the word it rests on. */
  readonly why: string;
}

type Class = StrengthWords | 'making' | 'inquiry';

/** Longest word of the tables, counted in words. */
const LONGEST = 4;

const CLASSED: readonly (readonly [verb: string, Class])[] = [
  ...INQUIRY_VERBS.map((verb): [string, Class] => [verb, 'inquiry']),
  ...MAKING_VERBS.map((verb): [string, Class] => [verb, 'making']),
  ...STRENGTH_WORDS.flatMap((words) => words.verbs.map((verb): [string, Class] => [verb, words])),
];
const PRESENT = new Map(CLASSED.flatMap(([verb, kind]) => inflections(verb).present.map((form) => [form, kind])));
const PAST = new Map(CLASSED.flatMap(([verb, kind]) => inflections(verb).past.map((form) => [form, kind])));
const OBJECTS = new Map(
  STRENGTH_WORDS.flatMap((words) => words.objects.flatMap((noun) => [noun, plural(noun)].map((form) => [form, words]))),
);

/**
 * How strong an action is: what its first words do (`remove`, `block`, `alert`, `document`, `train`) tells most; where it
 * makes or adds something, what that is does. Of several steps the strongest counts. English only.
 */
export function actionStrength(text: string): ActionStrength {
  const found = clausesOf(plainWords(text)).flatMap((clause) => clauseStrength(clause) ?? []);
  const best = found.toSorted((a, b) => rank(a) - rank(b))[0];
  return best === undefined
    ? { strength: 'unclear', why: 'No word says what it changes.' }
    : { strength: best.words.strength, why: `“${best.shownBy}” ${best.words.why}.` };
}

interface Shown {
  readonly words: StrengthWords;
  readonly shownBy: string;
}

function rank({ words }: Shown): number {
  return STRENGTHS.indexOf(words.strength);
}

/** Steps of an action: what follows a comma, a semicolon or “and” and begins with a verb is one of its own. */
export function clausesOf(words: readonly string[]): string[][] {
  const clauses: string[][] = [[]];
  words.forEach((word, index) => {
    const joint = /^(?:and|then|;|,|\.)$/u.test(word);
    if (!joint) clauses.at(-1)?.push(word);
    else if (clauses.at(-1)?.length !== 0 && verbAt(words.slice(index + 1, index + 1 + LONGEST), 0) !== null)
      clauses.push([]);
  });
  return clauses.filter((clause) => clause.length > 0);
}

/** True where a text begins with what was done (“Added …”, “Raised …”). */
export function tellsThePast(text: string): boolean {
  return longestIn(PAST, plainWords(text), 0) !== null;
}

/** True where a text says what is done, or names something that will be there. */
export function namesChange(text: string): boolean {
  const words = plainWords(text);
  return verbAt(words, 0) !== null || firstShown(words) !== null;
}

const BEING = /^(?:be|is|are|was|were|been|being|gets?)$/u;

/** A verb at a place. A past form counts in front and behind a form of “to be”; elsewhere it describes a noun. */
function verbAt(words: readonly string[], at: number): Entry<Class> | null {
  const past = at === 0 || BEING.test(words[at - 1] ?? '');
  return longestIn(PRESENT, words, at) ?? (past ? longestIn(PAST, words, at) : null);
}

function clauseStrength(words: readonly string[]): Shown | null {
  const head = verbAt(words, 0);
  const compound = nounsAt(words, 0);
  if (compound.length > 1) return compound.at(-1) ?? null;
  if (head === null || head.value === 'making') return firstShown(words.slice(head?.length ?? 0));
  if (head.value === 'inquiry') return null;
  const object = STRONG.has(head.value.strength) ? directObject(words.slice(head.length)) : null;
  return object !== null && !STRONG.has(object.words.strength) ? object : { words: head.value, shownBy: head.form };
}

/** Verbs of these classes act on their object: to fix an alert is to detect. */
const STRONG: ReadonlySet<string> = new Set(['eliminate', 'guard']);
const AFTER_OBJECT =
  /^(?:to|in|on|for|of|from|with|without|by|when|if|that|which|so|until|before|after|during|via|as|at|where|while|[,.;])$/u;

function directObject(words: readonly string[]): Shown | null {
  const end = words.findIndex((word) => AFTER_OBJECT.test(word));
  return firstNoun(end === -1 ? words : words.slice(0, end));
}

function firstNoun(words: readonly string[]): Shown | null {
  return words.map((_, index) => nounsAt(words, index).at(-1)).find((shown) => shown !== undefined) ?? null;
}

/** The first word that tells the class: what is made, or what that does. */
function firstShown(words: readonly string[]): Shown | null {
  for (let index = 0; index < words.length; index += 1) {
    const noun = nounsAt(words, index).at(-1);
    if (noun !== undefined) return noun;
    const verb = verbAt(words, index);
    if (verb !== null && typeof verb.value !== 'string') return { words: verb.value, shownBy: verb.form };
  }
  return null;
}

/** Known nouns in a row; the last one is what the others describe (“alert runbook” is a runbook). */
function nounsAt(words: readonly string[], at: number): Shown[] {
  const found = longestIn(OBJECTS, words, at);
  return found === null ? [] : [{ words: found.value, shownBy: found.form }, ...nounsAt(words, at + found.length)];
}

interface Entry<T> {
  readonly value: T;
  readonly form: string;
  readonly length: number;
}

/** The longest entry of a table that the words have at a place. */
function longestIn<T>(table: ReadonlyMap<string, T>, words: readonly string[], at: number): Entry<T> | null {
  for (let length = LONGEST; length > 0; length -= 1) {
    if (at + length > words.length) continue;
    const form = words.slice(at, at + length).join(' ');
    const value = table.get(form);
    if (value !== undefined) return { value, form, length };
  }
  return null;
}
