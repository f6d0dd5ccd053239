/** One minute in milliseconds: the granularity of peaks. */
export const MINUTE = 60_000;

/**
 * Silence (milliseconds) after which chatter counts as a new onset. Long enough for retry and scrape intervals (seconds
 * to five minutes), short enough that an error which returns after a fix is seen to return.
 */
export const QUIET = 15 * MINUTE;
