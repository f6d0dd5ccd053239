/** Repetitions of one piece of chatter, as positions of {@link Arranged} events. */
export interface Folded {
  count: number;
  last: number;
  /** First event of the busiest minute. */
  peak: number;
  /** Epoch minutes. */
  peakMinute: number;
  peakCount: number;
}

/** What becomes one timeline event, as positions of {@link Arranged} events. */
export interface Unit {
  /** The event that speaks for all of them. */
  readonly position: number;
  /** All events of the same fact, in order; absent for a single one. */
  readonly members?: readonly number[];
  /** Repetitions that went into this one. */
  folded?: Folded;
}
