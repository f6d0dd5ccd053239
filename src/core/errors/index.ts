export type { Finding, Place, Severity } from './finding.ts';
export {
  Refusal,
  REFUSALS,
  refusal,
  type RefusalCode,
  type RefusalKind,
  type RefusalParams,
  refuse,
} from './refusals.ts';
