import type { Postmortem } from '#core/record';
import type { Rows } from '#core/shared-doc';

/** Content of a post-mortem: the record, and what belongs to its rows. */
export interface PostmortemContent {
  readonly record: Postmortem;
  readonly rows: Rows;
}

/** One post-mortem of one workspace. */
export interface PostmortemTarget {
  readonly workspaceId: string;
  readonly postmortemId: string;
}
