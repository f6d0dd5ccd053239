import { ACTION_RULES } from './actions/action-rules.data.ts';
import { BLAMELESS_RULES } from './blameless/index.ts';
import { COMPLETE_RULES } from './complete/complete-rules.data.ts';
import { MISSING_RULES } from './complete/missing-rules.data.ts';
import { DOCUMENT_RULES } from './document/document-rules.data.ts';
import { POLICY_RULES } from './complete/policy-rules.data.ts';
import { SUPPRESSION_RULES } from './document/suppression-rules.data.ts';
import type { Rule } from './rule.ts';
import { SOUND_RULES } from './sound/sound-rules.data.ts';

/** Every rule that a review follows, by family; `docs/reference/rules.md` is made of them. */
export const RULES: readonly Rule[] = [
  ...BLAMELESS_RULES,
  ...MISSING_RULES,
  ...COMPLETE_RULES,
  ...POLICY_RULES,
  ...SOUND_RULES,
  ...ACTION_RULES,
  ...DOCUMENT_RULES,
  ...SUPPRESSION_RULES,
];

const BY_CODE: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.code, rule]));

/** The rule behind a code; undefined for findings that no rule of the review gives, as those of reading evidence. */
export function ruleOf(code: string): Rule | undefined {
  return BY_CODE.get(code);
}
