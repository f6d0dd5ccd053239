export type { Finding, Place, Severity } from './finding.ts';
