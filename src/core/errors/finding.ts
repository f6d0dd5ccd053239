/** How much a finding matters: `error` blocks (exit code 1), `warning` wants a look, `info` explains. */
export type Severity = 'error' | 'warning' | 'info';

/** Where a finding points. Lines and columns count from 1, offsets are bytes from 0. */
export interface Place {
  /** File name as the caller gave it; absent for text without a file. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly offset?: number;
  /** Path into a record, as `timeline.3.at`. */
  readonly path?: string;
}

/** Something a reader should look at in content that is otherwise usable. Findings are returned, never thrown. */
export interface Finding {
  /** Stable, kebab-case, listed in `docs/reference/findings.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what, with the offending value. */
  readonly message: string;
  readonly place?: Place;
  /** One sentence: what to do. */
  readonly help?: string;
}
