import type { EvidenceEvent } from '#core/evidence';

import { TITLE_LENGTH, WORD_OVERLAP } from './join-echoes.data.ts';

/** Titles and posts say what they are about in their first characters. */
const READ_AT_MOST = 600;
const WORD = /[\p{L}\p{N}]+/gu;

/** What a fact is recognised by in a post. Words are numbers, the same for the same word. */
export interface Telling {
  /** Those of its text, each once. */
  readonly words: readonly number[];
  readonly titles: readonly Title[];
}

/** A name that means one fact: several words, or a long one. */
interface Title {
  /** As plain words, between blanks. */
  readonly text: string;
  readonly words: readonly number[];
}

/** Compares posts with facts. The words of a post are marked once, so that comparing it with a fact is counting marks. */
export interface Comparison {
  /** Makes a post the one that is compared. */
  listen(post: EvidenceEvent): void;
  /** Reads a fact, for {@link Comparison.retells}. */
  read(fact: EvidenceEvent): Telling;
  /** True where the post has a title of the fact, or nearly all words of the shorter of their texts. */
  retells(fact: Telling): boolean;
}

/** Words by number, with a mark for each. */
interface Vocabulary {
  readonly numberOf: (word: string) => number;
  /** By word: the number of the last post that has it in its text, negative where only in its hints. */
  readonly marks: number[];
}

function vocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  const marks: number[] = [];
  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, marks.length);
    return marks.push(0) - 1;
  };
  return { numberOf, marks };
}

/** A comparison with a vocabulary of its own. */
export function comparison(): Comparison {
  const { numberOf, marks } = vocabulary();
  let current = 0;
  let size = 0;
  let post = '';
  const isIn = (title: Title): boolean => {
    for (const word of title.words) if (Math.abs(marks[word]!) !== current) return false;
    return title.words.length === 1 || post.includes(title.text);
  };
  const overlaps = (words: readonly number[]): boolean => {
    const needed = Math.max(WORD_OVERLAP.atLeast, WORD_OVERLAP.share * Math.min(size, words.length));
    let mayMiss = words.length - needed;
    for (let index = 0; mayMiss >= 0 && index < words.length; index += 1) {
      if (marks[words[index]!] !== current) mayMiss -= 1;
    }
    return mayMiss >= 0;
  };
  return {
    listen({ text, hints }) {
      current += 1;
      const own = wordsOf(text);
      post = ` ${own.join(' ')} `;
      for (const hint of hints ?? []) {
        const words = wordsOf(hint);
        post += `${words.join(' ')} `;
        for (const word of words) marks[numberOf(word)] = -current;
      }
      size = 0;
      for (const word of own) {
        const number = numberOf(word);
        if (marks[number] === current) continue;
        marks[number] = current;
        size += 1;
      }
    },
    read({ text, hints }) {
      const titles: Title[] = [];
      for (const hint of hints ?? []) {
        const words = wordsOf(hint);
        const title = words.join(' ');
        if (words.length > 1 || title.length >= TITLE_LENGTH)
          titles.push({ text: ` ${title} `, words: words.map(numberOf) });
      }
      return { words: [...new Set(wordsOf(text).map(numberOf))], titles };
    },
    retells: ({ words, titles }) => overlaps(words) || titles.some(isIn),
  };
}

function wordsOf(text: string): readonly string[] {
  return text.slice(0, READ_AT_MOST).toLowerCase().match(WORD) ?? [];
}
