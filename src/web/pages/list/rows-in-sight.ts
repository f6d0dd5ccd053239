/** Rows from `first` up to but without `last`. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

interface Sight {
  /** Where the list starts in the window, in pixels; negative when one has scrolled. */
  readonly top: number;
  readonly height: number;
  readonly count: number;
  readonly windowHeight: number;
}

/** So many rows come and go together, and stand ready on each side. */
const STEP = 10;

/** The rows that are in sight, and those a quick scroll may bring before the next look. */
export function rowsInSight({ top, height, count, windowHeight }: Sight): RowRange {
  const firstSeen = Math.max(0, Math.floor(-top / height));
  const lastSeen = Math.max(firstSeen, Math.ceil((windowHeight - top) / height));
  const first = Math.max(0, (Math.floor(firstSeen / STEP) - 1) * STEP);
  const last = Math.min(count, (Math.ceil(lastSeen / STEP) + 1) * STEP);
  return { first: Math.min(first, last), last };
}
