import type { Rule } from '../rule.ts';

/** What a team's own file asks for. Examples are read with a file that asks for detection gaps, a CTO and an answer. */
export const POLICY_RULES: readonly Rule[] = [
  {
    code: 'policy-field-missing',
    family: 'complete',
    severity: 'warning',
    title: 'Something that a policy of the team asks for',
    why: 'The team has settled that post-mortems of this kind say it; the message tells why this is one of them.',
    help: 'Fill it in, or change the policy in nevertwice.yaml.',
    examples: {
      bad: ['# Checkout outage\n\n**Severity:** SEV-1\n\n## Summary\n\nCheckout was down for 18 minutes.\n'],
      good: ['# Checkout outage\n\n**Severity:** SEV-3\n\n## Summary\n\nCheckout was slow for 18 minutes.\n'],
    },
  },
  {
    code: 'sign-off-missing',
    family: 'complete',
    severity: 'warning',
    title: 'A sign-off that a policy of the team asks for',
    why: 'The team has settled who reads and signs post-mortems of this kind.',
    help: 'Ask that person to read and sign it, or change the policy in nevertwice.yaml.',
    examples: {
      bad: ['# Checkout outage\n\n**Severity:** SEV-1\n\n## Summary\n\nCheckout was down for 18 minutes.\n'],
      good: ['# Checkout outage\n\n**Severity:** SEV-3\n\n## Summary\n\nCheckout was slow for 18 minutes.\n'],
    },
  },
  {
    code: 'question-unanswered',
    family: 'complete',
    severity: 'warning',
    title: 'A mandatory question of the team without an answer',
    why: 'The team asks it of every incident of this kind, because a missing answer has cost it before.',
    help: 'Answer it; that it does not apply, and why, is an answer, too.',
    examples: {
      bad: ['# Checkout outage\n\n**Severity:** SEV-1\n\n## Summary\n\nCheckout was down for 18 minutes.\n'],
      good: ['# Checkout outage\n\n**Severity:** SEV-3\n\n## Summary\n\nCheckout was slow for 18 minutes.\n'],
    },
  },
];
