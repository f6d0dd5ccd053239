import type { Part, PartColumn, SectionId } from './part.ts';

/** Fields of the title block. */
export const HEAD_PATHS = [
  'title',
  'status',
  'severity',
  'dialect',
  'incident.id',
  'incident.date',
  'incident.type',
  'incident.report',
  'incident.issue',
  'statement',
] as const;

const DETECTION: readonly PartColumn[] = [
  {
    key: 'kind',
    label: 'How',
    choices: [
      { value: 'monitoring', label: 'Monitoring' },
      { value: 'customer', label: 'A customer' },
      { value: 'internal', label: 'Somebody internal' },
      { value: 'scheduled', label: 'A scheduled check' },
      { value: 'other', label: 'Something else' },
    ],
  },
  { key: 'text', label: 'What exactly' },
];

/** Every section with its parts, in the order in which they are shown within it. A test holds it complete. */
export const SECTION_PARTS: Readonly<Record<SectionId, readonly Part[]>> = {
  summary: [
    {
      kind: 'text',
      path: 'summary.oneLine',
      label: 'In one line',
      prompt: 'Say it in one line, as you would to somebody in the corridor.',
    },
    {
      kind: 'text',
      path: 'summary.text',
      prompt: 'Write the summary: two to four sentences on what happened, whom it affected, and how it ended.',
    },
    {
      kind: 'text',
      path: 'summary.whatHappened',
      label: 'What happened',
      prompt: 'Two or three sentences: the incident, its impact, and how it ended.',
    },
    {
      kind: 'text',
      path: 'summary.whyItHappened',
      label: 'Why it happened',
      prompt: 'One or two sentences: the root cause in plain language.',
    },
    {
      kind: 'text',
      path: 'summary.prevention',
      label: 'What prevents it from happening again',
      prompt: 'One or two sentences: the actions that matter most.',
    },
  ],
  impact: [
    {
      kind: 'facts',
      facts: [
        { path: 'impact.statement', label: 'Impact', example: 'Checkout failed for most customers' },
        { path: 'impact.users', label: 'Users affected', example: '1,240 of 9,800 (12.7 %)' },
        { path: 'impact.requests', label: 'Requests affected', example: '38,000' },
        { path: 'impact.errorRatePeak', label: 'Error rate at its peak', example: '63 %' },
        { path: 'impact.tickets', label: 'Support tickets', example: '17' },
        { path: 'impact.revenue', label: 'Revenue', example: '€ 12,400 = 310 orders × € 40' },
        { path: 'impact.downtimeCost', label: 'Cost of the downtime', example: '€ 4,000 = 2 h × € 2,000' },
        { path: 'impact.slaBreach', label: 'SLA breach', example: 'Yes: 99.9 % a month' },
        { path: 'impact.slaCredits', label: 'SLA credits', example: '€ 900' },
        { path: 'impact.notifications', label: 'Customers notified', example: '14:20 by e-mail' },
        { path: 'impact.financialRecords', label: 'Financial records affected', example: 'None' },
        { path: 'impact.gdprNotification', label: 'GDPR notification required', example: 'No' },
        { path: 'impact.affectedTenants', label: 'Tenants affected', example: '3 of 40' },
        { path: 'impact.affectedRegions', label: 'Regions affected', example: 'eu-west-1' },
        { path: 'impact.statusPage', label: 'Status page', example: 'https://status.example.com/incidents/1' },
      ],
    },
    { kind: 'view', view: 'periods', paths: ['impact.periods'] },
    {
      kind: 'text',
      path: 'impact.customer',
      label: 'Customers',
      prompt: 'What customers saw, how many of them, and for how long.',
    },
    { kind: 'text', path: 'impact.tenant', label: 'Tenants', prompt: 'Which tenants, and what they could not do.' },
    { kind: 'text', path: 'impact.internal', label: 'Internal', prompt: 'What teams of our own could not do.' },
    {
      kind: 'text',
      path: 'impact.dataIntegrity',
      label: 'Data integrity',
      prompt: 'Whether data was lost, wrong or written twice, and how you know.',
    },
    { kind: 'text', path: 'impact.slo', label: 'Error budget', prompt: 'How much of the error budget it consumed.' },
    {
      kind: 'entries',
      path: 'impact.systems',
      label: 'Systems affected',
      prompt: 'List the systems and services that were affected.',
    },
  ],
  timeline: [
    { kind: 'view', view: 'timeline', paths: ['timeline', 'timelineZone', 'moments'] },
    { kind: 'view', view: 'durations', paths: ['durations'] },
    {
      kind: 'text',
      path: 'timelineDiagram',
      label: 'Diagram as written',
      prompt: 'A diagram of your own, as Markdown.',
    },
  ],
  detection: [
    {
      kind: 'table',
      path: 'detection.methods',
      label: 'How it was detected',
      prompt: 'Say what detected it: monitoring, a customer, somebody internal.',
      columns: DETECTION,
    },
    {
      kind: 'table',
      path: 'detection.ruledOut',
      label: 'What did not detect it',
      prompt: 'Say what could have detected it and did not.',
      columns: DETECTION,
    },
    {
      kind: 'text',
      path: 'detection.gaps',
      label: 'Gaps',
      prompt: 'What should have detected it earlier, and why it did not.',
    },
  ],
  'root-cause': [
    {
      kind: 'text',
      path: 'rootCause.technical',
      label: 'What happened technically',
      prompt: 'Explain what happened technically, so that somebody who was not there can follow.',
    },
    {
      kind: 'text',
      path: 'rootCause.trigger',
      label: 'Trigger',
      prompt: 'What set it off: a change, a load, a date, a failure elsewhere.',
    },
    {
      kind: 'text',
      path: 'rootCause.latentCondition',
      label: 'Latent condition',
      prompt: 'What had been waiting for such a trigger, and since when.',
    },
    {
      kind: 'text',
      path: 'rootCause.systemic',
      label: 'Root cause',
      prompt: 'Name the root cause: a property of the system or the process, never a person.',
    },
    {
      kind: 'text',
      path: 'rootCause.why',
      label: 'Underlying causes',
      prompt: 'Analyse the causes below the one that was visible.',
    },
    {
      kind: 'text',
      path: 'rootCause.notCaught',
      label: 'Why it was not caught earlier',
      prompt: 'Which test, alert or review could have caught it, and why none did.',
    },
    {
      kind: 'entries',
      path: 'suspects',
      label: 'Changes near the first symptom',
      prompt: 'List changes close to the first symptom. Being close is not being the cause.',
    },
  ],
  whys: [{ kind: 'view', view: 'whys', paths: ['whys'] }],
  factors: [
    { kind: 'view', view: 'factors', paths: ['factors'] },
    {
      kind: 'table',
      path: 'factorsRuledOut',
      label: 'Looked at and ruled out',
      prompt: 'Name what was looked at and played no part.',
      columns: [
        { key: 'category', label: 'Factor' },
        { key: 'text', label: 'What was found', prose: true },
      ],
    },
    {
      kind: 'table',
      path: 'questions',
      label: 'Questions',
      prompt: 'Ask what your team always asks, and answer it.',
      columns: [
        { key: 'question', label: 'Question', prose: true },
        { key: 'answer', label: 'Answer', prose: true },
      ],
    },
  ],
  went: [{ kind: 'view', view: 'lessons', paths: ['wentWell', 'wentPoorly', 'lucky'] }],
  resolution: [
    {
      kind: 'text',
      path: 'resolution.immediateFix',
      label: 'Immediate fix',
      prompt: 'What stopped it, step by step.',
    },
    {
      kind: 'text',
      path: 'resolution.verification',
      label: 'Verification',
      prompt: 'How you made sure that it was over.',
    },
  ],
  actions: [
    { kind: 'view', view: 'actions', paths: ['actions'] },
    { kind: 'facts', facts: [{ path: 'closureTarget', label: 'Target for closed actions', example: '> 80 %' }] },
  ],
  prevention: [
    {
      kind: 'text',
      path: 'prevention.prevent',
      label: 'How recurrence is prevented',
      prompt: 'What makes it impossible.',
    },
    { kind: 'text', path: 'prevention.detect', label: 'How detection gets faster', prompt: 'What tells us sooner.' },
    {
      kind: 'text',
      path: 'prevention.recover',
      label: 'How recovery gets faster',
      prompt: 'What brings service back sooner.',
    },
    { kind: 'text', path: 'recurrence.before', label: 'Before this incident', prompt: 'How exposed we were.' },
    { kind: 'text', path: 'recurrence.after', label: 'After the actions', prompt: 'How exposed we still are.' },
    { kind: 'facts', facts: [{ path: 'recurrence.confidence', label: 'Confidence', example: '8 / 10' }] },
    {
      kind: 'text',
      path: 'recurrence.residualRisk',
      label: 'Residual risk',
      prompt: 'What remains, and why that is acceptable.',
    },
  ],
  lessons: [
    {
      kind: 'entries',
      path: 'lessons.takeaways',
      label: 'Takeaways',
      prompt: 'List what others should learn: what we know now that we did not know before.',
    },
    { kind: 'text', path: 'lessons.technical', label: 'Technical', prompt: 'What we learned about the system.' },
    { kind: 'text', path: 'lessons.process', label: 'Process', prompt: 'What we learned about how we work.' },
    { kind: 'text', path: 'lessons.culture', label: 'Culture', prompt: 'What we learned about working together.' },
    {
      kind: 'entries',
      path: 'lessons.special',
      label: 'Lessons the policy asks for',
      prompt: 'List the lessons that apply to incidents of this kind.',
    },
    {
      kind: 'entries',
      path: 'lessons.improvements',
      label: 'Process improvements',
      prompt: 'List what changes in how we work.',
    },
    {
      kind: 'table',
      path: 'targets',
      label: 'Targets for the next quarter',
      prompt: 'Choose one number to move, and say by when.',
      columns: [
        { key: 'metric', label: 'Metric' },
        { key: 'current', label: 'Now' },
        { key: 'target', label: 'Target' },
        { key: 'by', label: 'By' },
      ],
    },
  ],
  'follow-up': [
    {
      kind: 'facts',
      facts: [
        { path: 'followUp.reviewDate', label: 'Review date', example: '2026-04-01' },
        { path: 'followUp.owner', label: 'Owner', example: '@sam' },
      ],
    },
    {
      kind: 'entries',
      path: 'followUp.schedule',
      label: 'Schedule',
      prompt: 'List when somebody looks again, and at what.',
    },
    {
      kind: 'table',
      path: 'followUp.checks',
      label: 'Checks',
      prompt: 'Say for each action how its effect will be seen.',
      columns: [
        { key: 'action', label: 'Action', prose: true },
        { key: 'expected', label: 'Expected' },
        { key: 'verified', label: 'Verified' },
        { key: 'effective', label: 'Effective' },
      ],
    },
  ],
  review: [
    {
      kind: 'facts',
      facts: [
        { path: 'meeting.date', label: 'Review meeting', example: '2026-02-26 10:00' },
        { path: 'meeting.duration', label: 'Duration of the meeting', example: '45 minutes' },
        { path: 'meeting.presentedAt', label: 'Presented at', example: 'Engineering all-hands, 2026-03-20' },
        { path: 'meeting.recording', label: 'Recording', example: 'https://…' },
        { path: 'meeting.notes', label: 'Notes', example: 'https://…' },
      ],
    },
    { kind: 'checks', path: 'exitCriteria', label: 'Exit criteria' },
    { kind: 'checks', path: 'publication', label: 'Publication' },
    {
      kind: 'table',
      path: 'signOffs',
      label: 'Sign-off',
      prompt: '',
      columns: [
        { key: 'role', label: 'Role' },
        { key: 'name', label: 'Name' },
        { key: 'date', label: 'Date' },
        { key: 'signature', label: 'Signature' },
      ],
    },
    { kind: 'facts', facts: [{ path: 'acknowledgedBy', label: 'Acknowledged by' }] },
  ],
  people: [
    {
      kind: 'facts',
      facts: [
        { path: 'roles.commander', label: 'Incident commander', example: '@sam' },
        { path: 'roles.recorder', label: 'Recorder', example: '@kim' },
        { path: 'roles.onCallPrimary', label: 'On call, primary', example: '@ada' },
        { path: 'roles.onCallSecondary', label: 'On call, secondary', example: '@lin' },
        { path: 'roles.authors', label: 'Authors', example: '@sam, @kim' },
        { path: 'roles.facilitator', label: 'Facilitator', example: '@noor' },
        { path: 'roles.attendees', label: 'Attendees', example: '@sam, @kim, @ada' },
        { path: 'roles.reviewers', label: 'Reviewers', example: '@noor' },
      ],
    },
  ],
  related: [
    {
      kind: 'facts',
      facts: [
        { path: 'related.runbooks', label: 'Runbooks used' },
        { path: 'related.dashboards', label: 'Dashboards' },
        { path: 'related.alerts', label: 'Alerts that fired' },
        { path: 'related.chatThread', label: 'Chat thread' },
        { path: 'related.pager', label: 'Pager incident' },
        { path: 'related.chaosExperiments', label: 'Chaos experiments' },
      ],
    },
    { kind: 'entries', path: 'related.documents', label: 'Documents', prompt: 'Link what belongs to this.' },
    {
      kind: 'entries',
      path: 'related.incidents',
      label: 'Incidents',
      prompt: 'Link incidents that resemble this one.',
    },
    {
      kind: 'entries',
      path: 'related.logsAndDashboards',
      label: 'Logs and dashboards',
      prompt: 'Link the logs and dashboards that show it.',
    },
    { kind: 'entries', path: 'related.references', label: 'References', prompt: 'Link what explains it elsewhere.' },
  ],
  evidence: [{ kind: 'view', view: 'evidence', paths: ['evidence'] }],
  document: [
    {
      kind: 'facts',
      facts: [
        { path: 'document.project', label: 'Project' },
        { path: 'document.version', label: 'Version', example: '1.0' },
        { path: 'document.date', label: 'Date', example: '2026-02-26' },
        { path: 'document.author', label: 'Author' },
        { path: 'document.status', label: 'Status as written' },
        { path: 'document.reviewers', label: 'Reviewers' },
      ],
    },
    { kind: 'text', path: 'document.instructions', label: 'Instructions', prompt: 'How this document is to be used.' },
    {
      kind: 'table',
      path: 'document.history',
      label: 'Versions',
      prompt: 'List the versions of this document.',
      columns: [
        { key: 'version', label: 'Version' },
        { key: 'date', label: 'Date' },
        { key: 'author', label: 'Author' },
        { key: 'changes', label: 'Changes' },
      ],
    },
  ],
  notes: [
    {
      kind: 'view',
      view: 'notes',
      paths: ['introductions', 'remarks', 'unmapped', 'headings', 'guidance', 'frontMatter', 'people'],
    },
  ],
};

/** What belongs to the standing of a post-mortem: it is shown here and changed by requests of its own. */
export const STANDING_PATHS: ReadonlySet<string> = new Set([
  'status',
  'document.status',
  'signOffs',
  'acknowledgedBy',
  'publication',
  'exitCriteria',
]);
