import { WORD_BYTES } from './scan-kernel.ts';

/** Words are put into as many groups as a byte has bits. */
const GROUPS = 8;
/** Flips the case of a letter, in the high half of its byte. */
const CASE = 2;

/**
 * The tables by which the first bytes of words are recognised: for each of {@link WORD_BYTES} bytes 16 entries by its
 * low half and 16 by its high half, with one bit per group of words. A byte sequence may begin a word where the entries
 * of all its bytes share a bit. Words of three bytes leave the fourth open; no word is missed, few others are taken.
 */
export function wordGroups(words: readonly string[]): Uint8Array {
  const table = new Uint8Array(WORD_BYTES * 32);
  const beginnings = [...new Set(words.map((word) => word.slice(0, WORD_BYTES)))].toSorted();
  beginnings.forEach((word, index) => {
    const bit = 1 << Math.floor((index * GROUPS) / beginnings.length);
    for (let place = 0; place < WORD_BYTES; place += 1) {
      for (const byte of bytesAt(word, place)) {
        table[place * 32 + (byte & 15)]! |= bit;
        table[place * 32 + 16 + (byte >> 4)]! |= bit;
      }
    }
  });
  return table;
}

function bytesAt(word: string, place: number): readonly number[] {
  if (place >= word.length) return ANY;
  const byte = word.charCodeAt(place);
  const letter = byte >= 97 && byte <= 122;
  return letter ? [byte, byte ^ (CASE << 4)] : [byte];
}

const ANY = Array.from({ length: 256 }, (_, byte) => byte);
