import { peopleIn } from '#core/record';

import { findingOf } from '../finding-of.ts';
import type { ReviewFinding } from '../review-finding.ts';
import { NO_VALUE, NOBODY_IN_PARTICULAR } from './action-values.data.ts';
import { eachOrAll } from './each-or-all.ts';
import type { OpenAction } from './open-actions.ts';

/** Open actions without exactly one owner. */
export function reviewOwners(open: readonly OpenAction[]): ReviewFinding[] {
  return [...withoutOwner(open), ...withSeveral(open)];
}

function withoutOwner(open: readonly OpenAction[]): ReviewFinding[] {
  return eachOrAll(open, {
    rule: 'action-without-owner',
    field: 'owner',
    lacks: ({ owner }) => owner === undefined || isNobody(owner),
    one: ({ action, name }) =>
      action.owner === undefined
        ? `Nobody owns the action “${name}”.`
        : `The action “${name}” is owned by “${action.owner}”, which is nobody in particular.`,
    all: (count) => `None of the ${String(count)} open actions has an owner.`,
  });
}

function isNobody(owner: string): boolean {
  return owner.split(/[,;/&]/u).every((part) => NO_VALUE.test(part.trim()) || NOBODY_IN_PARTICULAR.test(part.trim()));
}

function withSeveral(open: readonly OpenAction[]): ReviewFinding[] {
  return open.flatMap(({ action: { owner }, at, name }) => {
    const people = owner === undefined || isNobody(owner) ? 0 : peopleIn(owner).length;
    return people < 2
      ? []
      : [
          findingOf('action-many-owners', {
            path: `${at}.owner`,
            message: `The action “${name}” has ${String(people)} owners: ${owner ?? ''}.`,
          }),
        ];
  });
}
