import type { Rule } from '../rule.ts';

/** What contradicts itself, what cannot be, and what hangs in the air. */
export const SOUND_RULES: readonly Rule[] = [
  {
    code: 'event-out-of-order',
    family: 'sound',
    severity: 'warning',
    title: 'An event that stands where its time does not belong',
    why: 'A reader takes the order of a timeline for the order of events; place or time is wrong.',
    help: 'Move it to its place, or correct its time.',
    examples: {
      bad: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Timeline\n\n- 2026-02-23 12:00 UTC Errors rise\n- 2026-02-23 12:40 UTC Errors end\n- 2026-02-23 12:10 UTC The pool is empty\n- 2026-02-23 12:50 UTC All clear\n',
      ],
      good: [
        '# Checkout down\n\nDate: 2026-02-23\n\n## Timeline\n\n- 2026-02-23 12:00 UTC Errors rise\n- 2026-02-23 12:10 UTC The pool is empty\n- 2026-02-23 12:40 UTC Errors end\n',
        '# Checkout down\n\nDate: 2026-02-23\n\n## Timeline\n\n- 2026-02-23 12:40 UTC Errors end\n- 2026-02-23 12:10 UTC The pool is empty\n- 2026-02-23 12:00 UTC Errors rise\n',
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
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Errors rise | ← Incident start |\n| 12:40 | Errors end | ← Resolved (MTTR) |\n',
      ],
    },
  },
  {
    code: 'impact-reversed',
    family: 'sound',
    severity: 'error',
    title: 'An impact that ends before it starts',
    why: 'Every duration and every cost that is computed from it is negative.',
    help: 'Correct one of the two times.',
    dialects: ['cycle'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n| 12:40 | Errors end |\n\n## Additional notes\n\n### Impact periods\n\n| # | From | To |\n|---|---|---|\n| 1 | 12:40 | 2026-02-23 12:00 |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n| 12:40 | Errors end |\n\n## Additional notes\n\n### Impact periods\n\n| # | From | To |\n|---|---|---|\n| 1 | 12:00 | 12:40 |\n',
      ],
    },
  },
  {
    code: 'impact-outside-timeline',
    family: 'sound',
    severity: 'warning',
    title: 'An impact that no event of the timeline falls into',
    why: 'Either the period or the timeline tells of another day; both feed the same numbers.',
    help: 'Correct the period, or add the events that belong to it.',
    dialects: ['cycle'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n| 12:40 | Errors end |\n\n## Additional notes\n\n### Impact periods\n\n| # | From | To |\n|---|---|---|\n| 1 | 2026-02-21 12:00 | 2026-02-21 12:40 |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n| 12:40 | Errors end |\n\n## Additional notes\n\n### Impact periods\n\n| # | From | To |\n|---|---|---|\n| 1 | 12:00 | 12:40 |\n',
      ],
    },
  },
  {
    code: 'duration-impossible',
    family: 'sound',
    severity: 'error',
    title: 'A duration that cannot be',
    why: 'A negative duration, a part that is longer than the whole, or an incident of more than a year is a slip in one of the times.',
    help: 'Correct the duration, or the times that it comes from.',
    dialects: ['sev'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## Detection\n\n### Detection Delay\n\n| Metric | Value | Notes |\n|---|---|---|\n| Time to Detection (TTD) | 3 hours | |\n| Time to Resolution (TTR/MTTR) | 40 minutes | |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## Detection\n\n### Detection Delay\n\n| Metric | Value | Notes |\n|---|---|---|\n| Time to Detection (TTD) | 3 minutes | |\n| Time to Resolution (TTR/MTTR) | 40 minutes | |\n',
      ],
    },
  },
  {
    code: 'duration-contradicts',
    family: 'sound',
    severity: 'error',
    title: 'A stated duration that the timeline contradicts',
    why: 'Two numbers for one thing: whoever quotes one of them may quote the wrong one. What rounding, “about” and the precision of the times leave open is no contradiction.',
    help: 'Correct the duration, or the moments of the timeline.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Errors rise | ← Incident start |\n| 12:40 | Errors end | ← Resolved (MTTR) |\n\n**MTTR (Mean Time to Resolve):** 2 hours\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Errors rise | ← Incident start |\n| 12:40 | Errors end | ← Resolved (MTTR) |\n\n**MTTR (Mean Time to Resolve):** 40 minutes\n',
        '# Post-Mortem: Checkout down\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n\n## 4. Detailed Timeline\n\n| Time | Event | MTTD/MTTR Marker |\n|---|---|---|\n| 12:00 | Errors rise | ← Incident start |\n| 12:40 | Errors end | ← Resolved (MTTR) |\n\n**MTTR (Mean Time to Resolve):** about 45 minutes\n',
      ],
    },
  },
  {
    code: 'date-contradicts',
    family: 'sound',
    severity: 'error',
    title: 'Dates that contradict each other',
    why: 'Deadlines, reports and searches go by the date; the title or the id says another one, or the timeline is months away.',
    help: 'Correct the one that is wrong.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down on 2026-03-23\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down on 2026-02-23\n\n## 1. Incident Reference & Metadata\n\n| Field | Value |\n|---|---|\n| **Incident Date** | 2026-02-23 |\n',
      ],
    },
  },
  {
    code: 'date-in-future',
    family: 'sound',
    severity: 'error',
    title: 'A date that is still to come',
    why: 'A post-mortem tells of the past: a year or a month is mistyped.',
    help: 'Correct the date.',
    examples: { bad: ['# Checkout down\n\nDate: 2027-02-23\n'], good: ['# Checkout down\n\nDate: 2026-02-23\n'] },
  },
  {
    code: 'severity-contradicts',
    family: 'sound',
    severity: 'error',
    title: 'Two severities',
    why: 'The severity decides who must be told and until when; a reader cannot tell which one holds.',
    help: 'Use one; where it was changed, say from what to what.',
    dialects: ['cycle'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n**Severity:** P1\n\n## Executive Summary\n\nThis P0 incident stopped checkout for 40 minutes.\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n**Severity:** P1\n\n## Executive Summary\n\nCheckout was down for 40 minutes; raised from P2 to P1 after ten of them.\n',
      ],
    },
  },
  {
    code: 'number-contradicts',
    family: 'sound',
    severity: 'warning',
    title: 'A figure that another section tells differently',
    why: 'Whoever quotes the number of users takes the first one that stands there.',
    help: 'Use one figure, or say how the two differ.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 2. Executive Summary\n\nFor 40 minutes 4,500 customers could not pay.\n\n## 3. Impact Summary\n\n| Metric | Value |\n|---|---|\n| **Users affected** | 1,200 |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 2. Executive Summary\n\nFor 40 minutes about 1,200 customers could not pay.\n\n## 3. Impact Summary\n\n| Metric | Value |\n|---|---|\n| **Users affected** | 1,187 |\n',
      ],
    },
  },
  {
    code: 'claim-without-evidence',
    family: 'sound',
    severity: 'info',
    title: 'A claim that nothing shows',
    why: 'Without an event, a link or a line of evidence nobody can check the cause or the figures, now or later.',
    help: 'Add what shows it: events with times, a link to a dashboard, a commit, a log line.',
    examples: {
      bad: ['# Checkout down\n\n## Root cause\n\nThe pool was too small.\n'],
      good: [
        '# Checkout down\n\n## Root cause\n\nThe pool was too small: `pool.max` was 10.\n',
        '# Checkout down\n\n## Timeline\n\n- 12:00 UTC The pool is empty\n- 12:40 UTC Raised to 40\n\n## Root cause\n\nThe pool was too small.\n',
      ],
    },
  },
  {
    code: 'why-shallow',
    family: 'sound',
    severity: 'info',
    title: 'Whys that end after the first answer',
    why: 'The first answer is about the symptom.',
    help: 'Ask why of the answer, until it is about how the system is built or run.',
    source: 'Taiichi Ohno, Toyota Production System (1978): ask why five times.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was it empty? | An order holds two connections. |\n',
      ],
    },
  },
  {
    code: 'why-repeats',
    family: 'sound',
    severity: 'warning',
    title: 'An answer that says again what was asked',
    why: 'It looks like a step and leads nowhere.',
    help: 'Say what lies behind it, or leave the step out.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was the pool empty? | The pool was empty. |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was the pool empty? | An order holds two connections. |\n',
      ],
    },
  },
  {
    code: 'why-cycle',
    family: 'sound',
    severity: 'error',
    title: 'Whys that turn in a circle',
    why: 'A cause that is its own consequence explains nothing, and no action can answer it.',
    help: 'Take out the step that leads back, and ask what began the circle.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The connection pool was empty. |\n| Why 2 | Why? | Retries held every connection. |\n| Why 3 | Why were there retries? | The connection pool was empty. |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The connection pool was empty. |\n| Why 2 | Why? | Retries held every connection. |\n| Why 3 | Why were there retries? | Clients retry without a limit. |\n',
      ],
    },
  },
  {
    code: 'why-stops-at-person',
    family: 'sound',
    severity: 'warning',
    title: 'Whys that stop at a person',
    why: 'People err every day; what made it possible, likely or costly this time is one more why away.',
    help: 'Ask what made the mistake easy and what would have caught it.',
    source: 'Sidney Dekker, The Field Guide to Understanding Human Error: an error is a symptom, not a cause.',
    dialects: ['standard'],
    examples: {
      bad: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was it empty? | The engineer forgot to raise the limit. |\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was it empty? | The engineer forgot to raise the limit. |\n| Why 3 | Why was that not noticed? | Nothing compares the limits of two services. |\n',
      ],
    },
  },
  {
    code: 'root-cause-unanswered',
    family: 'sound',
    severity: 'info',
    title: 'A cause that no action is about',
    why: 'The actions answer the symptom, and the cause is still there.',
    help: 'Add an action that changes the cause, or say which risk is accepted.',
    source: 'Compared by their words; an action that names the factor it answers is always counted.',
    examples: {
      bad: [
        '# Checkout down\n\n## Root cause\n\nThe `pool` was copied from another country.\n\n## Action items\n\n- Train support on refunds\n',
      ],
      good: [
        '# Checkout down\n\n## Root cause\n\nThe `pool` was copied from another country.\n\n## Action items\n\n- Size pools by load\n',
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
    source: 'Compared by their words; an action that names the factor it answers is always counted.',
    examples: {
      bad: [
        '# Checkout down\n\n## Contributing factors\n\n- Nobody could see the pool\n\n## Action items\n\n- Raise the timeout of payments\n',
      ],
      good: [
        '# Checkout down\n\n## Contributing factors\n\n- Nobody could see the pool\n\n## Action items\n\n- Show pools on the dashboard of checkout\n',
      ],
    },
  },
];
