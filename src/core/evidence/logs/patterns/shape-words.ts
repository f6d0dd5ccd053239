/** The value byte of a mask as a character. */
export const VALUE_CHARACTER = '\u0001';

/** What stands between a message and what its trace says; what is behind it must be equal as a whole. */
export const TRACE_CHARACTER = '\u0002';

/** What a word of a shape is. */
export const WORD_KIND = {
  /** A word of a language: it tells what happened. */
  PLAIN: 0,
  /** A name that a program or a person gave: `checkout-api`, `java.lang.String`, `blk_<*>`. */
  NAME: 1,
  /** Nothing but a value. */
  VALUE: 2,
} as const;

/** A shape in words. `marks[i]` stands before `words[i]`, the last mark behind the last word. */
export interface ShapeWords {
  readonly words: readonly string[];
  readonly kinds: readonly number[];
  readonly marks: readonly string[];
}

const SPLIT = /[\s=,()[\]{}"'|;<>:]+/gu;

/** Takes a shape apart at blanks, brackets, quotes, commas, colons and `=`. */
export function shapeWords(whole: string): ShapeWords {
  const trace = whole.indexOf(TRACE_CHARACTER);
  const shape = trace === -1 ? whole : whole.slice(0, trace);
  const words: string[] = [];
  const marks: string[] = [];
  let at = 0;
  let mark = '';
  for (const match of shape.matchAll(SPLIT)) {
    if (match.index > at) {
      words.push(shape.slice(at, match.index));
      marks.push(mark);
      mark = '';
    }
    mark += match[0];
    at = match.index + match[0].length;
  }
  if (at < shape.length) {
    words.push(shape.slice(at));
    marks.push(mark);
    mark = '';
  }
  marks.push(trace === -1 ? mark : mark + whole.slice(trace));
  return { words, kinds: words.map((word, index) => kindOfWord(word, index)), marks };
}

const VALUE_ONLY = /^[^\p{L}]*0[^\p{L}]*$/u;
const NAME_MARKS = /\p{L}[-._/\\@$#+~][\p{L}0]|0/u;
const CAMEL = /\p{Ll}\p{Lu}/u;

/** At the front a word in camel case is what a program calls its step, not something that it works on. */
function kindOfWord(word: string, index: number): number {
  // No shape has digits, so one can stand for a value here.
  const text = word.replaceAll(VALUE_CHARACTER, '0');
  if (VALUE_ONLY.test(text)) return WORD_KIND.VALUE;
  if (NAME_MARKS.test(text)) return WORD_KIND.NAME;
  return index > 0 && CAMEL.test(text) ? WORD_KIND.NAME : WORD_KIND.PLAIN;
}
