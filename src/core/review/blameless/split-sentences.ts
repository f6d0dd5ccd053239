import { OPAQUE } from './mask-prose.ts';

/** A word, a part of a contraction, or a mark of punctuation. */
export interface Token {
  /** In small letters, contractions taken apart: “didn’t” is `did`, `not`. */
  readonly norm: string;
  /** As written. */
  readonly text: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
}

/** A sentence of a text, with its words. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

const BOUNDARY = new RegExp(
  [
    // A stop, before something that begins a sentence.
    '[.!?…]+[)\\]"”’*_]*(?=\\s+[^\\s\\p{Ll}]|\\s*$)',
    // An empty line, a list item, a table's border, a line break.
    '\\n(?=[ \\t]*(?:\\n|[-*+|#][ \\t]|\\d{1,3}[.)][ \\t]))',
    '\\|',
  ].join('|'),
  'gu',
);
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|incl|resp|ca|mr|mrs|ms|dr|st|no|fig|z\.b|d\.h|p\.ex)\.$/iu;
const TOKEN = new RegExp(
  `${OPAQUE}+|(?:@|(?<=\\s)-{1,2})?[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_]|['’.+#/-](?=[\\p{L}\\p{N}]))*|[^\\s]`,
  'gu',
);
const WORD = new RegExp(`^[@\\p{L}\\p{N}${OPAQUE}]`, 'u');
const CONTRACTION = /^(.+?)(n't|'(?:ve|s|d|m|re|ll))$/u;
const CONTRACTED: Readonly<Record<string, string>> = { "n't": 'not', "'ve": 'have', "'re": 'are', "'ll": 'will' };
const STEMS: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };

/** Takes a masked text apart. Linear; offsets are those of the text. */
export function splitSentences(masked: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const add = (end: number): void => {
    const tokens = tokensOf(masked.slice(start, end), start);
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first !== undefined && last !== undefined) sentences.push({ tokens, start: first.start, end: last.end });
    start = end;
  };
  for (const { 0: mark, index } of masked.matchAll(BOUNDARY)) {
    const end = index + mark.length;
    if (!ABBREVIATION.test(masked.slice(Math.max(start, end - 10), end))) add(end);
  }
  add(masked.length);
  return sentences;
}

function tokensOf(text: string, offset: number): Token[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: written, index }) => parts(written, offset + index));
}

function parts(written: string, start: number): Token[] {
  const mark = written.length === 1 && !WORD.test(written);
  const norm = written.toLowerCase().replaceAll('’', "'");
  const whole: Token = { norm, text: written, start, end: start + written.length, mark };
  if (mark || !norm.includes("'")) return [whole];
  const [, stem, suffix] = CONTRACTION.exec(norm) ?? [];
  if (stem === undefined || suffix === undefined) return [whole];
  const middle = start + stem.length;
  return [
    { norm: STEMS[stem] ?? stem, text: written.slice(0, stem.length), start, end: middle, mark },
    { norm: CONTRACTED[suffix] ?? suffix, text: written.slice(stem.length), start: middle, end: whole.end, mark },
  ];
}
