import type { Rule } from '../rule.ts';

const sentences = (count: number): string =>
  Array.from({ length: count }, (_, index) => `In step ${String(index + 1)} the pool ran empty.`).join(' ');

/** What is there, and too much or too little for its reader. */
export const COMPLETE_RULES: readonly Rule[] = [
  {
    code: 'summary-long',
    family: 'complete',
    severity: 'info',
    title: 'A summary that takes longer than half a minute',
    why: 'Most readers read the summary and stop; what comes late in it does not reach them.',
    help: 'Two to four sentences say what happened, what it did and what changes; the rest has sections of its own.',
    examples: {
      bad: [sentences(8)],
      good: ['Checkout was down for 40 minutes. Its pool was too small for the sale. It is sized by load now.'],
    },
  },
];
