import { FAILURE_PHRASES, FAILURE_WORDS, LEVEL_WORDS } from './levels.data.ts';

/** Words that name a level at warning or above. */
const LEVELS = Object.entries(LEVEL_WORDS)
  .filter(([, level]) => level === 'warning' || level === 'error' || level === 'fatal')
  .map(([word]) => word);

/** Scanners compare words of three bytes and more. */
const LEAST = 3;

/**
 * Words of which one stands in the line of every record at warning or above, lower-case: its level where a word tells it,
 * or what it begins with where it has none and tells of a failure. Scanners look for them before anybody reads the line.
 */
export const NOTABLE_WORDS: readonly string[] = [
  ...new Set([...LEVELS, ...FAILURE_WORDS, ...FAILURE_PHRASES.map((phrase) => phrase.split(' ').at(-1) ?? '')]),
].filter((word) => word.length >= LEAST);

/** What stands in the line of every request that failed on the server, whose level is told by its status. */
export const FAILED_STATUS: readonly string[] = ['" 5'];
