/**
 * The default scale: labels of one rank are the same severity in different words. 1 is worst.
 * A policy can bring its own; labels that it does not know have no rank.
 */
const WORDS: readonly (readonly string[])[] = [
  ['critical', 'blocker', 'emergency'],
  ['high', 'major', 'severe'],
  ['medium', 'moderate', 'minor'],
  ['low', 'trivial', 'cosmetic'],
];

/** Rank of a severity label: `P0` and `SEV-1` are 1, `P1` and `SEV2` are 2; empty for a label the scale does not know. */
export function severityRank(label: string): { rank?: number } {
  const numbered = /^(?:(p|priority)|s|sev|severity|tier|level)[ -]?(\d)\b/iu.exec(label.trim());
  if (numbered?.[2] !== undefined)
    return { rank: Math.max(1, Number(numbered[2]) + (numbered[1] === undefined ? 0 : 1)) };
  const rank = WORDS.findIndex((words) => words.some((word) => new RegExp(`\\b${word}\\b`, 'iu').test(label)));
  return rank === -1 ? {} : { rank: rank + 1 };
}
