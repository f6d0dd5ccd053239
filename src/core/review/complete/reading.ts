/** Words whose full stop ends no sentence. */
const ABBREVIATION =
  /\b(?:e\.g|i\.e|etc|approx|vs|no|nr|ca|cf|al|inc|ltd|corp|dr|mr|mrs|ms|st|resp|incl|max|min|avg|z\.b|d\.h|bzw|usw)\.$/iu;

/** How many sentences a text has; what has words and no full stop is one. */
export function sentenceCount(text: string): number {
  const ends = [...text.matchAll(/[.!?]+(?=["'”’)\]*_]*(?:\s|$))|[。！？]/gu)].filter(
    ({ index, 0: mark }) => !ABBREVIATION.test(text.slice(Math.max(0, index - 12), index + mark.length)),
  );
  const rest = text.slice((ends.at(-1)?.index ?? -1) + 1).replaceAll(/[^\p{L}\p{N}]/gu, '');
  return ends.length + (rest === '' ? 0 : 1);
}

/**
 * Words that people read in a minute, silently, in English non-fiction: 238 on average over 190 studies (M. Brysbaert, How many
 * words do we read per minute?, Journal of Memory and Language 109, 2019).
 */
const WORDS_PER_MINUTE = 238;

/** Seconds that reading a text takes. */
export function readingSeconds(text: string): number {
  const words = text.replaceAll(/https?:\/\/\S+/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.,:%-]*/gu) ?? [];
  return (words.length * 60) / WORDS_PER_MINUTE;
}
