import type { Postmortem } from '#core/record';

import type { ReviewFinding } from '../review-finding.ts';
import type { ReviewOptions } from '../review-options.ts';
import { processOf } from '../template-process.ts';
import { NO_VALUE } from './action-values.data.ts';
import { eachOrAll } from './each-or-all.ts';
import type { OpenAction } from './open-actions.ts';

/** Fields with rules of their own. */
const OWN_RULES: ReadonlySet<string> = new Set(['owner', 'due']);

/** What the template, the policy or the other actions of the document give an action, and this one lacks. */
export function reviewActionFields(
  open: readonly OpenAction[],
  record: Postmortem,
  options: ReviewOptions,
): ReviewFinding[] {
  const required = new Set(
    (options.demands ?? []).flatMap(({ path, required: must }) =>
      must === true && path.startsWith('actions.*.') ? [path.slice('actions.*.'.length)] : [],
    ),
  );
  return [...askedFields(record, options)].flatMap((field) =>
    OWN_RULES.has(field) ? [] : lacking(open, field, required.has(field)),
  );
}

function askedFields(record: Postmortem, options: ReviewOptions): Set<string> {
  const template = processOf(options)?.rules.flatMap(({ fields = [], kind }) =>
    kind === 'action-fields' ? fields : [],
  );
  const policy = (options.demands ?? []).flatMap(({ path }) => /^actions\.\*\.(\w+)$/u.exec(path)?.[1] ?? []);
  const tracked = record.actions.filter(({ ticket }) => ticket !== undefined).length > record.actions.length / 2;
  return new Set([...(template ?? []), ...policy, ...(tracked ? ['ticket'] : [])]);
}

function lacking(open: readonly OpenAction[], field: string, required: boolean): ReviewFinding[] {
  return eachOrAll(open, {
    rule: field === 'ticket' ? 'action-without-ticket' : 'action-incomplete',
    field,
    lacks: (action) => {
      // Changes of process are not written in a tracker's words, and templates give them no column for it.
      if (field === 'ticket' && action.horizon === 'process' && !required) return false;
      const value = (action as Readonly<Record<string, unknown>>)[field];
      return value === undefined || (typeof value === 'string' && NO_VALUE.test(value.trim()));
    },
    one: ({ name }) => `The action “${name}” has no ${field}.`,
    all: (count) => `None of the ${String(count)} open actions has a ${field}.`,
    ...(required ? { severity: 'warning' as const } : {}),
  });
}
