import type { Pick } from './numbers.ts';

const COMMON =
  'the service was slow and errors on database connection pool for users after deploy of new version with timeout in region while alert fired team rolled back traffic requests failed latency high cache queue memory disk network'.split(
    ' ',
  );

/** Six thousand further words, rarer the later they stand, as in any language. */
const RARE = Array.from(
  { length: 6000 },
  (_, index) => `${syllable(index)}${syllable(index * 7 + 3)}${syllable(index * 31 + 11)}`,
);

function syllable(index: number): string {
  return `${'bdfgklmnprstvz'[index % 14]!}${'aeiou'[Math.floor(index / 14) % 5]!}${'nrlsx'[Math.floor(index / 70) % 5]!}`;
}

/** Names that filters narrow by. */
export const ROLES_OF_WORDS = {
  services: Array.from({ length: 60 }, (_, index) => `service-${index}`),
  teams: Array.from({ length: 12 }, (_, index) => `team-${index}`),
};

/** Words in a row: two thirds of the common ones, the rest rare, by a law of 1/rank. */
export function sentence(pick: Pick, words: number): string {
  const drawn = Array.from({ length: words }, () => {
    if (pick(3) > 0) return COMMON[pick(COMMON.length)]!;
    const rank = Math.floor(Math.exp((pick(1_000_000) / 1_000_000) * Math.log(RARE.length)));
    return RARE[Math.min(rank, RARE.length - 1)]!;
  });
  return drawn.join(' ');
}

/** Searches of the benchmark: what people type, from rare to in every document. */
export const QUERIES = {
  rare: RARE[900]!,
  'two words': `${RARE[40]!} database`,
  common: 'database',
  'very common, two': 'the errors',
};
