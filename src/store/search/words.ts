import { stem } from './stem.ts';

/** A word of a text: where it stands, and how it is compared. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents; the parts of a compound as `OutOfMemory` besides the whole. */
  readonly forms: readonly string[];
}

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that are written without spaces: their words are found by pairs of characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const IS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/u;
/** Longer ones are hashes and encoded data; their beginning is enough to find them. */
const LONGEST = 64;

/** The words of a text, in order. Works for any language: nothing is left out as too common. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(WORDS)) {
    if (IS_UNSPACED.test(found)) words.push(...unspacedWords(found, index));
    else words.push({ start: index, end: index + found.length, forms: formsOf(found) });
  }
  return words.filter(({ forms }) => forms.length > 0);
}

/** A word as it is compared: lower case, without accents, at most 64 characters. */
function fold(word: string): string {
  const plain = isPlain(word)
    ? word
    : word
        .normalize('NFKD')
        .replaceAll(/\p{M}+/gu, '')
        .normalize('NFC');
  return plain
    .toLowerCase()
    .slice(0, LONGEST)
    .replace(/[\uD800-\uDBFF]$/u, '');
}

/** What a word and its inflections have in common, for English words; undefined where that is the word itself. */
export function stemOf(form: string): string | undefined {
  const short = stem(form);
  return short === form ? undefined : short;
}

function isPlain(word: string): boolean {
  for (let index = 0; index < word.length; index += 1) if (word.charCodeAt(index) > 127) return false;
  return true;
}

/** Empty for what is nothing but accents. */
function formsOf(word: string): string[] {
  const whole = fold(word);
  const forms = whole.length < 4 || !HUMP.test(word) ? [whole] : [whole, ...word.split(HUMP).map(fold)];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** Pairs of neighbouring characters; a single character stands for itself. */
function unspacedWords(text: string, offset: number): Word[] {
  const words: Word[] = [];
  let last = 0;
  const spaced = (from: number, to: number): void => {
    const part = text.slice(from, to);
    if (part !== '') words.push({ start: offset + from, end: offset + to, forms: formsOf(part) });
  };
  for (const { 0: run, index } of text.matchAll(UNSPACED)) {
    spaced(last, index);
    last = index + run.length;
    words.push(...pairsOf(run, offset + index));
  }
  spaced(last, text.length);
  return words;
}

function pairsOf(run: string, offset: number): Word[] {
  const signs = Array.from(run);
  let at = offset;
  return signs.flatMap((sign, index) => {
    const start = at;
    at += sign.length;
    const next = signs[index + 1];
    if (next === undefined && index > 0) return [];
    return [
      { start, end: start + sign.length + (next?.length ?? 0), forms: [(sign + (next ?? '')).normalize('NFKC')] },
    ];
  });
}
