import { categorisedItem } from '../blocks/factors.ts';
import { fields } from '../blocks/fields.ts';
import { list } from '../blocks/list.ts';
import { mermaidTimeline } from '../blocks/mermaid.ts';
import { eventColumn, markerColumn } from '../blocks/moments.ts';
import { prose } from '../blocks/prose.ts';
import { keyTable, rows, type Column, type Filter } from '../blocks/table.ts';
import { whyTable } from '../blocks/whys.ts';
import { textAt, type View } from '../spec.ts';
import type { Dialect } from './dialect.ts';
import { inGroup, ungrouped } from './horizons.ts';
import { MARKER_NAMES } from './moment-names.data.ts';
import { controlFields, historyTable, onlyFilled, suspectsSection, timeHeader, zoneOfHeader } from './parts.ts';

const GROUPS = ['sprint', 'quarter', 'process'];

const actionColumns: readonly Column[] = [
  { header: '#', key: null },
  { header: 'Action', key: 'text', type: 'prose' },
  { header: 'Owner', key: 'owner' },
  { header: 'Due', key: 'due', aliases: ['Due date'] },
  { header: 'Priority', key: 'priority' },
  { header: 'Ticket', key: 'ticket' },
];

const changeColumns: readonly Column[] = [
  { header: '#', key: null },
  { header: 'Change', key: 'text', type: 'prose' },
  { header: 'Owner', key: 'owner' },
  { header: 'Implementation Date', key: 'due' },
];

function actions(filter: Filter, columns: readonly Column[], prompts: readonly (readonly string[])[]) {
  return rows({
    path: 'actions',
    required: 'text',
    contents: ['text', 'owner', 'due', 'ticket'],
    style: 'wide',
    overflow: 'details',
    ownNumbers: true,
    columns,
    filter,
    prompts,
  });
}

/** A document without a title keeps the bare heading of the kit. */
function titleHeading(view: View): string {
  const title = textAt(view, 'title') ?? (view.prompts ? '[Title]' : undefined);
  return title === undefined ? 'Post-Mortem' : `Post-Mortem: ${title}`;
}

/** A documentation kit's template with its guidance in comments. */
export const standard: Dialect = {
  id: 'standard',
  label: 'Standard documentation kit',
  zone: 'UTC',
  folder: 'docs/postmortems',
  fileName: 'POST-MORTEM-{date}-{title}.md',
  incidentId: { pattern: 'INC-{year}-{n}', digits: 3 },
  groups: GROUPS,
  titleForm: /^Post-Mortem(?:: |$)/u,
  marks: [
    'columns:|action|owner|due|priority|ticket',
    'blameless culture statement',
    'incident reference metadata',
    'detailed timeline',
    '5 whys analysis',
    'trigger event',
    'recurrence prevention',
    'follow up tracking',
    'short term fixes',
  ],
  sections: [
    {
      id: 'title',
      depth: 1,
      title: titleHeading,
      aliases: ['Post-Mortem'],
      blocks: [onlyFilled(fields('quote', controlFields))],
    },
    {
      id: 'document-history',
      depth: 2,
      title: 'Document History',
      tight: true,
      optional: true,
      blocks: [historyTable('wide')],
    },
    {
      id: 'statement',
      depth: 2,
      title: 'Blameless Culture Statement',
      ruled: true,
      guidance: 'Sets the tone: this is about systems.',
      blocks: [
        prose(
          'statement',
          '[We look at how and why it happened, and at what would make the right action easier. Nobody is at fault.]',
        ),
      ],
    },
    {
      id: 'incident',
      depth: 2,
      title: '1. Incident Reference & Metadata',
      ruled: true,
      blocks: [
        keyTable({
          header: ['Field', 'Value'],
          bold: true,
          style: 'wide',
          entries: [
            { label: 'Incident ID', path: 'incident.id', prompt: 'INC-YYYY-SEQ' },
            // The template has no place for the day, without which no time of its timeline is an instant.
            { label: 'Incident Date', path: 'incident.date', aliases: ['Date of incident'], unprompted: true },
            { label: 'Severity', path: 'severity.label', prompt: 'P{{SEVERITY}}' },
            { label: 'Incident Report', path: 'incident.report', prompt: '[Link]' },
            { label: 'Post-Mortem Facilitator', path: 'roles.facilitator', prompt: '[Name]' },
            { label: 'Post-Mortem Date', path: 'meeting.date', prompt: 'YYYY-MM-DD' },
            { label: 'Attendees', path: 'roles.attendees', prompt: '[Names]' },
            { label: 'Status', path: 'status', prompt: '[Draft / In Review / Final]' },
          ],
        }),
      ],
    },
    {
      id: 'summary',
      depth: 2,
      title: '2. Executive Summary',
      ruled: true,
      guidance: 'Two or three sentences that leadership and other teams can read.',
      blocks: [prose('summary.text', '[What broke, for whom and how long, why, and what changes now]')],
    },
    {
      id: 'impact',
      depth: 2,
      title: '3. Impact Summary',
      ruled: true,
      guidance: 'Numbers say how much prevention is worth.',
      blocks: [
        keyTable({
          header: ['Metric', 'Value'],
          bold: true,
          style: 'wide',
          entries: [
            {
              label: 'Total duration',
              path: 'durations.duration.written',
              prompt: '[X min (detected at HH:MM, resolved at HH:MM)]',
            },
            { label: 'Users affected', path: 'impact.users', prompt: '[Number (share of all users)]' },
            { label: 'Requests affected', path: 'impact.requests', prompt: '[Number (error rate)]' },
            { label: 'Estimated revenue impact', path: 'impact.revenue', prompt: '[Amount]' },
            { label: 'SLA breach', path: 'impact.slaBreach', prompt: '[Yes / No / Partial]' },
            { label: 'SLA credits owed', path: 'impact.slaCredits', prompt: '[Amount]' },
          ],
        }),
      ],
    },
    {
      id: 'timeline',
      depth: 2,
      title: '4. Detailed Timeline',
      ruled: true,
      guidance: 'The table shows where detection, response and repair took their time.',
      blocks: [
        mermaidTimeline,
        rows({
          path: 'timeline',
          required: 'text',
          style: 'wide',
          overflow: 'notes',
          readHeader: zoneOfHeader,
          columns: [
            { header: timeHeader, aliases: ['Time'], key: 'at' },
            eventColumn(MARKER_NAMES),
            markerColumn('MTTD/MTTR Marker', MARKER_NAMES),
          ],
          prompts: [
            ['HH:MM', '[Impact on users begins]', ''],
            ['HH:MM', '[Alert fired]', ''],
            ['HH:MM', '[On-call acknowledged]', ''],
            ['HH:MM', '[Investigation started]', ''],
            ['HH:MM', '[Root cause identified]', ''],
            ['HH:MM', '[Fix applied]', ''],
            ['HH:MM', '[Service restored]', ''],
            ['HH:MM', '[Declared resolved]', ''],
          ],
        }),
        fields('bold', [
          {
            label: 'MTTD (Mean Time to Detect)',
            path: 'durations.mttd.written',
            prompt: '[X minutes]',
            aliases: ['MTTD'],
          },
          {
            label: 'MTTR (Mean Time to Resolve)',
            path: 'durations.mttr.written',
            prompt: '[X minutes]',
            aliases: ['MTTR'],
          },
        ]),
      ],
    },
    { id: 'root-cause', depth: 2, title: '5. Root Cause Analysis', ruled: true, blocks: [] },
    suspectsSection,
    {
      id: 'whys',
      depth: 3,
      title: '5.1 5 Whys Analysis',
      aliases: ['Whys Analysis', '5 Whys', 'Five Whys'],
      blocks: [
        whyTable('wide'),
        fields('spaced', [{ label: 'Root cause', path: 'rootCause.systemic', type: 'prose', prompt: '[Root cause]' }]),
      ],
    },
    {
      id: 'factors',
      depth: 3,
      title: '5.2 Contributing Factors',
      guidance: 'A root cause rarely acts alone. What is listed here often becomes an action.',
      blocks: [
        rows({
          path: 'factors',
          required: 'text',
          contents: ['text', 'severity', 'actionRequired'],
          style: 'wide',
          overflow: 'details',
          columns: [
            { header: 'Factor', key: 'text', type: 'prose' },
            { header: 'Type', key: 'category', aliases: ['Category'] },
            { header: 'Action Required', key: 'actionRequired' },
          ],
          prompts: [['[Factor]', '[Technical / Process / Human]', '[Yes / No]']],
        }),
      ],
    },
    {
      id: 'trigger',
      depth: 3,
      title: '5.3 Trigger Event',
      guidance: 'What changed right before: a deployment, a setting, traffic, a supplier, data?',
      blocks: [
        fields('spaced', [
          {
            label: 'The specific trigger for this incident',
            path: 'rootCause.trigger',
            type: 'prose',
            prompt: '[Trigger]',
          },
        ]),
      ],
    },
    {
      id: 'went-well',
      depth: 2,
      title: '6. What Went Well',
      ruled: true,
      guidance: 'What worked is worth repeating.',
      blocks: [
        list({ path: 'wentWell', numbered: true, codec: categorisedItem, prompts: ['[Category: what worked]'] }),
      ],
    },
    {
      id: 'went-poorly',
      depth: 2,
      title: '7. What Went Wrong',
      ruled: true,
      guidance: 'Systems, processes and tools.',
      blocks: [
        list({
          path: 'wentPoorly',
          numbered: true,
          codec: categorisedItem,
          prompts: ['[Category: what made it hard]'],
        }),
      ],
    },
    {
      id: 'lucky',
      depth: 2,
      title: '8. Where We Got Lucky',
      ruled: true,
      guidance: 'Luck shows hidden risk: what could have been worse?',
      blocks: [list({ path: 'lucky', numbered: true, prompts: ['[What helped by chance]'] })],
    },
    {
      id: 'actions',
      depth: 2,
      title: '9. Action Items',
      ruled: true,
      guidance: 'Everything has an owner and a due date.',
      blocks: [onlyFilled(actions(ungrouped(GROUPS), actionColumns, []))],
    },
    {
      id: 'actions-sprint',
      depth: 3,
      title: 'Short-Term Fixes (This Sprint)',
      blocks: [
        actions(inGroup('sprint', GROUPS), actionColumns, [
          ['1', '[Action]', '[Name]', 'YYYY-MM-DD', '[Critical]', '[Ticket]'],
        ]),
      ],
    },
    {
      id: 'actions-quarter',
      depth: 3,
      title: 'Long-Term Improvements (Next Quarter)',
      blocks: [
        actions(inGroup('quarter', GROUPS), actionColumns, [
          ['1', '[Action]', '[Name]', 'YYYY-MM-DD', '[High]', '[Ticket]'],
        ]),
      ],
    },
    {
      id: 'actions-process',
      depth: 3,
      title: 'Process Changes',
      blocks: [actions(inGroup('process', GROUPS), changeColumns, [['1', '[Change]', '[Name]', 'YYYY-MM-DD']])],
    },
    {
      id: 'follow-up',
      depth: 2,
      title: '10. Follow-Up Tracking',
      ruled: true,
      guidance: 'A date on which somebody looks whether the actions are done and work.',
      blocks: [
        fields('bold', [
          { label: 'Follow-up review date', path: 'followUp.reviewDate', prompt: 'YYYY-MM-DD' },
          { label: 'Follow-up owner', path: 'followUp.owner', prompt: '[Name]' },
        ]),
        rows({
          path: 'followUp.checks',
          required: 'action',
          style: 'wide',
          columns: [
            { header: 'Action Item', key: 'action', type: 'prose' },
            { header: 'Expected Completion', key: 'expected' },
            { header: 'Verified Complete', key: 'verified' },
            { header: 'Effective', key: 'effective' },
          ],
          prompts: [['[Action]', 'YYYY-MM-DD', '[Yes / No]', '[Yes / No / TBD]']],
        }),
      ],
    },
    {
      id: 'recurrence',
      depth: 2,
      title: '11. Recurrence Prevention',
      ruled: true,
      guidance: 'What makes this class of incident less likely from now on?',
      blocks: [
        fields('spaced', [
          {
            label: 'Before this incident',
            path: 'recurrence.before',
            type: 'prose',
            prompt: '[Which guards there were]',
          },
          {
            label: 'After implementing action items',
            path: 'recurrence.after',
            type: 'prose',
            prompt: '[Which guards there will be]',
          },
        ]),
        fields('bold', [
          { label: 'Confidence in prevention', path: 'recurrence.confidence', prompt: '[N / 10]' },
          {
            label: 'Residual risk',
            path: 'recurrence.residualRisk',
            type: 'prose',
            prompt: '[What could still happen]',
          },
        ]),
      ],
    },
    {
      id: 'review',
      depth: 2,
      title: '12. Review & Sign-Off',
      ruled: true,
      guidance: 'Approved before the incident is closed.',
      blocks: [
        fields('bold', [
          { label: 'Post-mortem presented at', path: 'meeting.presentedAt', prompt: '[Meeting on YYYY-MM-DD]' },
          { label: 'Meeting recording', path: 'meeting.recording', prompt: '[Link]' },
          { label: 'Meeting notes', path: 'meeting.notes', prompt: '[Link]' },
        ]),
      ],
    },
    {
      id: 'related',
      depth: 2,
      title: 'Related Documents',
      ruled: true,
      blocks: [list({ path: 'related.documents', plain: true, prompts: ['[Incident report]', '[Runbook]'] })],
    },
    {
      id: 'sign-off',
      depth: 2,
      title: 'Approval',
      ruled: true,
      tight: true,
      blocks: [
        rows({
          path: 'signOffs',
          required: 'role',
          style: 'wide',
          columns: [
            { header: 'Role', key: 'role' },
            { header: 'Name', key: 'name' },
            { header: 'Date', key: 'date' },
            { header: 'Signature', key: 'signature' },
          ],
          prompts: [
            ['[Author]', '', '', ''],
            ['[Reviewer]', '', '', ''],
            ['[Approver]', '', '', ''],
          ],
        }),
      ],
    },
  ],
  process: {
    required: 'all incidents with a report',
    meetingWithinBusinessDays: { any: 5 },
    meetingMinutes: { usual: 60, most: 60 },
    invite: 'Facilitator, attendees, reviewers',
    agenda: [],
    evidenceWindow: { hoursBefore: 6, hoursAfter: 1 },
    evidenceCommands: [],
    exitCriteria: [
      'Post-mortem reviewed and approved before the incident is closed',
      'All action items have an owner and a due date',
    ],
    tracking: 'Ticket per action',
    review: 'Follow-up review 4 weeks after the incident: verified complete, effective',
    rules: [
      { kind: 'blameless', text: 'About systems, not about blame.' },
      { section: 'summary', kind: 'sentences', text: '2 or 3 sentences that leadership can read.', least: 2, most: 3 },
      { section: 'impact', kind: 'precise', text: 'Impact is stated in numbers.' },
      { section: 'timeline', kind: 'other', text: 'Precise enough to see slow detection, response or repair.' },
      {
        section: 'factors',
        kind: 'other',
        text: 'All contributing factors are listed, each with whether it needs an action.',
      },
      { section: 'went-poorly', kind: 'blameless', text: 'Systems, processes and tools, not people.' },
      {
        section: 'actions',
        kind: 'action-fields',
        text: 'Every action has an owner and a due date.',
        fields: ['owner', 'due'],
      },
    ],
    actionLimits: [
      { horizon: 'sprint', limit: 'this sprint' },
      { horizon: 'quarter', limit: 'next quarter' },
      { horizon: 'process', limit: 'its implementation date' },
    ],
    actionCategories: [],
    checkIns: [{ after: '4 weeks', verifies: 'actions are complete and effective' }],
    timelineStepMinutes: 1,
  },
  seed: {
    statement:
      'We look at how and why it happened, and at what would have made the right action easier. People acted on what they could see; what we change is the system.',
    signOffs: [{ role: 'Author' }, { role: 'Reviewer' }, { role: 'Approver' }],
  },
};
