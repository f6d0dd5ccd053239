const BOUNDARY = /(?<=[.;!?])\s+|\n+|\s+(?:—|–|->|→)\s+/gu;

/**
 * Cuts a text in two: at a place if one is given, or else at the end of the sentence nearest to its middle, or between
 * words. The second part is empty where there is nothing to cut.
 */
export function splitText(text: string, at?: number): readonly [string, string] {
  const place = at ?? boundary(text);
  return [
    text.slice(0, place).trim(),
    text
      .slice(place)
      .replace(/^[\s—–→;-]+/u, '')
      .trim(),
  ];
}

function boundary(text: string): number {
  const middle = text.length / 2;
  const ends = [...text.matchAll(BOUNDARY)].map(({ index }) => index);
  const words = ends.length > 0 ? ends : [...text.matchAll(/\s+/gu)].map(({ index }) => index);
  return words.reduce(
    (best, place) => (Math.abs(place - middle) < Math.abs(best - middle) ? place : best),
    words[0] ?? text.length,
  );
}
