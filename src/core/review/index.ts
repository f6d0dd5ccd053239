export { completeness, type Completeness } from './completeness.ts';
export type { Demand } from './demands.data.ts';
export type { ReviewFinding } from './review-finding.ts';
export type { Rule, RuleFamily } from './rule.ts';
export { reviewRecord } from './review-record.ts';
