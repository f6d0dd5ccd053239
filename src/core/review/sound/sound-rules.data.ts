import type { Rule } from '../rule.ts';

/** What contradicts itself, and what hangs in the air. */
export const SOUND_RULES: readonly Rule[] = [
  {
    code: 'event-out-of-order',
    family: 'sound',
    severity: 'warning',
    title: 'An event that stands below a later one',
    why: 'A reader takes the order of a timeline for the order of events; one of the two is wrong.',
    help: 'Move it to its place, or correct its time.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Timeline\n\n- 2026-02-23 12:00 UTC Errors rise\n- 2026-02-23 12:40 UTC Errors end\n- 2026-02-23 12:10 UTC The pool is empty\n- 2026-02-23 12:50 UTC All clear\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Timeline\n\n- 2026-02-23 12:00 UTC Errors rise\n- 2026-02-23 12:10 UTC The pool is empty\n- 2026-02-23 12:40 UTC Errors end\n',
      ],
    },
  },
  {
    code: 'moments-reversed',
    family: 'sound',
    severity: 'error',
    title: 'A moment before one that it follows',
    why: 'Service cannot be restored before it was lost; durations between the two would be negative.',
    help: 'Correct the time of one of them, or move the moment to the right event.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Declared resolved | ← Resolved (MTTR) |\n| 12:40 | Errors rise | ← Incident start |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Errors rise | ← Incident start |\n| 12:40 | Declared resolved | ← Resolved (MTTR) |\n',
      ],
    },
  },
  {
    code: 'factor-unanswered',
    family: 'sound',
    severity: 'info',
    title: 'A factor that no action answers',
    why: 'A factor that nobody changes and nobody accepted will contribute again.',
    help: 'Name the action that changes it, or say that the risk is accepted.',
    examples: {
      bad: [
        '# Checkout down\n\n## Contributing factors\n\n- Nobody could see the pool\n\n## Action items\n\n- Raise the timeout of payments\n',
      ],
      good: ['# Checkout down\n\n## Action items\n\n- Show the pool on the dashboard of checkout\n'],
    },
  },
];
