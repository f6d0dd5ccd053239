/** Counts events and says when there are too many within a window. Windows follow each other without overlap. */
export interface EventRate {
  /** Counts one event; false where it is one too many. */
  take(now: number): boolean;
}

/** @param limit events per window, @param windowMs its length in milliseconds */
export function eventRate(limit: number, windowMs: number): EventRate {
  let [start, count] = [Number.NEGATIVE_INFINITY, 0];
  return {
    take(now) {
      if (now - start >= windowMs) [start, count] = [now, 0];
      count += 1;
      return count <= limit;
    },
  };
}
