import type { Rule } from '../rule.ts';

/** A document that has next to nothing; bad example of everything that is asked for. */
const BARE = 'Checkout was down.\n';

interface Missing extends Pick<Rule, 'code' | 'why' | 'help' | 'dialects'> {
  readonly title: string;
  readonly severity?: Rule['severity'];
  readonly source?: string;
  /** A document that has it. */
  readonly good: string;
}

function missing({ good, severity = 'info', ...rule }: Missing): Rule {
  return { family: 'complete', severity, ...rule, examples: { bad: [BARE], good: [good] } };
}

const ALL_TEMPLATES = 'All five templates ask for it.';

/** One rule for each thing that a template asks for; who asks for what stands in `demands.data.ts`. */
export const MISSING_RULES: readonly Rule[] = [
  missing({
    code: 'missing-title',
    severity: 'warning',
    title: 'No title',
    why: 'A list of post-mortems is a list of their titles; without one nobody finds it again.',
    help: 'Say in a few words what was down for whom.',
    source: ALL_TEMPLATES,
    good: '# Checkout down for all customers\n',
  }),
  missing({
    code: 'missing-severity',
    severity: 'warning',
    title: 'No severity',
    why: 'The severity decides who must be told, who signs and until when; it also lets incidents be compared.',
    help: 'Say how bad it was, in the scale of the team.',
    source: ALL_TEMPLATES,
    dialects: ['cycle'],
    good: '# Post-Mortem: Checkout down\n\n**Severity:** P1\n',
  }),
  missing({
    code: 'missing-date',
    severity: 'warning',
    title: 'No date of the incident',
    why: 'Times of the timeline without a day have no instant until the document says which day it was.',
    help: 'Give the day as `YYYY-MM-DD`.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\nDate: 2026-02-23\n',
  }),
  missing({
    code: 'missing-summary',
    severity: 'warning',
    title: 'No summary',
    why: 'Most people read nothing else.',
    help: 'Write two to four sentences: what happened, what it did, why, what changes.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Summary\n\nCheckout was down for 40 minutes because its pool was too small.\n',
  }),
  missing({
    code: 'missing-impact',
    severity: 'warning',
    title: 'Nothing says what the incident did',
    why: 'How much effort the actions deserve follows from what the incident did to whom.',
    help: 'Say who could not do what, for how long, and how many they were.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Impact\n\n1,200 customers could not pay for 40 minutes.\n',
  }),
  missing({
    code: 'missing-systems',
    title: 'Systems affected are not named',
    why: 'Whoever owns a system finds what happened to it by its name.',
    help: 'Name the systems and services.',
    dialects: ['sev'],
    good: '# Post-Mortem: Checkout down\n\n## Impact\n\n### Systems Affected\n\n- Checkout\n',
  }),
  missing({
    code: 'missing-data-integrity',
    title: 'Nothing about data integrity',
    why: 'Lost or damaged data outlives the outage; that none was is worth a line, too.',
    help: 'Say whether data was lost or damaged, and how you know.',
    dialects: ['platform'],
    good: '# Postmortem — Checkout down\n\n## Impact\n\n- **Data integrity:** No order was lost; counts agree.\n',
  }),
  missing({
    code: 'missing-financial-records',
    title: 'Nothing about financial records',
    why: 'Whoever must report a wrong record needs to know it from here.',
    help: 'Say whether any were affected, and which.',
    dialects: ['operations'],
    good: '# Post-Mortem: Checkout down\n\n## 2. Impact Summary\n\n| Metric | Value |\n|---|---|\n| Financial records affected | None |\n',
  }),
  missing({
    code: 'missing-timeline',
    severity: 'warning',
    title: 'No timeline',
    why: 'What people knew when is the ground that everything else in a post-mortem stands on.',
    help: 'Add the events, each with its time.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Timeline\n\n- 12:00 UTC Errors rise\n- 12:40 UTC Errors end\n',
  }),
  missing({
    code: 'missing-technical',
    title: 'What happened technically is not told',
    why: 'The next person with the same symptoms looks for the mechanism.',
    help: 'Name the component, the code path, the query.',
    dialects: ['operations', 'sev'],
    good: '# Post-Mortem: Checkout down\n\n## 4. Root Cause Analysis\n\n### What happened technically\n\n`pool.max` was 10; each order holds two connections.\n',
  }),
  missing({
    code: 'missing-root-cause',
    severity: 'warning',
    title: 'No root cause',
    why: 'Without a cause, actions answer the symptom and it comes back.',
    help: 'Say which conditions made it possible; one honest sentence on what is not known is better than none.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Root cause\n\nPool sizes are copied from service to service.\n',
  }),
  missing({
    code: 'missing-trigger',
    title: 'No trigger',
    why: 'The condition had been there before; what set it off tells what to look at in other places.',
    help: 'Say what changed right before.',
    dialects: ['standard', 'sev', 'platform'],
    good: '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.3 Trigger Event\n\n**The specific trigger for this incident:** A sale that began at noon\n',
  }),
  missing({
    code: 'missing-latent-condition',
    title: 'No latent condition',
    why: 'The trigger is gone; what had been waiting for it is still there.',
    help: 'Say what had been waiting, and since when.',
    dialects: ['platform'],
    good: '# Postmortem — Checkout down\n\n## Root cause\n\nThe pool was too small.\n\n- **Latent condition:** The size was copied in 2024\n',
  }),
  missing({
    code: 'missing-whys',
    title: 'No whys',
    why: 'The first answer is about the symptom; asking on leads to something that can be changed.',
    help: 'Ask why of each answer until it is about how the system is built or run.',
    dialects: ['standard', 'operations', 'sev', 'cycle'],
    good: '# Post-Mortem: Checkout down\n\n## 5. Root Cause Analysis\n\n### 5.1 5 Whys Analysis\n\n| Why # | Question | Answer |\n|---|---|---|\n| Why 1 | Why did checkout fail? | The pool was empty. |\n| Why 2 | Why was it empty? | Each order holds two connections. |\n',
  }),
  missing({
    code: 'missing-factors',
    title: 'No contributing factors',
    why: 'Incidents have several causes; whoever writes down one fixes one.',
    help: 'List what made it likelier, longer or worse.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Contributing factors\n\n- No alert on the pool\n',
  }),
  missing({
    code: 'missing-detection',
    title: 'Nothing says how it was detected',
    why: 'Found by customers or by an alert: that is the difference between two kinds of next steps.',
    help: 'Say who or what found it.',
    dialects: ['sev'],
    good: '# Post-Mortem: Checkout down\n\n## Detection\n\n### How Was It Detected?\n\n- [x] Automated monitoring/alerting\n- [ ] Customer report\n',
  }),
  missing({
    code: 'missing-went-well',
    title: 'Nothing went well',
    why: 'What limited the damage should survive the next reorganisation.',
    help: 'Say what helped.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## What went well\n\n- The rollback took two minutes\n',
  }),
  missing({
    code: 'missing-went-poorly',
    title: 'Nothing went poorly',
    why: 'Where it was hard to notice, decide or repair, the next incident will be hard in the same way.',
    help: 'Say what made it longer or harder.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## What went poorly\n\n- Nobody could see the pool\n',
  }),
  missing({
    code: 'missing-fix',
    title: 'No immediate fix',
    why: 'It is the first thing that somebody with the same problem looks for.',
    help: 'Say what stopped it.',
    dialects: ['sev'],
    good: '# Post-Mortem: Checkout down\n\n## Resolution\n\n### Immediate Fix\n\nThe pool was raised to 40.\n',
  }),
  missing({
    code: 'missing-actions',
    severity: 'warning',
    title: 'No action items',
    why: 'Nothing that is written down changes by itself.',
    help: 'Add what will change; if nothing will, say which risk is accepted, by whom and until when.',
    source: ALL_TEMPLATES,
    good: '# Checkout down\n\n## Action items\n\n- [ ] Alert when the pool is 80 % full (@ana, 2026-03-10)\n',
  }),
  missing({
    code: 'missing-lessons',
    title: 'No lessons',
    why: 'Other teams have the same systems; what they can learn does not stand in the action items.',
    help: 'Say what is known now that was not known before.',
    dialects: ['platform', 'operations', 'sev'],
    good: '# Postmortem — Checkout down\n\n## Lessons\n\n- A pool runs empty long before errors rise.\n',
  }),
];
