export { auditUseCases } from './audit-use-cases.ts';
