import { GIVEN_NAMES } from './given-names.data.ts';
import { OPAQUE } from './mask-prose.ts';
import type { Sentence, Token } from './split-sentences.ts';
import type { PeopleWords } from './wording.ts';

/** What kind of person is named: one of us, a reader, somebody by pronoun, role or name, a user, anybody, nobody. */
export type PersonKind = 'first' | 'second' | 'third' | 'actor' | 'name' | 'party' | 'someone' | 'nobody';

/** A person in a sentence, from the token where the naming begins to each token where it may end. */
export interface Person {
  readonly kind: PersonKind;
  /** Indexes right after it: without what follows (“the engineer”), and with it (“the engineer who was on call”). */
  readonly ends: readonly number[];
}

/** Finds who is named in sentences. */
export interface PeopleFinder {
  /** People by the index of the token where they begin. `before`: the sentence before, which says who “they” are. */
  find(sentence: Sentence, before: Sentence | undefined): ReadonlyMap<number, Person>;
}

/** Words that may stand before the noun: “the new backend engineer”. */
const MOST_BEFORE = 3;
const MOST_SURNAMES = 2;
/** Words that may stand behind it: “who was on call that night”. */
const MOST_BEHIND = 7;
const HAS_ARTICLE: ReadonlySet<PersonKind> = new Set(['actor', 'party', 'someone']);
const HANDLE = /^@[a-z][\w.-]*$/u;

/** @param names names and handles that are known to be people's */
export function peopleFinder(words: PeopleWords, names: readonly string[]): PeopleFinder {
  const lists = wordLists(words);
  const known = knownNames(names);
  const kindAt = (tokens: readonly Token[], at: number): PersonKind | undefined => {
    const token = tokens[at];
    if (token === undefined || token.mark || token.text.startsWith(OPAQUE)) return undefined;
    return nameKind(token, tokens[at + 1], known) ?? lists.kinds.get(token.norm);
  };
  const find = ({ tokens }: Sentence, before: Sentence | undefined): Map<number, Person> => {
    const people = new Map<number, Person>();
    const besideMachines = tokens.some(({ norm }) => lists.beside.has(norm));
    const isMachine = (token: Token, at: number): boolean =>
      lists.machines.has(token.norm) && (besideMachines || isProduct(tokens, at));
    tokens.forEach((token, at) => {
      const kind = lists.they.has(token.norm) ? theyKind(people, before) : kindAt(tokens, at);
      if (kind === undefined || isMachine(token, at)) return;
      const person: Person = { kind, ends: ends({ tokens, noun: at, kind }, lists) };
      const first = HAS_ARTICLE.has(kind) ? beginning(tokens, at, lists) : at;
      for (let start = at; start >= first; start -= 1) people.set(start, person);
    });
    return people;
  };
  /** “They” are people where somebody was named before them, or where nothing was. */
  const theyKind = (people: ReadonlyMap<number, Person>, before: Sentence | undefined): PersonKind | undefined =>
    before === undefined || people.size > 0 || before.tokens.some((_, at) => isSomebody(kindAt(before.tokens, at)))
      ? 'third'
      : undefined;
  return { find };
}

function isSomebody(kind: PersonKind | undefined): boolean {
  return kind !== undefined && kind !== 'first' && kind !== 'second';
}

interface WordLists {
  readonly kinds: ReadonlyMap<string, PersonKind>;
  readonly they: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly machines: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

function wordLists(words: PeopleWords): WordLists {
  const kinds = new Map<string, PersonKind>();
  const add = (list: string, kind: PersonKind): void => {
    for (const word of list.split('|')) kinds.set(word, kind);
  };
  add(words.first, 'first');
  add(words.second, 'second');
  add(words.third, 'third');
  add(words.someone, 'someone');
  add(words.nobody, 'nobody');
  add(words.roles, 'actor');
  add(words.parties, 'party');
  return {
    kinds,
    they: new Set(words.they.split('|')),
    articles: new Set(words.articles.split('|')),
    prepositions: new Set(words.prepositions.split('|')),
    machines: new Set(words.machines.nouns.split('|')),
    beside: new Set(words.machines.beside.split('|')),
  };
}

/** Names as written, and handles in small letters. */
function knownNames(names: readonly string[]): ReadonlySet<string> {
  const parts = names.flatMap((name) => {
    const handle = name.startsWith('@') || /^[\p{Ll}\p{N}._-]{3,}$/u.test(name);
    return handle ? [name.toLowerCase(), name.toLowerCase().replace(/^@/u, '')] : name.split(/[\s,()]+/u);
  });
  return new Set(parts.filter((part) => part.length > 2));
}

function nameKind(token: Token, next: Token | undefined, known: ReadonlySet<string>): PersonKind | undefined {
  if (known.has(token.text) || GIVEN_NAMES.has(token.text) || known.has(token.norm.replace(/^@/u, ''))) return 'name';
  return HANDLE.test(token.norm) && next?.norm !== '/' ? 'name' : undefined;
}

/** Where the naming begins: at the article, or at the noun itself. */
function beginning(tokens: readonly Token[], noun: number, { articles, kinds }: WordLists): number {
  for (let at = noun - 1; at >= 0 && at >= noun - 1 - MOST_BEFORE; at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.mark) break;
    if (articles.has(token.norm)) return at;
    if (kinds.has(token.norm) && kinds.get(token.norm) !== 'party' && at < noun - 1) break;
  }
  return noun;
}

interface Naming {
  readonly tokens: readonly Token[];
  readonly noun: number;
  readonly kind: PersonKind;
}

/** Where it may end: behind the noun, the surname, “of the team”, “who was on call”. */
function ends({ tokens, noun, kind }: Naming, { prepositions }: WordLists): number[] {
  const surnames = kind === 'name' ? tokens.slice(noun + 1, noun + 1 + MOST_SURNAMES) : [];
  const first = surnames.findIndex((token) => !isCapital(token));
  const end = noun + 1 + (first < 0 ? surnames.length : first) + (isDesignator(tokens[noun + 1]) ? 1 : 0);
  const found = [end];
  const next = tokens[end];
  if (next?.norm === ',') found.push(...behindAside(tokens, end));
  if (next === undefined || next.mark) return found;
  const linked =
    prepositions.has(next.norm) || /^(?:who|that|whose|which)$/u.test(next.norm) || next.norm.endsWith('ing');
  if (!linked) return found;
  for (let at = end + 1; at <= end + MOST_BEHIND; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.mark) break;
    found.push(at + 1);
  }
  return found;
}

/** Behind what stands between commas: “Bob, who was on call,”. */
function behindAside(tokens: readonly Token[], comma: number): number[] {
  const close = tokens.slice(comma + 1, comma + 2 + MOST_BEHIND).findIndex(({ norm }) => norm === ',');
  return close < 1 ? [] : [comma + close + 2];
}

function isCapital(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** True for what tells one from another: “Vendor C”, “engineer 2”. */
function isDesignator(token: Token | undefined): boolean {
  return token !== undefined && /^(?:[B-HJ-Z]|[1-9])$/u.test(token.text);
}

/** True for the last word of a name as “Workflow Manager”. */
function isProduct(tokens: readonly Token[], at: number): boolean {
  return at > 1 && isCapital(tokens[at]) && isCapital(tokens[at - 1]);
}
