import { isAdverb, isParticiple } from './english-grammar.ts';
import { EVERYDAY_WORDINGS } from './english-everyday.data.ts';
import { ENGLISH_CLASSES, ENGLISH_PEOPLE } from './english-words.data.ts';
import { ENGLISH_WORDINGS } from './english-wordings.data.ts';
import { FRENCH } from './french.data.ts';
import { GERMAN } from './german.data.ts';
import { compilePhrase, type Phrase, type WordKnowledge } from './match-phrase.ts';
import { SPANISH } from './spanish.data.ts';
import type { Language, PeopleWords, Wording } from './wording.ts';

/** A phrase with the wording that it belongs to. */
export interface Entry {
  readonly phrase: Phrase;
  readonly wording: CompiledWording;
}

/** A wording whose lists of words can be asked. */
export interface CompiledWording {
  readonly wording: Wording;
  /** The smaller, the sooner it counts. */
  readonly rank: number;
  readonly notBefore: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly needs: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
}

/** A language, ready to look for its phrases. */
export interface CompiledLanguage {
  readonly people?: PeopleWords;
  readonly byFirstWord: ReadonlyMap<string, readonly Entry[]>;
  /** Phrases that begin with a person, by a word that they need. */
  readonly byAnchor: ReadonlyMap<string, readonly Entry[]>;
  /** Phrases that begin with a person and need no word. */
  readonly anyWord: readonly Entry[];
}

const ENGLISH: Language = {
  people: ENGLISH_PEOPLE,
  classes: ENGLISH_CLASSES,
  wordings: [...ENGLISH_WORDINGS, ...EVERYDAY_WORDINGS],
};

const LANGUAGES: Readonly<Record<string, Language>> = { en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH };

/** Wordings of every language, for tests and pages. */
export const ALL_WORDINGS: readonly (readonly [language: string, wording: Wording])[] = Object.entries(
  LANGUAGES,
).flatMap(([code, { wordings }]) => wordings.map((wording) => [code, wording] as const));

const compiled = new Map<string, CompiledLanguage>();

/** The language of a code as `en`; undefined for one that has no table. */
export function languageOf(code: string): CompiledLanguage | undefined {
  const language = LANGUAGES[code];
  if (language === undefined) return undefined;
  const ready = compiled.get(code) ?? compile(language);
  compiled.set(code, ready);
  return ready;
}

function compile({ people, classes, wordings }: Language): CompiledLanguage {
  const sets = Object.fromEntries(Object.entries(classes).map(([name, words]) => [name, setOf(words)]));
  const english = people !== undefined;
  const knowledge: WordKnowledge = {
    classes: sets,
    isAdverb: english ? isAdverb : () => false,
    isParticiple: english ? isParticiple : () => false,
  };
  const byFirstWord = new Map<string, Entry[]>();
  const byAnchor = new Map<string, Entry[]>();
  const anyWord: Entry[] = [];
  wordings.forEach((wording, rank) => {
    const ready = compileWording(wording, rank);
    for (const pattern of wording.patterns) {
      const entry: Entry = { phrase: compilePhrase(pattern, knowledge), wording: ready };
      const { anchors, firstWords } = entry.phrase;
      addTo(byFirstWord, firstWords, entry);
      addTo(byAnchor, anchors, entry);
      if (firstWords === undefined && anchors === undefined) anyWord.push(entry);
    }
  });
  return { ...(people === undefined ? {} : { people }), byFirstWord, byAnchor, anyWord };
}

function addTo(map: Map<string, Entry[]>, words: ReadonlySet<string> | undefined, entry: Entry): void {
  for (const word of words ?? []) map.set(word, [...(map.get(word) ?? []), entry]);
}

function compileWording(wording: Wording, rank: number): CompiledWording {
  const { notBefore, notAfter, needs, without } = wording;
  return {
    wording,
    rank,
    notBefore: setOf(notBefore),
    notAfter: setOf(notAfter),
    needs: setOf(needs),
    without: setOf(without),
  };
}

function setOf(words: string | undefined): ReadonlySet<string> {
  return new Set(words === undefined ? [] : words.split('|'));
}
