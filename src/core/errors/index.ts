export type { Finding, Place, Severity } from './finding.ts';
export { nearestWord } from './nearest-word.ts';
export type { RefusalKind } from './refusal-rule.ts';
export { Refusal, REFUSALS, refusal, type RefusalCode, type RefusalParams, refuse } from './refusals.ts';
