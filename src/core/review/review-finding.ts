import type { Finding } from '#core/errors';

/** A finding in a record, at its path, with a change that would settle it where there is an obvious one. */
export interface ReviewFinding extends Finding {
  readonly fix?: {
    readonly path: string;
    /** The whole new value of the field. */
    readonly value: string;
    /** What the fix does, for a button. */
    readonly label: string;
  };
}

/** A field of a record that is text. */
export interface TextField {
  readonly path: string;
  readonly text: string;
}
