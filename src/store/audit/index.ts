export { appendAudit, auditRow, nextEntry } from './append-audit.ts';
export { auditHash, type AuditFacts, canonicalJson } from './audit-chain.ts';
export { type AuditEntry, type AuditPlace, type AuditQuery, listAudit, verifyAudit } from './list-audit.ts';
