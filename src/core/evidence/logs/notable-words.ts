import { LEVEL_WORDS } from './levels.data.ts';

/**
 * Words of which one stands in the line of every record at warning or above whose level is told by a word, lower-case.
 * Scanners look for them before anybody reads the line.
 */
export const NOTABLE_WORDS: readonly string[] = Object.entries(LEVEL_WORDS)
  .filter(([, level]) => level === 'warning' || level === 'error' || level === 'fatal')
  .map(([word]) => word);

/** What stands in the line of every request that failed on the server, whose level is told by its status. */
export const FAILED_STATUS: readonly string[] = ['" 5'];
