/** What becomes one timeline event, as positions of {@link Arranged} events. */
export interface Unit {
  /** The event that speaks for all of them. */
  position: number;
  /** All events of the same fact, in order; absent for a single one. */
  members?: readonly number[];
  /** Repetitions that went into this one. */
  folded?: {
    count: number;
    last: number;
    /** First event of the busiest minute. */
    peak: number;
    /** Epoch minutes. */
    peakMinute: number;
    peakCount: number;
  };
}
