export { actionStrength, type ActionStrength, type Strength } from './actions/action-strength.ts';
export { completeness, type Completeness } from './complete/completeness.ts';
export type { Demand } from './complete/demands.data.ts';
export type { ReviewFinding } from './review-finding.ts';
export type { ReviewOptions, TemplateProcess } from './review-options.ts';
export { reviewRecord } from './review-record.ts';
export type { Rule, RuleFamily } from './rule.ts';
export { ruleOf, RULES } from './rules.ts';
