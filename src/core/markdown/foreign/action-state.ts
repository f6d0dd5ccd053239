import type { Names } from './action-owners.ts';
import type { Keeper } from './keeper.ts';

/** What is known of a list of actions while it is read. */
export interface ActionState {
  readonly keeper: Keeper;
  /** Names that the document gives people. */
  readonly names: Names;
  /** Heading or label that the actions below stand under. */
  group: string | undefined;
  /** Paths of the actions read so far, for text that follows one. */
  last: string | undefined;
  /** True while the text below a heading belongs to the action that the heading is. */
  inHeading: boolean;
}
