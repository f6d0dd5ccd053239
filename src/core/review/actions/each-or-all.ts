import type { Severity } from '#core/errors';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import type { OpenAction } from './open-actions.ts';

/** Something that open actions have or lack. */
interface Lack {
  readonly rule: string;
  readonly field: string;
  readonly lacks: (action: OpenAction['action']) => boolean;
  readonly one: (open: OpenAction) => string;
  readonly all: (count: number) => string;
  readonly severity?: Severity;
}

/** From so many actions on, what all of them lack is said once. */
const MANY = 3;

/** One finding for each open action that lacks something; one for all of them where none has it. */
export function eachOrAll(open: readonly OpenAction[], lack: Lack): ReviewFinding[] {
  const { all, field, lacks, one, rule, severity } = lack;
  const strict = severity === undefined ? {} : { severity };
  const lacking = open.filter(({ action }) => lacks(action));
  if (lacking.length >= MANY && lacking.length === open.length) {
    return [findingOf(rule, { path: 'actions', message: all(open.length), ...strict })];
  }
  return lacking.map((each) => findingOf(rule, { path: `${each.at}.${field}`, message: one(each), ...strict }));
}
