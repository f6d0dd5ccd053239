import { boxes, fixed, sentence, type Box } from '../blocks/checks.ts';
import { factorDetails } from '../blocks/factors.ts';
import { eventColumn } from '../blocks/event-column.ts';
import { fields } from '../blocks/fields.ts';
import { list } from '../blocks/list.ts';
import { prose } from '../blocks/prose.ts';
import { keyTable, rows, type Filter } from '../blocks/table.ts';
import { whyList } from '../blocks/whys.ts';
import { textAt } from '../spec.ts';
import type { Dialect } from './dialect.ts';
import { inGroup, ungrouped } from './horizons.ts';
import { onlyFilled, suspectsSection, zoneOfHeader } from './parts.ts';

const GROUPS = ['week', 'month', 'quarter'];

const FACTOR_BOXES: readonly Box[] = [
  { value: 'Detection Gap', label: 'Detection Gap', prompt: '[What monitoring did not see]' },
  { value: 'Process Gap', label: 'Process Gap', prompt: '[Runbook or procedure that was missing]' },
  { value: 'Testing Gap', label: 'Testing Gap', prompt: '[Case that no test had]' },
  { value: 'Documentation Gap', label: 'Documentation Gap', prompt: '[What was not written down or out of date]' },
  { value: 'Capacity Issue', label: 'Capacity Issue', prompt: '[Resource that ran out]' },
  { value: 'Dependency Failure', label: 'Dependency Failure', prompt: '[Service outside]' },
  { value: 'Configuration Error', label: 'Configuration Error', prompt: '[Setting]' },
  { value: 'Code Defect', label: 'Code Defect', prompt: '[Defect]' },
  { value: 'Human Error', label: 'Human Error', prompt: '[Manual step that was easy to get wrong]' },
];

const DETECTION_BOXES: readonly Box[] = [
  { value: 'monitoring', label: 'Automated monitoring/alerting' },
  { value: 'customer', label: 'Customer report' },
  { value: 'internal', label: 'Internal user report' },
  { value: 'scheduled', label: 'Scheduled check' },
  { value: 'other', label: 'Other', prompt: '[specify]' },
];

function actions(filter: Filter, prompts: readonly (readonly string[])[]) {
  return rows({
    path: 'actions',
    required: 'text',
    contents: ['text', 'owner', 'due', 'ticket'],
    style: 'wide',
    overflow: 'details',
    filter,
    prompts,
    columns: [
      { header: 'Action', key: 'text', type: 'prose' },
      { header: 'Owner', key: 'owner' },
      { header: 'Due Date', key: 'due', aliases: ['Due'] },
      { header: 'Status', key: 'status' },
      { header: 'Beads Issue', key: 'ticket', aliases: ['Ticket', 'Issue'] },
    ],
  });
}

const ACTION_PROMPT = [['[Action]', '[Name]', '[Date]', '[Open]', '[bd://xxx]']];

/** An agent-driven engineering kit with SEV1 to SEV4 and issues in Beads. */
export const sev: Dialect = {
  id: 'sev',
  label: 'SEV engineering kit',
  zone: 'UTC',
  folder: 'artifacts',
  fileName: 'postmortem_{id}.md',
  incidentId: { pattern: 'INC-{n}', digits: 4 },
  groups: GROUPS,
  titleForm: /^Post-Mortem: /u,
  marks: [
    'columns:action|owner|due date|status|beads issue',
    'one line summary',
    'business impact',
    'user impact',
    'systems affected',
    'how was it detected',
    'detection delay',
    'detection gaps',
    'what didnt go well',
    'how do we detect faster',
    'relevant logs dashboards',
    'beads issue',
  ],
  sections: [
    {
      id: 'title',
      depth: 1,
      title: (view) => `Post-Mortem: ${textAt(view, 'title') ?? '[Incident Title]'}`,
      guidance: 'Systems and processes, not individuals.',
      blocks: [],
    },
    {
      id: 'summary',
      depth: 2,
      title: 'Summary',
      blocks: [
        fields('bold', [
          { label: 'Incident ID', path: 'incident.id', prompt: '[INC-XXXX]' },
          { label: 'Date', path: 'incident.date', prompt: '[YYYY-MM-DD]' },
          { label: 'Duration', path: 'durations.duration.written', prompt: '[X hours Y minutes]' },
          { label: 'Severity', path: 'severity.label', prompt: 'SEV1 | SEV2 | SEV3 | SEV4' },
          { label: 'Status', path: 'status', prompt: 'Draft | In Review | Complete' },
          { label: 'Beads Issue', path: 'incident.issue', prompt: '[bd://issue-id or N/A]' },
        ]),
        fields('bold', [
          { label: 'Author', path: 'roles.authors', prompt: '[Name]', aliases: ['Authors'] },
          { label: 'Incident Commander', path: 'roles.commander', prompt: '[Name]' },
          { label: 'Reviewers', path: 'roles.reviewers', prompt: '[Names]' },
        ]),
      ],
    },
    {
      id: 'one-line',
      depth: 3,
      title: 'One-Line Summary',
      blocks: [prose('summary.oneLine', '[What happened and what it did, in one line]')],
    },
    { id: 'impact', depth: 2, title: 'Impact', ruled: true, blocks: [] },
    {
      id: 'impact-users',
      depth: 3,
      title: 'User Impact',
      blocks: [
        keyTable({
          header: ['Metric', 'Value'],
          style: 'wide',
          entries: [
            { label: 'Users Affected', path: 'impact.users', prompt: '[Number or %]' },
            { label: 'Duration of Impact', path: 'durations.impact-duration.written', prompt: '[Time]' },
            { label: 'Error Rate Peak', path: 'impact.errorRatePeak', prompt: '[%]' },
            { label: 'Support Tickets', path: 'impact.tickets', prompt: '[Number]' },
          ],
        }),
      ],
    },
    {
      id: 'impact-business',
      depth: 3,
      title: 'Business Impact',
      blocks: [
        keyTable({
          header: ['Metric', 'Value'],
          style: 'wide',
          entries: [
            { label: 'Revenue Impact', path: 'impact.revenue', prompt: '[$X or N/A]' },
            { label: 'SLA Breach', path: 'impact.slaBreach', prompt: '[Yes/No]' },
            { label: 'Customer Notifications', path: 'impact.notifications', prompt: '[Number]' },
          ],
        }),
      ],
    },
    {
      id: 'systems',
      depth: 3,
      title: 'Systems Affected',
      blocks: [list({ path: 'impact.systems', plain: true, prompts: ['[System or service]'] })],
    },
    {
      id: 'timeline',
      depth: 2,
      title: 'Timeline',
      ruled: true,
      blocks: [
        sentence({
          path: 'timelineZone',
          pattern: /^All times (?:are )?in ([^\n]+?)\.?$/iu,
          print: (zone) => `All times in ${zone}.`,
          prompt: '[UTC]',
        }),
        rows({
          path: 'timeline',
          required: 'text',
          style: 'wide',
          overflow: 'notes',
          readHeader: zoneOfHeader,
          columns: [{ header: 'Time', key: 'at' }, eventColumn()],
          prompts: [
            ['HH:MM', '[First alert or report]'],
            ['HH:MM', '[Incident declared, severity assigned]'],
            ['HH:MM', '[Investigation started]'],
            ['HH:MM', '[Root cause identified]'],
            ['HH:MM', '[Mitigation applied]'],
            ['HH:MM', '[Service restored]'],
            ['HH:MM', '[Incident closed]'],
          ],
        }),
      ],
    },
    { id: 'root-cause', depth: 2, title: 'Root Cause', ruled: true, blocks: [] },
    suspectsSection,
    {
      id: 'technical',
      depth: 3,
      title: 'What Happened',
      blocks: [prose('rootCause.technical', '[The chain of failure, technically]')],
    },
    {
      id: 'whys',
      depth: 3,
      title: 'Why It Happened',
      blocks: [
        prose('rootCause.why', '[Underlying causes]'),
        whyList(' ', [
          '**Why?** [First cause]',
          '**Why?** [Cause behind it]',
          '**Why?** [And so on, down to the root cause]',
        ]),
      ],
    },
    {
      id: 'trigger',
      depth: 3,
      title: 'Trigger',
      blocks: [prose('rootCause.trigger', '[The event or change that set it off]')],
    },
    {
      id: 'factors',
      depth: 2,
      title: 'Contributing Factors',
      ruled: true,
      guidance: 'Tick what played a part and say how. A box left open may say why it did not.',
      blocks: [
        fixed({
          text: 'What made it possible, or worse:',
          opening: /^Factors that (?:made|contributed)|^What made it possible, or worse:/iu,
        }),
        boxes({ path: 'factors', openPath: 'factorsRuledOut', key: 'category', entries: FACTOR_BOXES, bold: true }),
        factorDetails(
          FACTOR_BOXES.map((box) => box.value),
          { label: 'Details:', tightLabel: true, prompts: ['[Factor]: [Explanation]'] },
        ),
      ],
    },
    { id: 'detection', depth: 2, title: 'Detection', ruled: true, blocks: [] },
    {
      id: 'detection-methods',
      depth: 3,
      title: 'How Was It Detected?',
      blocks: [
        boxes({
          path: 'detection.methods',
          openPath: 'detection.ruledOut',
          key: 'kind',
          entries: DETECTION_BOXES,
          bold: false,
        }),
      ],
    },
    {
      id: 'detection-delay',
      depth: 3,
      title: 'Detection Delay',
      guidance:
        'TTD: first known. TTA: somebody started to look. TTM: the bleeding stopped. TTR: fully resolved; its mean is MTTR.',
      blocks: [
        keyTable({
          header: ['Metric', 'Value', 'Notes'],
          style: 'wide',
          entries: [
            {
              label: 'Time to Detection (TTD)',
              path: 'durations.ttd.written',
              prompt: '[X minutes]',
              note: { path: 'durations.ttd.note', prompt: 'First alert or report', example: 'First alert or report' },
            },
            {
              label: 'Time to Acknowledgment (TTA)',
              path: 'durations.tta.written',
              prompt: '[X minutes]',
              note: { path: 'durations.tta.note', prompt: 'Investigation started', example: 'Investigation started' },
            },
            {
              label: 'Time to Mitigation (TTM)',
              path: 'durations.ttm.written',
              prompt: '[X minutes]',
              note: { path: 'durations.ttm.note', prompt: 'Bleeding stopped', example: 'Bleeding stopped' },
            },
            {
              label: 'Time to Resolution (TTR/MTTR)',
              path: 'durations.ttr.written',
              prompt: '[X minutes]',
              note: { path: 'durations.ttr.note', prompt: 'Fully resolved', example: 'Fully resolved' },
            },
          ],
        }),
      ],
    },
    {
      id: 'detection-gaps',
      depth: 3,
      title: 'Detection Gaps',
      blocks: [prose('detection.gaps', '[What could have told us, and did not]')],
    },
    { id: 'response', depth: 2, title: 'Response', ruled: true, blocks: [] },
    {
      id: 'went-well',
      depth: 3,
      title: 'What Went Well',
      blocks: [list({ path: 'wentWell', prompts: ['[What worked]'] })],
    },
    {
      id: 'went-poorly',
      depth: 3,
      title: "What Didn't Go Well",
      blocks: [list({ path: 'wentPoorly', prompts: ['[What made it hard]'] })],
    },
    {
      id: 'lucky',
      depth: 3,
      title: 'Where We Got Lucky',
      blocks: [list({ path: 'lucky', prompts: ['[What helped by chance]'] })],
    },
    { id: 'resolution', depth: 2, title: 'Resolution', ruled: true, blocks: [] },
    {
      id: 'immediate-fix',
      depth: 3,
      title: 'Immediate Fix',
      blocks: [prose('resolution.immediateFix', '[What stopped the bleeding]\n\n```\n[Commands or steps]\n```')],
    },
    {
      id: 'verification',
      depth: 3,
      title: 'Verification',
      blocks: [prose('resolution.verification', '[How we saw that it worked]')],
    },
    {
      id: 'actions',
      depth: 2,
      title: 'Action Items',
      ruled: true,
      blocks: [onlyFilled(actions(ungrouped(GROUPS), []))],
    },
    {
      id: 'actions-week',
      depth: 3,
      title: 'Immediate (Within 1 Week)',
      blocks: [actions(inGroup('week', GROUPS), ACTION_PROMPT)],
    },
    {
      id: 'actions-month',
      depth: 3,
      title: 'Short-Term (Within 1 Month)',
      blocks: [actions(inGroup('month', GROUPS), ACTION_PROMPT)],
    },
    {
      id: 'actions-quarter',
      depth: 3,
      title: 'Long-Term (Within 1 Quarter)',
      blocks: [actions(inGroup('quarter', GROUPS), ACTION_PROMPT)],
    },
    { id: 'prevention', depth: 2, title: 'Prevention', ruled: true, blocks: [] },
    {
      id: 'prevent',
      depth: 3,
      title: 'How Do We Prevent Recurrence?',
      blocks: [prose('prevention.prevent', '[Technical and process changes]')],
    },
    {
      id: 'detect',
      depth: 3,
      title: 'How Do We Detect Faster?',
      blocks: [prose('prevention.detect', '[Alerts, dashboards, checks]')],
    },
    {
      id: 'recover',
      depth: 3,
      title: 'How Do We Recover Faster?',
      blocks: [prose('prevention.recover', '[Runbooks, automation]')],
    },
    { id: 'lessons', depth: 2, title: 'Lessons Learned', ruled: true, blocks: [] },
    {
      id: 'takeaways',
      depth: 3,
      title: 'Key Takeaways',
      blocks: [list({ path: 'lessons.takeaways', plain: true, numbered: true, prompts: ['[Lesson]'] })],
    },
    {
      id: 'improvements',
      depth: 3,
      title: 'Process Improvements',
      blocks: [list({ path: 'lessons.improvements', plain: true, prompts: ['[Improvement]'] })],
    },
    { id: 'appendix', depth: 2, title: 'Appendix', ruled: true, blocks: [] },
    {
      id: 'related-incidents',
      depth: 3,
      title: 'Related Incidents',
      blocks: [list({ path: 'related.incidents', plain: true, prompts: ['[Link]'] })],
    },
    {
      id: 'logs-dashboards',
      depth: 3,
      title: 'Relevant Logs/Dashboards',
      blocks: [list({ path: 'related.logsAndDashboards', plain: true, prompts: ['[Link]'] })],
    },
    {
      id: 'references',
      depth: 3,
      title: 'External References',
      blocks: [list({ path: 'related.references', plain: true, prompts: ['[Link]'] })],
    },
    {
      id: 'sign-off',
      depth: 2,
      title: 'Sign-off',
      ruled: true,
      blocks: [
        rows({
          path: 'signOffs',
          required: 'role',
          style: 'wide',
          columns: [
            { header: 'Role', key: 'role' },
            { header: 'Name', key: 'name' },
            { header: 'Date', key: 'date' },
          ],
          prompts: [
            ['[Author]', '', ''],
            ['[Incident Commander]', '', ''],
            ['[Engineering Lead]', '', ''],
            ['[Product Owner]', '', ''],
          ],
        }),
      ],
    },
  ],
  process: {
    required: 'SEV1, SEV2',
    recommended: 'SEV3',
    meetingWithinBusinessDays: { any: 5 },
    meetingMinutes: { usual: 60, most: 60 },
    invite: 'Author, incident commander, reviewers',
    agenda: [],
    evidenceWindow: { hoursBefore: 6, hoursAfter: 1 },
    evidenceCommands: [],
    exitCriteria: ['Signed by author, incident commander, engineering lead and product owner'],
    tracking: 'Beads (bd)',
    review: 'Actions within 1 week, 1 month and 1 quarter',
    rules: [
      { kind: 'blameless', text: 'About systems and processes, not individuals.' },
      { section: 'one-line', kind: 'sentences', text: 'One line on what happened and what it did.', least: 1, most: 1 },
      { section: 'whys', kind: 'other', text: 'Underlying causes, with five whys where they help.' },
      { section: 'detection-delay', kind: 'other', text: 'TTR, averaged over incidents, is MTTR.' },
      {
        section: 'actions',
        kind: 'action-fields',
        text: 'An action has an owner, a due date, a status and an issue.',
        fields: ['owner', 'due', 'status', 'ticket'],
      },
    ],
    actionLimits: [
      { horizon: 'week', limit: '1 week' },
      { horizon: 'month', limit: '1 month' },
      { horizon: 'quarter', limit: '1 quarter' },
    ],
    actionCategories: [],
    checkIns: [],
    timelineStepMinutes: 1,
  },
  seed: {
    signOffs: [
      { role: 'Author' },
      { role: 'Incident Commander' },
      { role: 'Engineering Lead' },
      { role: 'Product Owner' },
    ],
  },
};
