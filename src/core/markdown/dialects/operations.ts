import { fixed } from '../blocks/checks.ts';
import { questionItem, type KnownQuestion } from '../blocks/factors.ts';
import { eventColumn } from '../blocks/event-column.ts';
import { fields } from '../blocks/fields.ts';
import { list } from '../blocks/list.ts';
import { keyTimestamps } from '../blocks/moments.ts';
import { prose } from '../blocks/prose.ts';
import { keyTable, rows, type Column, type Filter } from '../blocks/table.ts';
import { whyList } from '../blocks/whys.ts';
import { textAt } from '../spec.ts';
import type { Dialect } from './dialect.ts';
import { controlFields, historyTable, onlyFilled, suspectsSection, timeHeader, zoneOfHeader } from './parts.ts';
import { inGroup, ungrouped } from './horizons.ts';

const GROUPS = ['two-weeks', 'month', 'backlog'];
const CATEGORIES = fixed({
  text: '**Action categories:** Prevention, Detection, Response, Documentation, Process, Tooling',
  opening: /^\*\*Action categories/iu,
});

const QUESTIONS: readonly KnownQuestion[] = [
  {
    text: 'Which accounting module was affected (VAT, double entry, invoice calculation, currency)?',
    opening: /^Which accounting module was affected\??(?: \([^()\n]*\)\??)?/iu,
  },
  {
    text: 'Was financial data corrupted, and if so for which organisations and in which time window?',
    opening:
      /^Was (?:any )?financial data corrupted(?:\? If yes, which organi[sz]ations(?:,? (?:and )?which time window)?\??|, and if so[^?\n]*\?|\?)/iu,
  },
  {
    text: 'Were NUMERIC(19,4) values kept correctly during the incident?',
    opening: /^Were NUMERIC\(19,4\) values (?:preserved|kept) correctly(?: during the incident)?\??/iu,
  },
];

const EXAMPLE_WHYS =
  /^\*\*Why (?:did users lose access|did the API return 503|did the service run out of memory|did we not catch this|was there no load testing)\?\*\* → (?:API returned|Railway service|Invoice PDF|No memory profiling|No performance test)/u;

const actionColumns: readonly Column[] = [
  { header: '#', key: null },
  { header: 'Action', key: 'text', type: 'prose' },
  { header: 'Category', key: 'category' },
  { header: 'Owner', key: 'owner' },
  { header: 'Due', key: 'due', aliases: ['Due date'] },
  { header: 'Status', key: 'status' },
];

function actions(filter: Filter, category: string | undefined, due = 'YYYY-MM-DD') {
  return rows({
    path: 'actions',
    required: 'text',
    contents: ['text', 'owner'],
    style: 'short',
    columns: actionColumns,
    overflow: 'details',
    filter,
    prompts: category === undefined ? [] : [['1', '[Action]', `[${category}]`, '[Name]', due, '[Open]']],
  });
}

/** A finance product's operations handbook: P0 must, P1 should; times in Central European Time. */
export const operations: Dialect = {
  id: 'operations',
  label: 'Operations handbook',
  zone: 'CET',
  folder: 'docs/operations/post-mortems',
  fileName: 'POST-MORTEM-{date}-{title}.md',
  incidentId: { pattern: 'INC-{date}-{n}', digits: 3 },
  groups: GROUPS,
  questionsIn: 'technical',
  titleForm: /^Post-Mortem(?:: |$)/u,
  marks: [
    'columns:|action|category|owner|due|status',
    'executive summary',
    'impact summary',
    'timeline',
    'metrics targets for next quarter',
    'follow up schedule',
    'culture lessons',
    'what happened technically',
    'incident reference',
  ],
  sections: [
    {
      id: 'document',
      depth: 1,
      title: 'Post-Mortem',
      optional: true,
      blocks: [fields('bold', controlFields)],
    },
    { id: 'document-history', depth: 2, title: 'Document History', optional: true, blocks: [historyTable('short')] },
    { id: 'instructions', depth: 2, title: 'INSTRUCTIONS', optional: true, blocks: [prose('document.instructions')] },
    {
      id: 'title',
      depth: 1,
      title: (view) => `Post-Mortem: ${textAt(view, 'title') ?? '[INCIDENT TITLE]'}`,
      guidance:
        'Describe systems and processes. People acted on what they knew at the time; ask what made it possible.',
      blocks: [
        fields('bold', [
          { label: 'Post-Mortem Date', path: 'meeting.date', prompt: 'YYYY-MM-DD' },
          { label: 'Incident Date', path: 'incident.date', prompt: 'YYYY-MM-DD' },
          { label: 'Incident Reference', path: 'incident.id', prompt: 'INC-YYYY-MM-DD-NNN' },
          { label: 'Severity', path: 'severity.label', unprompted: true },
          { label: 'Facilitator', path: 'roles.facilitator', prompt: '[Name]' },
          { label: 'Attendees', path: 'roles.attendees', prompt: '[Names]' },
          { label: 'Duration of post-mortem session', path: 'meeting.duration', prompt: '[X minutes]' },
        ]),
      ],
    },
    {
      id: 'summary',
      depth: 2,
      title: '1. Executive Summary',
      blocks: [
        fields('spaced', [
          {
            label: 'What happened',
            path: 'summary.whatHappened',
            type: 'prose',
            prompt: '[The incident, its impact and how it ended, in 2 or 3 sentences]',
          },
          {
            label: 'Why it happened',
            path: 'summary.whyItHappened',
            type: 'prose',
            prompt: '[The root cause in plain language, in 1 or 2 sentences]',
          },
          {
            label: "What we're doing to prevent recurrence",
            path: 'summary.prevention',
            type: 'prose',
            prompt: '[The most important actions, in 1 or 2 sentences]',
          },
        ]),
      ],
    },
    {
      id: 'impact',
      depth: 2,
      title: '2. Impact Summary',
      blocks: [
        keyTable({
          header: ['Metric', 'Value'],
          style: 'short',
          entries: [
            { label: 'Incident duration', path: 'durations.incident-duration.written', prompt: 'X hours Y minutes' },
            {
              label: 'Detection time',
              path: 'durations.detection-time.written',
              prompt: 'X minutes from first symptom',
            },
            {
              label: 'Response time',
              path: 'durations.response-time.written',
              prompt: 'X minutes from alert to first action',
            },
            { label: 'Users impacted', path: 'impact.users', prompt: '[All / Specific org / None]' },
            { label: 'Financial records affected', path: 'impact.financialRecords', prompt: '[None / Describe]' },
            { label: 'Downtime cost (est.)', path: 'impact.downtimeCost', prompt: '[€X in lost productivity / TBD]' },
            { label: 'GDPR breach notification required', path: 'impact.gdprNotification', prompt: '[Yes / No]' },
          ],
        }),
      ],
    },
    {
      id: 'timeline',
      depth: 2,
      title: '3. Timeline (Detailed)',
      blocks: [
        rows({
          path: 'timeline',
          required: 'text',
          style: 'short',
          overflow: 'notes',
          readHeader: zoneOfHeader,
          columns: [
            { header: timeHeader, aliases: ['Time'], key: 'at' },
            eventColumn([
              'impact-started',
              'alert-fired',
              'declared',
              'root-cause-identified',
              'mitigated',
              'restored',
              'closed',
            ]),
            { header: 'Who', key: 'who' },
            { header: 'Notes', key: 'notes', type: 'prose' },
          ],
          prompts: [['HH:MM', '[Event]', '[Person]', '[Notes]']],
        }),
        keyTimestamps('**Key timestamps:**', [
          { label: 'First symptom', kind: 'impact-started' },
          { label: 'Alert fired', kind: 'alert-fired', duration: { id: 'detection-lag', label: 'detection lag' } },
          { label: 'Incident declared', kind: 'declared', duration: { id: 'response-lag', label: 'response lag' } },
          {
            label: 'Root cause identified',
            kind: 'root-cause-identified',
            duration: { id: 'diagnosis-duration', label: 'diagnosis duration' },
          },
          { label: 'Fix applied', kind: 'mitigated' },
          { label: 'Service restored', kind: 'restored' },
          { label: 'Incident closed', kind: 'closed' },
          { label: 'Total user impact duration', duration: { id: 'total-user-impact', label: '' } },
        ]),
      ],
    },
    { id: 'root-cause', depth: 2, title: '4. Root Cause Analysis', blocks: [] },
    suspectsSection,
    {
      id: 'technical',
      depth: 3,
      title: 'What happened technically',
      blocks: [
        prose('rootCause.technical', '[The chain of failure in detail: which component, which code path, which query]'),
        list({
          path: 'questions',
          label: '**For financial incidents, this section must include:**',
          labelPattern: /^for (?:\S+ )?financial incidents(?: this section must include)?$/u,
          codec: questionItem(QUESTIONS),
          examples: {
            pattern:
              /^(?:Which accounting module was affected \(VAT \/|Was any financial data corrupted\? If yes, which org|Were NUMERIC\(19,4\) values preserved correctly during)[^?\n]*\??$/u,
            whilePrompted: true,
          },
          prompts: QUESTIONS.map((question) => `**${question.text}** [Answer]`),
        }),
      ],
    },
    {
      id: 'whys',
      depth: 3,
      title: 'Why it happened',
      blocks: [
        prose('rootCause.why'),
        whyList(
          ' → ',
          [
            '**Why?** [What users noticed, and its first cause]',
            '**Why?** [The cause behind it]',
            '**Why?** [And so on, until a change to the system would have prevented it]',
          ],
          {
            pattern: EXAMPLE_WHYS,
            whilePrompted: true,
          },
        ),
        fields('spaced', [
          {
            label: 'Root cause (systemic)',
            path: 'rootCause.systemic',
            type: 'prose',
            prompt: '[The gap in the system that let it happen]',
          },
        ]),
      ],
    },
    {
      id: 'factors',
      depth: 3,
      title: 'Contributing Factors',
      blocks: [
        rows({
          path: 'factors',
          required: 'text',
          contents: ['text', 'severity', 'actionRequired'],
          style: 'short',
          overflow: 'details',
          columns: [
            { header: 'Factor', key: 'text', type: 'prose' },
            { header: 'Category', key: 'category' },
            { header: 'Severity', key: 'severity' },
          ],
          prompts: [['[Factor]', '[Process / Code / Infrastructure / Communication]', '[High / Med / Low]']],
        }),
      ],
    },
    {
      id: 'went-well',
      depth: 2,
      title: '5. What Went Well',
      blocks: [list({ path: 'wentWell', prompts: ['[What worked and should be kept]'] })],
    },
    {
      id: 'went-poorly',
      depth: 2,
      title: '6. What Went Poorly',
      blocks: [list({ path: 'wentPoorly', prompts: ['[What the system made hard, slow or easy to get wrong]'] })],
    },
    {
      id: 'actions',
      depth: 2,
      title: '7. Action Items',
      blocks: [onlyFilled(actions(ungrouped(GROUPS), undefined))],
    },
    {
      id: 'actions-high',
      depth: 3,
      title: 'High Priority (P0/P1 — complete within 2 weeks)',
      blocks: [actions(inGroup('two-weeks', GROUPS), 'Prevention')],
    },
    {
      id: 'actions-medium',
      depth: 3,
      title: 'Medium Priority (P2 — complete within 1 month)',
      blocks: [actions(inGroup('month', GROUPS), 'Process')],
    },
    {
      id: 'actions-low',
      depth: 3,
      title: 'Low Priority (P3 — add to backlog)',
      blocks: [actions(inGroup('backlog', GROUPS), 'Nice-to-have', '[Backlog]'), CATEGORIES],
    },
    { id: 'lessons', depth: 2, title: '8. Lessons Learned', blocks: [] },
    {
      id: 'lessons-technical',
      depth: 3,
      title: 'Technical Lessons',
      blocks: [
        prose('lessons.technical', '[What we learned about the technology, the design or the code]'),
        list({
          path: 'lessons.special',
          plain: true,
          label: '**For financial incidents:**',
          labelPattern: /^for (?:\S+ )?financial (?:systems? )?incidents$/u,
          prompts: ['[What we learned about financial data]'],
        }),
      ],
    },
    {
      id: 'lessons-process',
      depth: 3,
      title: 'Process Lessons',
      blocks: [prose('lessons.process', '[What we learned about operations, monitoring or communication]')],
    },
    {
      id: 'lessons-culture',
      depth: 3,
      title: 'Culture Lessons',
      blocks: [prose('lessons.culture', '[What we learned about how the team works together]')],
    },
    {
      id: 'targets',
      depth: 2,
      title: '9. Metrics Targets for Next Quarter',
      blocks: [
        fixed({
          text: 'Tracked from now on:',
          opening: /^(?:Based on this incident, (?:these|the following) metrics|Tracked from now on:)/iu,
        }),
        rows({
          path: 'targets',
          required: 'metric',
          style: 'short',
          columns: [
            { header: 'Metric', key: 'metric' },
            { header: 'Current', key: 'current', prompt: '[X min]' },
            { header: 'Target', key: 'target' },
            { header: 'By', key: 'by', prompt: 'YYYY-MM-DD' },
          ],
          prompts: [
            ['[Mean time to detect (MTTD)]', '[X min]', '[< 3 min]', 'YYYY-MM-DD'],
            ['[Mean time to respond]', '[X min]', '[< 10 min]', 'YYYY-MM-DD'],
            ['[Mean time to resolve (MTTR)]', '[X min]', '[< 60 min]', 'YYYY-MM-DD'],
          ],
        }),
      ],
    },
    {
      id: 'follow-up',
      depth: 2,
      title: '10. Follow-Up Schedule',
      blocks: [
        list({
          path: 'followUp.schedule',
          plain: true,
          prompts: [
            '[Actions tracked in GitHub Issues with the label post-mortem-action]',
            '[After 2 weeks: P0 and P1 actions are done]',
            '[After 1 month: P2 actions are done]',
            '[Next post-mortem: did something similar happen again?]',
          ],
        }),
      ],
    },
    {
      id: 'sign-off',
      depth: 2,
      title: 'Approval',
      blocks: [
        rows({
          path: 'signOffs',
          required: 'role',
          style: 'short',
          columns: [
            { header: 'Role', key: 'role' },
            { header: 'Name', key: 'name' },
            { header: 'Date', key: 'date' },
            { header: 'Signature', key: 'signature' },
          ],
          prompts: [
            ['[Facilitator]', '', '', ''],
            ['[Reviewer]', '', '', ''],
          ],
        }),
      ],
    },
  ],
  process: {
    required: 'P0',
    recommended: 'P1',
    meetingWithinBusinessDays: { any: 5 },
    meetingMinutes: { usual: 60, most: 60 },
    invite: 'Facilitator, reviewers and everyone who took part',
    agenda: [],
    evidenceWindow: { hoursBefore: 6, hoursAfter: 1 },
    evidenceCommands: [],
    exitCriteria: ['P0 and P1 actions are done after 2 weeks', 'P2 actions are done after 1 month'],
    tracking: 'GitHub Issues, label post-mortem-action',
    review: '2-week check-in, 1-month check-in, and the next post-mortem',
    rules: [
      { kind: 'blameless', text: 'About systems and processes; the goal is to learn, not to assign blame.' },
      {
        section: 'summary',
        kind: 'sentences',
        text: 'What happened: 2 or 3 sentences. Why, and what changes: 1 or 2 each.',
        least: 1,
        most: 3,
      },
      { section: 'technical', kind: 'precise', text: 'Names the component, the code path and the query.' },
      {
        section: 'technical',
        kind: 'other',
        text: 'Financial incidents answer the questions on module, corruption and NUMERIC(19,4) values.',
      },
      { section: 'whys', kind: 'other', text: 'Five whys lead back to the systemic cause.' },
      {
        section: 'actions',
        kind: 'action-fields',
        text: 'An action has a category, an owner, a due date and a status.',
        fields: ['category', 'owner', 'due', 'status'],
      },
    ],
    actionLimits: [
      { horizon: 'two-weeks', limit: '2 weeks', priorities: ['P0', 'P1'] },
      { horizon: 'month', limit: '1 month', priorities: ['P2'] },
      { horizon: 'backlog', limit: 'backlog', priorities: ['P3'] },
    ],
    actionCategories: ['Prevention', 'Detection', 'Response', 'Documentation', 'Process', 'Tooling', 'Nice-to-have'],
    checkIns: [
      { after: '2 weeks', verifies: 'P0 and P1 actions are done' },
      { after: '1 month', verifies: 'P2 actions are done' },
      { after: 'the next post-mortem', verifies: 'nothing similar happened again' },
    ],
    timelineStepMinutes: 1,
  },
  seed: {
    targets: [
      { metric: 'Mean time to detect (MTTD)', target: '< 3 min' },
      { metric: 'Mean time to respond (MTTR)', target: '< 10 min' },
      { metric: 'Mean time to resolve (MTTR)', target: '< 60 min' },
    ],
    followUp: {
      schedule: [
        'Actions are tracked in GitHub Issues (label: `post-mortem-action`)',
        'After 2 weeks: P0 and P1 actions are done',
        'After 1 month: P2 actions are done',
        'At the next post-mortem: did something similar happen again?',
      ],
    },
    signOffs: [{ role: 'Facilitator' }, { role: 'Reviewer' }],
  },
};
