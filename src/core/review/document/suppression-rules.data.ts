import type { Rule } from '../rule.ts';

/** What comments that suppress findings owe to their readers. */
export const SUPPRESSION_RULES: readonly Rule[] = [
  {
    code: 'suppression-without-reason',
    family: 'document',
    severity: 'warning',
    title: 'A finding suppressed without a reason',
    why: 'Whoever reads it next cannot tell a decision from a shortcut, so the comment does nothing.',
    help: 'Write it as <!-- nevertwice-ignore CODE: why this is fine here -->.',
    examples: {
      bad: ['# Checkout outage\n\n## Root cause\n\nIt was human error. <!-- nevertwice-ignore blame-human-error -->\n'],
      good: [
        '# Checkout outage\n\n## Root cause\n\nThe audit calls it human error. <!-- nevertwice-ignore blame-human-error: the term of the audit -->\n',
      ],
    },
  },
  {
    code: 'suppression-unused',
    family: 'document',
    severity: 'info',
    title: 'A comment that suppresses nothing',
    why: 'The finding it was for is gone, or its code is mistyped; left in place, it hides the next one.',
    help: 'Remove the comment, or correct its code.',
    examples: {
      bad: [
        '# Checkout outage\n\n## Summary\n\nCheckout was down. <!-- nevertwice-ignore blame-word: as they said -->\n',
      ],
      good: ['# Checkout outage\n\n## Summary\n\nCheckout was down.\n'],
    },
  },
];
