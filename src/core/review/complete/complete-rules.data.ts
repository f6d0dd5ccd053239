import type { Rule } from '../rule.ts';

const steps = (count: number): string =>
  Array.from({ length: count }, (_, index) => `In step ${String(index + 1)} the pool ran empty.`).join(' ');

/** What is there but too long, too short, or of another kind than asked for. */
export const COMPLETE_RULES: readonly Rule[] = [
  {
    code: 'summary-long',
    family: 'complete',
    severity: 'info',
    title: 'A summary that takes longer than half a minute',
    why: 'Most readers read the summary and stop; what comes late in it does not reach them.',
    help: 'Two to four sentences say what happened, what it did and what changes; the rest has sections of its own.',
    source:
      'Number of sentences and 30 seconds: the templates. 238 words a minute: M. Brysbaert, Journal of Memory and Language 109 (2019).',
    examples: {
      bad: [steps(8)],
      good: ['Checkout was down for 40 minutes. Its pool was too small for the sale. It is sized by load now.'],
    },
  },
  {
    code: 'summary-short',
    family: 'complete',
    severity: 'info',
    title: 'A summary that says less than its template asks for',
    why: 'What happened, what it did and what changes are three things, and most readers read nothing else.',
    help: 'Say what happened, what it did, why, and what changes.',
    dialects: ['cycle', 'standard', 'platform'],
    examples: {
      bad: ['# Post-Mortem: Checkout down\n\n## Executive Summary\n\nCheckout was down.\n'],
      good: [
        '# Post-Mortem: Checkout down\n\n## Executive Summary\n\nCheckout was down for 40 minutes. Its pool is sized by load now.\n',
      ],
    },
  },
  {
    code: 'lesson-prescriptive',
    family: 'complete',
    severity: 'warning',
    title: 'A lesson that is an instruction',
    why: 'What was learned helps other teams with other systems; what must be done belongs to the action items, where it has an owner and a day.',
    help: 'Say what is known now: what does what, and when. Move what must be done to the action items.',
    source: 'The platform template asks for learnings.',
    dialects: ['platform'],
    examples: {
      bad: [
        '# Postmortem — Checkout down\n\n## Lessons\n\n- We must size pools by load.\n- Always look at the pool first.\n',
      ],
      good: ['# Postmortem — Checkout down\n\n## Lessons\n\n- A pool runs empty long before errors rise.\n'],
    },
  },
  {
    code: 'impact-without-numbers',
    family: 'complete',
    severity: 'info',
    title: 'An impact without numbers',
    why: '“Many users” may be ten or ten thousand; how much the actions may cost follows from it.',
    help: 'Say how many, for how long, which share.',
    source: 'The standard template asks for numbers.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 3. Impact Summary\n\n| Metric | Value |\n|---|---|\n| **Users affected** | Many |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 3. Impact Summary\n\n| Metric | Value |\n|---|---|\n| **Users affected** | 1,200 |\n',
      ],
    },
  },
  {
    code: 'cause-imprecise',
    family: 'complete',
    severity: 'info',
    title: 'A technical cause that names nothing',
    why: 'The next person with the same symptoms searches for a component, a setting or a message.',
    help: 'Name the code path, the setting, the change, the query.',
    source: 'The operations, cycle and platform templates ask for it.',
    dialects: ['cycle', 'operations', 'platform'],
    examples: {
      bad: ['# Post-Mortem: Checkout down\n\n## Root Cause\n\nThere were problems with the connection pool.\n'],
      good: [
        '# Post-Mortem: Checkout down\n\n## Root Cause\n\n`pool.max` was 10, and each order holds two connections.\n',
      ],
    },
  },
];
