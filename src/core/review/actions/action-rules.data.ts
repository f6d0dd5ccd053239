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
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- [ ] Alert when the pool is 80 % full\n',
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | Everyone | 2026-04-10 | OPS-7 |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- [x] Alert when the pool is 80 % full\n',
      ],
    },
  },
  {
    code: 'action-many-owners',
    family: 'actions',
    severity: 'info',
    title: 'An open action with several owners',
    why: 'Each of them thinks that another one has begun. Several may work on it; one answers for it.',
    help: 'Name the one who answers for it; the others can stand in the text.',
    source: 'The platform template asks for one owner.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | Ana, Bo and Kim | 2026-04-10 | OPS-7 |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
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
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- [ ] Alert when the pool is 80 % full\n',
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | TBD | OPS-7 |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
      ],
    },
  },
  {
    code: 'action-due-vague',
    family: 'actions',
    severity: 'warning',
    title: 'A due date that is no day',
    why: '“Soon” passes without anybody noticing.',
    help: 'Agree on a day with its owner.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | ASAP | OPS-7 |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | Q2 2026 | OPS-7 |\n',
      ],
    },
  },
  {
    code: 'action-overdue',
    family: 'actions',
    severity: 'warning',
    title: 'An open action whose day has passed',
    why: 'Until it is done, the same thing can happen again. A new day that is agreed on is worth more than an old one that is not kept.',
    help: 'Do it, agree on a new day, or say that the risk is accepted.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-03-10 | OPS-7 |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
      ],
    },
  },
  {
    code: 'action-due-late',
    family: 'actions',
    severity: 'warning',
    title: 'A due date beyond the limit of its group',
    why: 'Templates give each group of actions a time limit so that what is urgent is not planned for the next quarter.',
    help: 'Bring the day forward, or move the action to the group that it belongs to.',
    source: 'Time limits of the operations and sev templates; a week is allowed for the meeting.',
    dialects: ['operations'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n**Incident Date:** 2026-02-23\n**Severity:** P0\n\n## 7. Action Items\n\n### High Priority (P0/P1 — complete within 2 weeks)\n\n| # | Action | Category | Owner | Due | Status |\n|---|---|---|---|---|---|\n| 1 | Alert when the pool is 80 % full | Detection | @ana | 2026-06-10 | |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Incident Date:** 2026-02-23\n**Severity:** P0\n\n## 7. Action Items\n\n### High Priority (P0/P1 — complete within 2 weeks)\n\n| # | Action | Category | Owner | Due | Status |\n|---|---|---|---|---|---|\n| 1 | Alert when the pool is 80 % full | Detection | @ana | 2026-03-08 | |\n',
      ],
    },
  },
  {
    code: 'action-without-ticket',
    family: 'actions',
    severity: 'info',
    title: 'An open action without a ticket',
    why: 'An action that is in no tracker is seen again when the document is read again, which may be never.',
    help: 'Open a ticket and link it.',
    source: 'Asked for where the template or the policy does, or where most actions of the same document have one.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n| Show the pool on the dashboard | @bo | 2026-04-10 | OPS-8 |\n| Size the pool by load | @kim | 2026-04-12 |  |\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n| Action | Owner | Due | Ticket |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | 2026-04-10 | OPS-7 |\n',
        '# Checkout down\n\n## Action items\n\n- Show the pool on the dashboard (@bo, 2026-04-10)\n',
      ],
    },
  },
  {
    code: 'action-incomplete',
    family: 'actions',
    severity: 'info',
    title: 'An open action without something that its template has',
    why: 'Lists and reports over all actions count by it.',
    help: 'Fill it in.',
    source: 'Columns of the template, or what a policy asks for.',
    dialects: ['cycle'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n**Severity:** P1\n\n## Action Items\n\n| Action | Owner | Priority | Due |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | | 2026-04-10 |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Severity:** P1\n\n## Action Items\n\n| Action | Owner | Priority | Due |\n|---|---|---|---|\n| Alert when the pool is 80 % full | @ana | P1 | 2026-04-10 |\n',
      ],
    },
  },
  {
    code: 'action-vague',
    family: 'actions',
    severity: 'warning',
    title: 'An action that nobody could tell to be done',
    why: 'Without something to look at it stays open for ever, or is closed by feeling. Care is no change, an investigation without a question has no end, and “better” has no amount.',
    help: 'Say what will be different: which alert, which guard, which test.',
    source:
      'All five templates ask for specific actions; Google SRE Workbook, ch. 10: an action item has a verifiable end state.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Be more careful with pool sizes\n- Improve monitoring\n- Look into the pool\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Alert when the pool is 80 % full\n- Improve the dashboard of checkout with the size of the pool\n- Investigate whether two connections an order are needed, and write the proposal\n',
      ],
    },
  },
  {
    code: 'action-unverifiable',
    family: 'actions',
    severity: 'info',
    title: 'An action without a result that somebody could look at',
    why: 'Whoever closes it, and whoever looks later whether it helped, needs something to look at. A prohibition has no end, and a topic has no beginning.',
    help: 'Say what will be there when it is done, or how one will see that it worked.',
    source: 'The success criterion of an action is fixed before the work.',
    examples: {
      bad: ['# Checkout down\n\n## Action items\n\n- Workers view\n- Do not deploy on Fridays\n'],
      good: [
        '# Checkout down\n\n## Action items\n\n- Change the time of the nightly job\n- Add an alert on the pool\n- Block deployments on Fridays\n',
      ],
    },
  },
  {
    code: 'action-too-big',
    family: 'actions',
    severity: 'info',
    title: 'Several actions in one',
    why: 'The first step is done, the item is closed or stays open, and nobody sees which.',
    help: 'Make one action of each step; of a project, take the step that would have changed this incident.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Add an alert on the pool, write a runbook for it and train the on-call team\n- Rewrite the entire checkout\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Add an alert on the pool and the queue\n- Replace the pool of checkout by one that is sized by load\n',
      ],
    },
  },
  {
    code: 'action-weak',
    family: 'actions',
    severity: 'info',
    title: 'Actions that only tell people something',
    why: 'What people know and read helps while they remember it. Of all actions of a post-mortem at least one should change the system.',
    help: 'Ask what would have made the mistake impossible, or stopped it, or shown it sooner.',
    source:
      'Hierarchy of controls (NIOSH); action hierarchy (VA National Center for Patient Safety): eliminate, guard, detect, document, train, from strong to weak.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Document how the pool is sized\n- Train the on-call team on pools\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Action items\n\n- Document how the pool is sized\n- Alert when the pool is 80 % full\n',
      ],
    },
  },
];
