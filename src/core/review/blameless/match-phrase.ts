import type { Person, PersonKind } from './find-people.ts';
import type { Sentence, Token } from './split-sentences.ts';

/** A sentence and who is named in it. */
export interface Reading {
  readonly sentence: Sentence;
  readonly people: ReadonlyMap<number, Person>;
}

/** Where a phrase stands in a sentence: indexes of tokens, ends exclusive. */
export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  /** The bracketed part. */
  readonly replaced?: { readonly start: number; readonly end: number };
  /** The last verb that a class of verbs matched. */
  readonly verb?: number;
}

/** A phrase that can be looked for. */
export interface Phrase {
  /** Words that it can begin with; absent where a person begins it. */
  readonly firstWords?: ReadonlySet<string>;
  /** Words of which its sentence has one, where a person begins it; absent where any will do. */
  readonly anchors?: ReadonlySet<string>;
  /** The match that begins at a token, if there is one. */
  matchAt(reading: Reading, at: number): PhraseMatch | undefined;
}

type Step = (reading: Reading, at: number) => readonly number[];

interface Element {
  readonly step: Step;
  readonly optional: boolean;
  readonly verb: boolean;
  readonly words?: ReadonlySet<string>;
}

interface Part {
  readonly elements: readonly Element[];
  readonly bracket?: readonly [from: number, to: number];
}

/** Most words that `..` stands for. */
const MOST_BETWEEN = 5;
const CLAUSE_WORDS = new Set(['and', 'but', 'so', 'because', 'that', 'then', 'however', 'also', 'if', 'when', 'while']);

/** Who a name in capitals stands for. */
const PEOPLE: Readonly<Record<string, ReadonlySet<PersonKind>>> = {
  PEOPLE: new Set(['first', 'second', 'third', 'actor', 'name', 'someone']),
  ANYONE: new Set(['first', 'second', 'third', 'actor', 'name', 'someone', 'party']),
  ACTOR: new Set(['third', 'actor', 'name', 'someone']),
  NAMED: new Set(['actor', 'name']),
  NAME: new Set(['name']),
  WE: new Set(['first']),
  NOBODY: new Set(['nobody']),
};

/** What a language knows of words in general. */
export interface WordKnowledge {
  readonly classes: Readonly<Record<string, ReadonlySet<string>>>;
  /** True for a word like “never” or “carefully”. */
  readonly isAdverb: (token: Token) => boolean;
  /** True for a verb in a past form, judged with what follows it. */
  readonly isParticiple: (token: Token, next: Token | undefined) => boolean;
}

/** Makes a phrase of its pattern; how a pattern is written is told at `Wording.patterns`. */
export function compilePhrase(pattern: string, knowledge: WordKnowledge): Phrase {
  const part = parse(pattern, knowledge);
  const first = pattern.startsWith('^') ? part.elements[1] : part.elements[0];
  const matchAt = (reading: Reading, at: number): PhraseMatch | undefined => {
    const places: number[] = [];
    return walk(part.elements, { reading, places }, at) ? toMatch(part, places) : undefined;
  };
  if (first?.words !== undefined && !first.optional) return { firstWords: first.words, matchAt };
  const anchors = part.elements.find(({ optional, words }) => !optional && words !== undefined)?.words;
  return anchors === undefined ? { matchAt } : { anchors, matchAt };
}

function parse(pattern: string, knowledge: WordKnowledge): Part {
  const elements: Element[] = [];
  let from: number | undefined;
  let bracket: readonly [number, number] | undefined;
  for (const written of pattern.split(' ')) {
    const opens = written.startsWith('[');
    const closes = written.endsWith(']');
    if (opens) from = elements.length;
    elements.push(readElement(written.replaceAll(/[[\]]/gu, ''), knowledge));
    if (closes && from !== undefined) bracket = [from, elements.length];
  }
  return bracket === undefined ? { elements } : { elements, bracket };
}

function readElement(written: string, knowledge: WordKnowledge): Element {
  const optional = written.endsWith('?');
  const name = optional ? written.slice(0, -1) : written;
  const step = PLACES[name] ?? wordClass(name, knowledge);
  if (step !== undefined) return { step, optional, verb: name === 'PARTICIPLE' };
  const names = name.split('|');
  const kinds = names.flatMap((each) => [...(PEOPLE[each] ?? [])]);
  const words = new Set(names.flatMap((each) => (each in PEOPLE ? [] : [...(knowledge.classes[each] ?? [each])])));
  const verb = names.some((each) => each.endsWith('_DONE') || each === 'PARTICIPLE');
  const steps = [tokenStep(({ norm }) => words.has(norm))];
  if (kinds.length > 0) steps.push(personStep(new Set(kinds)));
  if (names.includes('PARTICIPLE')) steps.push(tokenStep(knowledge.isParticiple));
  const [byWord] = steps;
  if (steps.length === 1 && byWord !== undefined) return { step: byWord, optional, verb, words };
  return { step: (reading, at) => steps.flatMap((each) => each(reading, at)), optional, verb };
}

const isEnd = (token: Token | undefined): boolean => token === undefined || token.mark;

/** Elements that stand for a place, or for words of any kind. */
const PLACES: Readonly<Record<string, Step>> = {
  '^': ({ sentence: { tokens } }, at) => {
    const before = tokens[at - 1];
    return isEnd(before) || CLAUSE_WORDS.has(before?.norm ?? '') ? [at] : [];
  },
  $: ({ sentence: { tokens } }, at) => (isEnd(tokens[at]) ? [at] : []),
  '*': ({ sentence: { tokens } }, at) => (isEnd(tokens[at]) ? [] : [at + 1]),
  '..': ({ sentence: { tokens } }, at) => {
    const found = [at];
    while (found.length <= MOST_BETWEEN && !isEnd(tokens[found.at(-1) ?? at])) found.push((found.at(-1) ?? at) + 1);
    return found;
  },
};

function wordClass(name: string, { classes, isAdverb, isParticiple }: WordKnowledge): Step | undefined {
  if (name === 'ADV') return adverbs(isAdverb);
  if (name === 'PARTICIPLE') return tokenStep(isParticiple);
  // Where a noun is complete: “the operator” and not “the operator panel”.
  if (name === 'END') return atEndOfNoun(classes['END_WORDS'] ?? new Set());
  return undefined;
}

function atEndOfNoun(words: ReadonlySet<string>): Step {
  return ({ sentence: { tokens } }, at) => {
    const token = tokens[at];
    return isEnd(token) || words.has(token?.norm ?? '') ? [at] : [];
  };
}

/** Up to two adverbs. */
function adverbs(isAdverb: WordKnowledge['isAdverb']): Step {
  return ({ sentence: { tokens } }, at) => {
    const [first, second] = [tokens[at], tokens[at + 1]];
    if (first === undefined || !isAdverb(first)) return [];
    return second !== undefined && isAdverb(second) ? [at + 2, at + 1] : [at + 1];
  };
}

function tokenStep(accepts: (token: Token, next: Token | undefined) => boolean): Step {
  return ({ sentence: { tokens } }, at) => {
    const token = tokens[at];
    return token !== undefined && accepts(token, tokens[at + 1]) ? [at + 1] : [];
  };
}

function personStep(kinds: ReadonlySet<PersonKind>): Step {
  return ({ people }, at) => {
    const person = people.get(at);
    return person !== undefined && kinds.has(person.kind) ? person.ends : [];
  };
}

interface Walk {
  readonly reading: Reading;
  /** Where each element begins, and where the last one ends. */
  readonly places: number[];
}

/** Fills in the places of the first way that works; false where none does. */
function walk(elements: readonly Element[], { reading, places }: Walk, at: number): boolean {
  const index = places.length;
  places.push(at);
  const element = elements[index];
  if (element === undefined) return true;
  for (const next of element.step(reading, at)) if (walk(elements, { reading, places }, next)) return true;
  if (element.optional && walk(elements, { reading, places }, at)) return true;
  places.length = index;
  return false;
}

function toMatch({ elements, bracket }: Part, places: readonly number[]): PhraseMatch {
  const place = (index: number): number => places[index] ?? 0;
  const verb = elements.findLastIndex((each, index) => each.verb && place(index + 1) > place(index));
  return {
    start: place(0),
    end: place(elements.length),
    ...(bracket === undefined ? {} : { replaced: { start: place(bracket[0]), end: place(bracket[1]) } }),
    ...(verb < 0 ? {} : { verb: place(verb) }),
  };
}
