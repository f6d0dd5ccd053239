import type { Rule } from '../rule.ts';

/** What the reading of the document itself finds, before anybody judges its content. */
export const DOCUMENT_RULES: readonly Rule[] = [
  {
    code: 'document-zone-assumed',
    family: 'document',
    severity: 'info',
    title: 'Times that state no zone',
    why: 'Whoever reads it in another zone, or next to logs, takes every time for another one.',
    help: 'State the zone above the timeline: “All times in UTC.”',
    examples: {
      bad: ['# Outage 2026-02-23\n\n## Timeline\n\n- 10:02 Checkout begins to fail\n- 10:20 Rolled back\n'],
      good: [
        '# Outage 2026-02-23\n\n## Timeline\n\nAll times in UTC.\n\n- 10:02 Checkout begins to fail\n- 10:20 Rolled back\n',
        '# Outage 2026-02-23\n\n## Timeline\n\n- 10:02 CET Checkout begins to fail\n- 10:20 CET Rolled back\n',
      ],
    },
  },
  {
    code: 'half-day-assumed',
    family: 'document',
    severity: 'warning',
    title: 'A clock of twelve hours that passes noon',
    why: 'Nobody but the author can tell whether it means after noon or the next morning.',
    help: 'Write it with 24 hours, or with am and pm.',
    examples: {
      bad: ['# Outage 2026-02-23\n\n## Timeline (UTC)\n\n- 11:16 Down\n- 12:16 Found\n- 1:52 Up again\n'],
      good: ['# Outage 2026-02-23\n\n## Timeline (UTC)\n\n- 11:16 Down\n- 12:16 Found\n- 13:52 Up again\n'],
    },
  },
  {
    code: 'document-empty',
    family: 'document',
    severity: 'error',
    title: 'Nothing in the document',
    why: 'An empty file is usually the wrong one, or one that was never saved.',
    help: 'Check that it is the right file.',
    examples: {
      bad: ['\n'],
      good: ['# Checkout outage\n'],
    },
  },
  {
    code: 'prompt-left',
    family: 'document',
    severity: 'warning',
    title: 'A prompt of the template that nobody filled in',
    why: 'A reader cannot tell whether the answer is unknown, not applicable, or forgotten.',
    help: 'Fill it in, or delete the line if it does not apply.',
    examples: {
      bad: [
        '# Post-Mortem: Checkout outage\n\n**Date:** 2026-02-23\n**Severity:** P1\n\n## Executive Summary\n\n[What happened, why, what it did, what changes]\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n\n## Contributing Factors\n\n- The pool was small\n\n## What Went Poorly\n\n- Detection\n',
      ],
      good: [
        '# Post-Mortem: Checkout outage\n\n**Date:** 2026-02-23\n**Severity:** P1\n\n## Executive Summary\n\nCheckout was down for 40 minutes.\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 12:00 | Errors rise |\n\n## Contributing Factors\n\n- The pool was small\n\n## What Went Poorly\n\n- Detection\n',
      ],
    },
  },
  {
    code: 'placeholder-left',
    family: 'document',
    severity: 'warning',
    title: 'Something left to be filled in',
    why: 'What was to be added later is missing for everybody who reads it now.',
    help: 'Fill it in, or delete it.',
    examples: {
      bad: ['The pool was too small because TBD.', 'Impact on refunds: [TODO ask the payments team].'],
      good: ['The pool was too small for the traffic of a sale.'],
    },
  },
  {
    code: 'time-unresolved',
    family: 'document',
    severity: 'warning',
    title: 'A time that does not say when',
    why: 'Without an instant the event has no place in the timeline, and no duration can be measured from it.',
    help: 'Write it as `HH:MM`, with a date in the document.',
    examples: {
      bad: ['# Checkout outage\n\n## Timeline\n\n- 25:70 Errors rise\n- 12:40 Errors end\n'],
      good: ['# Checkout outage\n\nDate: 2026-02-23\n\n## Timeline\n\n- 12:00 Errors rise\n- 12:40 Errors end\n'],
    },
  },
  {
    code: 'section-unmapped',
    family: 'document',
    severity: 'info',
    title: 'A section that no field stands for',
    why: 'It is kept word for word, but lists, search by field and other templates do not know what it is.',
    help: 'Nothing, if that is right; a heading that is used elsewhere puts it into its field.',
    examples: {
      bad: [
        '# Checkout outage\n\n## Weather report\n\nIt rained.\n\n## Timeline\n\n- 12:00 Errors rise\n- 12:40 Errors end\n',
      ],
      good: ['# Checkout outage\n\n## Timeline\n\n- 12:00 Errors rise\n- 12:40 Errors end\n'],
    },
  },
  {
    code: 'no-place-in-dialect',
    family: 'document',
    severity: 'info',
    title: 'Something that the template has no place for',
    why: 'Templates differ in what they ask for. What has no place stands under “Additional notes” and reads back from there.',
    help: 'Move it, or leave it there.',
    examples: {
      bad: [
        '# Checkout down\n\n## Trigger\n\nA sale that began at noon\n\n## Timeline\n\n- 12:00 Errors rise\n- 12:40 Errors end\n',
      ],
      good: [
        '# Post-Mortem: Checkout down\n\n**Date:** 2026-02-23\n**Severity:** P1\n**Impact:** Nobody could pay\n\n## Executive Summary\n\nCheckout was down.\n\n## What Went Poorly\n\n- Detection\n',
      ],
    },
  },
  {
    code: 'document-inexact',
    family: 'document',
    severity: 'warning',
    title: 'A written document that does not read back exactly',
    why: 'Every document is read back when it is written; a difference is told rather than hidden.',
    help: 'Keep the original, and compare.',
    examples: { bad: [], good: [] },
  },
];
