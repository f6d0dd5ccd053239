import type { Severity } from '#core/errors';

import type { ReviewFinding } from './review-finding.ts';
import { ruleOf } from './rules.ts';

/** What a finding says that its rule does not know. */
interface About extends Pick<ReviewFinding, 'range' | 'suggestion' | 'fix' | 'help'> {
  readonly path: string;
  readonly message: string;
  /** Where the template or the policy is stricter or laxer than the rule. */
  readonly severity?: Severity;
}

/** A finding of a rule, with the severity and the help of the rule unless it brings its own. */
export function findingOf(ruleCode: string, about: About): ReviewFinding {
  const rule = ruleOf(ruleCode);
  if (rule === undefined) throw new Error(`No rule has the code ${ruleCode}.`);
  const { path, message, severity = rule.severity, help = rule.help, ...rest } = about;
  return { code: ruleCode, severity, message, place: { path }, help, ...rest };
}
