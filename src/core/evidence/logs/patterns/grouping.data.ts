/** When names and words that differ in one place of a message are values of it. One frozen configuration for all logs. */
export interface Grouping {
  /** Names (`checkout-api`, `java.lang.String`): values if there are at least this many. */
  readonly leastNames: number;
  /** Words of a language, which more often tell different things. */
  readonly leastWords: number;
  /** Plain words that must be equal, so that what is left is still a message. */
  readonly leastEqual: number;
}

/** Chosen on eight systems; `bench/logs/mining.ts` prints what leaving one of them out would have chosen. */
export const GROUPING: Grouping = { leastNames: 3, leastWords: 5, leastEqual: 2 };
