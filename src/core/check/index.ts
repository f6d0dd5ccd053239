export { checkDocument, type CheckedDocument, type CheckOptions, type DocumentPolicy } from './check-document.ts';
export type { CheckedFinding, SuppressedFinding } from './checked-finding.ts';
export { fixDocument, type FixedDocument } from './fix-document.ts';
export { githubReport } from './formats/github.ts';
export { jsonReport } from './formats/json.ts';
export { junitReport } from './formats/junit.ts';
export { sarifReport } from './formats/sarif.ts';
export { countFindings, type DocumentReport, type Report } from './report.ts';
export { teamPolicy } from './team-policy.ts';
