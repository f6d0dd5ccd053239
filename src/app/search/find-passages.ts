import type { RouteAnswer } from '#contract/client';
import { plainText } from '#app/postmortems';
import { type ParsedQuery, stemOf, type Word, wordsOf } from '#store/search';

/** A passage around hits, as the contract shows it. */
export type Passage = RouteAnswer<'search'>['items'][number]['passages'][number];

/** One text to look in. */
export interface PassageText {
  /** Path in the record. */
  readonly path: string;
  /** What people call the place. */
  readonly where: string;
  readonly text: string;
}

const MOST_PASSAGES = 3;
/** Characters shown before the first hit, and in all. */
const BEFORE = 50;
const LENGTH = 180;

/** The passages of a post-mortem that say best why it was found: those with most of the words. */
export function findPassages(query: ParsedQuery, texts: readonly PassageText[]): Passage[] {
  const isHit = hitOf(query);
  const found = texts.flatMap(({ path, text, where }, index) => {
    const plain = plainText(text);
    const hits = wordsOf(plain).filter(isHit);
    const different = new Set(hits.flatMap(({ forms }) => forms.slice(0, 1))).size;
    return hits.length === 0 ? [] : [{ where, path, plain, hits, different, index }];
  });
  return found
    .toSorted((a, b) => b.different - a.different || a.index - b.index)
    .slice(0, MOST_PASSAGES)
    .map(({ hits, path, plain, where }) => ({ where, path, pieces: piecesOf(plain, hits) }));
}

/** True for words that the query finds, in any inflection. */
function hitOf({ wanted }: ParsedQuery): (word: Word) => boolean {
  const exact = new Set<string>();
  const begun: string[] = [];
  for (const { isOpen, words } of wanted.flat()) {
    for (const [index, word] of words.entries()) {
      exact.add(word).add(stemOf(word) ?? word);
      if (isOpen && index === words.length - 1 && word.length > 1) begun.push(word);
    }
  }
  return ({ forms }) =>
    forms.some(
      (form) => exact.has(form) || exact.has(stemOf(form) ?? form) || begun.some((start) => form.startsWith(start)),
    );
}

function piecesOf(text: string, hits: readonly Word[]): Passage['pieces'] {
  const [start, end] = windowOf(text, hits[0]?.start ?? 0);
  const pieces: Passage['pieces'] = [];
  let last = start;
  const add = (piece: string, hit: boolean): void => {
    if (piece !== '') pieces.push({ text: piece, hit });
  };
  for (const hit of hits) {
    if (hit.start < last || hit.end > end) continue;
    add(text.slice(last, hit.start), false);
    add(text.slice(hit.start, hit.end), true);
    last = hit.end;
  }
  add(text.slice(last, end), false);
  if (start > 0) pieces.unshift({ text: '…', hit: false });
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/** A stretch of text around a hit, cut between words. */
function windowOf(text: string, hit: number): [start: number, end: number] {
  if (text.length <= LENGTH) return [0, text.length];
  const from = Math.max(0, Math.min(hit - BEFORE, text.length - LENGTH));
  const start = from === 0 ? 0 : Math.min(hit, from + text.slice(from, hit).search(/\s|$/u) + 1);
  const to = Math.min(text.length, start + LENGTH);
  const cut = text.slice(0, to).search(/\s\S*$/u);
  return [start, to === text.length || cut <= hit ? to : cut];
}
