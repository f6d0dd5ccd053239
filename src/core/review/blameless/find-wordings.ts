import type { CompiledLanguage, CompiledWording, Entry } from './languages.ts';
import type { PhraseMatch, Reading } from './match-phrase.ts';
import type { Token } from './split-sentences.ts';

/** A wording that stands in a sentence. */
export interface FoundWording {
  readonly found: CompiledWording;
  readonly match: PhraseMatch;
}

/** How far `notBefore` and `notAfter` look. */
const BEFORE = 7;
const AFTER = 3;

/** The wordings of a sentence, in its order; where several find the same words, the first of the table. */
export function findWordings(reading: Reading, language: CompiledLanguage): FoundWording[] {
  const { tokens } = reading.sentence;
  const aboutPeople = reading.people.size === 0 ? [] : phrasesAboutPeople(tokens, language);
  const candidates: FoundWording[] = [];
  tokens.forEach((token, at) => {
    const beginning = language.byFirstWord.get(token.norm);
    if (beginning !== undefined) candidates.push(...matches(reading, at, beginning));
    if (reading.people.has(at)) candidates.push(...matches(reading, at, aboutPeople));
  });
  if (candidates.length === 0) return [];
  const words = new Set(tokens.map(({ norm }) => norm));
  const allowed = candidates.filter((candidate) => isAllowed(candidate, tokens, words));
  return withoutOverlaps(allowed);
}

/** The phrases that begin with a person and whose other words a sentence has. */
function phrasesAboutPeople(tokens: readonly Token[], { anyWord, byAnchor }: CompiledLanguage): readonly Entry[] {
  const entries = new Set(anyWord);
  for (const { norm } of tokens) for (const entry of byAnchor.get(norm) ?? []) entries.add(entry);
  return [...entries];
}

function matches(reading: Reading, at: number, entries: readonly Entry[]): FoundWording[] {
  return entries.flatMap(({ phrase, wording }) => {
    const match = phrase.matchAt(reading, at);
    return match === undefined ? [] : [{ found: wording, match }];
  });
}

function isAllowed({ found, match }: FoundWording, tokens: readonly Token[], words: ReadonlySet<string>): boolean {
  const { needs, notAfter, notBefore, without, wording } = found;
  if (wording.question === true && tokens.at(-1)?.norm !== '?' && !tokens.slice(-3).some(({ norm }) => norm === '?'))
    return false;
  if (needs.size > 0 && !overlaps(needs, words)) return false;
  if (overlaps(without, words)) return false;
  const before = tokens.slice(Math.max(0, match.start - BEFORE), match.start);
  const after = tokens.slice(match.end, match.end + AFTER);
  return !before.some(({ norm }) => notBefore.has(norm)) && !after.some(({ norm }) => notAfter.has(norm));
}

function overlaps(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of some) if (others.has(word)) return true;
  return false;
}

function withoutOverlaps(found: readonly FoundWording[]): FoundWording[] {
  const taken = new Set<number>();
  const kept = found
    .toSorted((one, other) => one.found.rank - other.found.rank)
    .filter(({ match: { start, end } }) => {
      const places = Array.from({ length: end - start }, (_, index) => start + index);
      if (places.some((place) => taken.has(place))) return false;
      for (const place of places) taken.add(place);
      return true;
    });
  return kept.toSorted((one, other) => one.match.start - other.match.start);
}
