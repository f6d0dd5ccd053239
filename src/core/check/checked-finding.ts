import type { Place } from '#core/errors';
import type { ReviewFinding, RuleFamily } from '#core/review';

import type { Region } from './line-index.ts';

/** A finding with its place in the document. What is missing altogether stands at the document's first line. */
export interface CheckedFinding extends ReviewFinding {
  readonly family: RuleFamily;
  readonly place: Place & Region;
}

/** A finding that a comment in the document takes away. */
export interface SuppressedFinding {
  readonly finding: CheckedFinding;
  /** Why, in the words of whoever wrote the comment. */
  readonly reason: string;
}
