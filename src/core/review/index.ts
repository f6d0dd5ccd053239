export { completeness, type Completeness } from './completeness.ts';
export type { ReviewFinding } from './review-finding.ts';
export { reviewRecord } from './review-record.ts';
