import type { Finding } from '#core/errors';

/** A finding in a record, at its path, with a change that would settle it where there is an obvious one. */
export interface ReviewFinding extends Finding {
  /** The words it is about, inside the text at its path: UTF-16 offsets from 0, end exclusive. Absent: all of it. */
  readonly range?: { readonly start: number; readonly end: number };
  /** How it could read instead, for a person to consider. */
  readonly suggestion?: string;
  readonly fix?: {
    readonly path: string;
    /** The whole new value of the field. */
    readonly value: string;
    /** What the fix does, for a button. */
    readonly label: string;
    /** True where no judgement is needed, so that `check --fix` may apply it. */
    readonly mechanical?: true;
  };
}

/** A field of a record that is text. */
export interface TextField {
  readonly path: string;
  readonly text: string;
}
