import { EMPTY_WORDS } from './event-words.data.ts';
import type { TimelineEvent } from './types.ts';

const IDENTIFIER = /[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*/gu;
const SHORTEST = 4;

/**
 * Words that name things in an event: identifiers and their parts (`ConnectionPool`, `connection`, `pool`), lower-case,
 * without words that stand everywhere.
 */
export function eventWords(event: TimelineEvent, parts: readonly ('text' | 'details')[] = ['text']): Set<string> {
  const texts = [...(event.names ?? []), event.service ?? '', ...parts.map((part) => event[part] ?? '')];
  return wordsOf(texts.join('\n').slice(0, 8000));
}

/** The same for any text. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [identifier] of text.matchAll(IDENTIFIER)) {
    words.add(identifier.toLowerCase());
    for (const part of identifier.split(/[-_]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/u)) {
      words.add(part.toLowerCase());
    }
  }
  for (const word of words) if (word.length < SHORTEST || EMPTY_WORDS.has(word)) words.delete(word);
  return words;
}

/** Words of `a` that are in `b`, longest first. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((word) => b.has(word)).toSorted((x, y) => y.length - x.length || (x < y ? -1 : 1));
}
