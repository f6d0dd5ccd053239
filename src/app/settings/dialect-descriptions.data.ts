import type { DialectId } from '#core/markdown';

/** What each template is good for, in one sentence for whoever chooses. */
export const DIALECT_DESCRIPTIONS: Readonly<Record<DialectId, string>> = {
  operations: 'For services with money in them: questions on financial records, actions by priority, metric targets.',
  standard: 'A complete report: five whys, factors, recurrence prevention, follow-up and three approvals.',
  sev: 'By severity level: detection, the four response times, prevention in three questions.',
  cycle: 'Short, with a meeting soon after: summary, timeline, root cause, actions, exit criteria.',
  platform: 'For shared platforms: tenants and regions, error budget, latent condition, publication checklist.',
};
