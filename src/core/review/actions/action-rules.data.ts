import type { Rule } from '../rule.ts';

/** What makes an action be done, seen to be done, and worth doing. */
export const ACTION_RULES: readonly Rule[] = [
  {
    code: 'action-without-owner',
    family: 'actions',
    severity: 'warning',
    title: 'An open action that nobody owns',
    why: 'What everybody should do, nobody does.',
    help: 'Name one person or team who will see to it.',
    source: 'All five templates ask for it.',
    examples: {
      bad: ['# Checkout down\n\n## Action items\n\n- [ ] Alert when the pool is 80 % full\n'],
      good: [
        '# Checkout down\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-03-10 |\n',
        '# Checkout down\n\n## Action items\n\n- [x] Alert when the pool is 80 % full\n',
      ],
    },
  },
  {
    code: 'action-without-due',
    family: 'actions',
    severity: 'warning',
    title: 'An open action without a due date',
    why: 'What has no day is done after everything that has one.',
    help: 'Agree on a day with its owner.',
    source: 'All five templates ask for it.',
    examples: {
      bad: ['# Checkout down\n\n## Action items\n\n- [ ] Alert when the pool is 80 % full\n'],
      good: [
        '# Checkout down\n\n## Action items\n\n| Action | Owner | Due |\n|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-03-10 |\n',
      ],
    },
  },
  {
    code: 'action-vague',
    family: 'actions',
    severity: 'warning',
    title: 'An action that nobody could tell to be done',
    why: 'Without something to look at it stays open for ever, or is closed by feeling.',
    help: 'Say what will be different: which alert, which guard, which test.',
    examples: {
      bad: ['# Checkout down\n\n## Action items\n\n- Be more careful with pool sizes\n- Improve monitoring\n'],
      good: ['# Checkout down\n\n## Action items\n\n- Alert when the pool is 80 % full\n'],
    },
  },
];
