/** One minute in milliseconds: the granularity of peaks. */
export const MINUTE = 60_000;

/**
 * Silence (milliseconds) after which chatter counts as a new onset. Long enough for retry and scrape intervals (seconds
 * to five minutes), short enough that an error which returns after a fix is seen to return.
 */
export const QUIET = 15 * MINUTE;

/**
 * An error that was there all along (an onset of its own) and then comes this much more often begins a new run: a
 * minute with at least `atLeast` of them and `factor` times the mean of the run so far, which is `afterMinutes` old or
 * older. A tenfold rise is beyond what daily traffic does within minutes.
 */
export const SURGE = { atLeast: 10, factor: 10, afterMinutes: 5 } as const;
