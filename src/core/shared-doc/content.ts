import type { Postmortem } from '#core/record';
import type { WrittenTime } from '#core/time';

/** What belongs to a row of a list beside what the record says. */
export interface RowMeta {
  /** Stays the same for as long as the row lives. Unique in its list. */
  readonly id: string;
  /** How an event read before somebody retimed or reworded it. */
  readonly original?: { readonly at: WrittenTime | null; readonly text: string };
  /** References into the evidence, as `E2:117`. */
  readonly sources?: readonly string[];
  /** SHA-256 of attached evidence. */
  readonly attachments?: readonly string[];
  /** Id of the row of the same list it is folded under. */
  readonly fold?: string;
}

/** Side data of rows: for each list, by its path in the record, one entry per item, in the same order. */
export interface Rows {
  readonly [list: string]: readonly RowMeta[];
}

/** A record with the side data of its rows. */
export interface SharedContent {
  readonly record: Postmortem;
  readonly rows: Rows;
}
