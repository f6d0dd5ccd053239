/** Where one event stands for many records of a log: how many, and how often in each minute. */
export interface EventCounts {
  readonly total: number;
  /** True where such records came before the window, too, so that they tell of nothing new. */
  readonly known?: true;
  /** The busiest minute (UTC instant) and its count. */
  readonly peak: { readonly minute: string; readonly count: number };
  /** Counts from the minute `from` (UTC instant) on; each of `width` minutes, zeros included, at most 1,440 of them. */
  readonly perMinute: { readonly from: string; readonly width: number; readonly counts: readonly number[] };
}
