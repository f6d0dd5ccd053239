/** A part of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Cuts a title where its words begin like those that were searched for. Words after a minus were not wanted. */
export function markWords(text: string, words: string): Piece[] {
  const wanted = [
    ...words
      .replaceAll(/(?<!\S)-\S+/gu, '')
      .toLowerCase()
      .matchAll(WORD),
  ].map(([word]) => word);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wanted.some((each) => word.toLowerCase().startsWith(each))) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), hit: false });
    pieces.push({ text: word, hit: true });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}
