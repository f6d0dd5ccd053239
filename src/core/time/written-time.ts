/** How finely a time is known; `unknown` when what was written does not resolve to an instant. */
export type Precision = 'second' | 'minute' | 'hour' | 'day' | 'unknown';

/**
 * One point (or range) in time that never forgets how it was written.
 * All strings in `instant` and `until` are UTC in the form `2026-02-23T08:15:00Z`, with a
 * fraction of three digits only where the source has one.
 */
export interface WrittenTime {
  /** Exactly what the source says, as `08:15`, `14:??` or `2026-02-23T08:15:30.120+01:00`. */
  readonly written: string;
  /** The UTC instant it resolves to, or null where it does not. */
  readonly instant: string | null;
  /**
   * The UTC end where the source gives a range, where digits are unknown (`14:??` ends at 14:59:59), or where clocks
   * were put back and the reading came twice (then this is the second time). Two dates are kept as
   * written, even where the end lies before the start.
   */
  readonly until?: string;
  readonly precision: Precision;
  /** True for `~14:10`, `around noon`, `ca.`. */
  readonly approximate: boolean;
  /** Zone used to resolve it: `UTC`, `+02:00`, `Europe/Berlin`; null where no zone applies (unresolved). */
  readonly zone: string | null;
  /** True where the source (or its heading) states the zone, false where it was assumed. */
  readonly zoneStated: boolean;
}

/** What surrounds a written time and completes it. */
export interface TimeContext {
  /** Day for times without one, as `2026-02-23`. */
  readonly day?: string;
  /** True where a heading or a sentence gives that day to all rows, so that a row with another day of its own stands alone. */
  readonly dayStated?: boolean;
  /** Year for dates without one. */
  readonly year?: number;
  /** Zone for times without one; `UTC` if absent. IANA name or offset. */
  readonly zone?: string;
  /** True if that zone is stated by the document (heading, table header), false if assumed. */
  readonly zoneStated?: boolean;
  /** Order of an all-digit date as `04/05/2021`; `unknown` gives up on ambiguous ones. */
  readonly dateOrder?: 'dmy' | 'mdy' | 'unknown';
}
