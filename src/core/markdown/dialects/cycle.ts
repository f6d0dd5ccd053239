import { boxItem, fixed, sentence } from '../blocks/checks.ts';
import { eventColumn } from '../blocks/event-column.ts';
import { fields } from '../blocks/fields.ts';
import { list } from '../blocks/list.ts';
import { prose } from '../blocks/prose.ts';
import { rows } from '../blocks/table.ts';
import { textAt } from '../spec.ts';
import type { Dialect } from './dialect.ts';
import { suspectsSection, zoneOfHeader } from './parts.ts';

/** Step 3 of an incident workflow: short, with a meeting soon after. */
export const cycle: Dialect = {
  id: 'cycle',
  label: 'Incident workflow',
  zone: 'UTC',
  folder: 'docs/incidents',
  fileName: '{date}-{title}.md',
  incidentId: { pattern: 'INC-{date}-{n}', digits: 3 },
  groups: [],
  titleForm: /^Post-Mortem: /u,
  marks: [
    'columns:action|owner|priority|due',
    'acknowledgement',
    'executive summary',
    'label:authors',
    'label:impact',
    'label:severity',
    'what went poorly',
  ],
  sections: [
    {
      id: 'title',
      depth: 1,
      title: (view) => `Post-Mortem: ${textAt(view, 'title') ?? '[Title]'}`,
      guidance:
        'Blameless: what made this possible? Written before the meeting, with one-minute granularity where it mattered.',
      blocks: [
        fields('bold', [
          { label: 'Incident ID', path: 'incident.id', aliases: ['Incident'], unprompted: true },
          { label: 'Date', path: 'incident.date', prompt: 'YYYY-MM-DD' },
          { label: 'Severity', path: 'severity.label', prompt: 'SEV-X' },
          { label: 'Duration', path: 'durations.duration.written', prompt: 'X hours Y minutes' },
          {
            label: 'Impact',
            path: 'impact.statement',
            prompt: '[Who could not do what, how many, and the estimated loss]',
          },
          { label: 'Authors', path: 'roles.authors', prompt: '[@names]', aliases: ['Author'] },
          { label: 'Status', path: 'status', prompt: '[Draft / Final]' },
        ]),
      ],
    },
    {
      id: 'summary',
      depth: 2,
      title: 'Executive Summary',
      ruled: true,
      blocks: [
        prose(
          'summary.text',
          '[What happened, its root cause, what it did to the business, and what changes: 2 or 3 sentences]',
        ),
      ],
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
          style: 'short',
          overflow: 'notes',
          readHeader: zoneOfHeader,
          columns: [{ header: 'Time', key: 'at' }, eventColumn()],
          prompts: [
            ['HH:MM', '[What happened]'],
            ['HH:MM', '[Alert fired: which, at which threshold]'],
            ['HH:MM', '[Incident declared, by whom]'],
            ['HH:MM', '[Finding of the investigation]'],
            ['HH:MM', '[Mitigation applied: what exactly]'],
            ['HH:MM', '[Service restored: how confirmed]'],
            ['HH:MM', '[Incident resolved]'],
          ],
        }),
      ],
    },
    {
      id: 'root-cause',
      depth: 2,
      title: 'Root Cause',
      ruled: true,
      blocks: [
        prose(
          'rootCause.technical',
          '[The code path, setting, change or gap in the process, precisely enough for somebody new to the code base]',
        ),
      ],
    },
    suspectsSection,
    {
      id: 'factors',
      depth: 2,
      title: 'Contributing Factors',
      ruled: true,
      blocks: [
        fixed({
          text: 'What made it possible, worse or longer:',
          opening: /^(?:These|The following) (?:are )?(?:the )?conditions|^What made it possible, worse or longer:/iu,
        }),
        list({ path: 'factors', prompts: ['[Factor]'] }),
      ],
    },
    {
      id: 'went-well',
      depth: 2,
      title: 'What Went Well',
      ruled: true,
      blocks: [list({ path: 'wentWell', prompts: ['[What worked, to be kept]'] })],
    },
    {
      id: 'went-poorly',
      depth: 2,
      title: 'What Went Poorly',
      ruled: true,
      blocks: [list({ path: 'wentPoorly', prompts: ['[What made it slow or hard]'] })],
    },
    {
      id: 'actions',
      depth: 2,
      title: 'Action Items',
      ruled: true,
      blocks: [
        rows({
          path: 'actions',
          required: 'text',
          contents: ['text', 'owner', 'due'],
          style: 'short',
          overflow: 'details',
          examples: /^(?:Add alert for \[metric\]|Write runbook for \[scenario\]|Fix \[root cause\])(?: P\d)?$/u,
          columns: [
            { header: 'Action', key: 'text', type: 'prose' },
            { header: 'Owner', key: 'owner' },
            { header: 'Priority', key: 'priority' },
            { header: 'Due', key: 'due', aliases: ['Due date'] },
          ],
          prompts: [['[Improvement]', '[@person]', '[P1/P2/P3]', 'YYYY-MM-DD']],
        }),
      ],
    },
    {
      id: 'acknowledgement',
      depth: 2,
      title: 'Acknowledgement',
      ruled: true,
      blocks: [
        sentence({
          path: 'acknowledgedBy',
          pattern: /^This document was reviewed and approved by:[ \t]*([^\n]*)$/iu,
          print: (names) => `This document was reviewed and approved by: ${names}`,
          prompt: '[@names]',
        }),
      ],
    },
    {
      id: 'exit-criteria',
      depth: 2,
      title: 'Exit Criteria',
      ruled: true,
      optional: true,
      blocks: [list({ path: 'exitCriteria', codec: boxItem })],
    },
  ],
  process: {
    required: 'SEV-1, SEV-2',
    meetingWithinBusinessDays: { 'SEV-1': 2, 'SEV-2': 5 },
    meetingMinutes: { usual: 45, most: 60 },
    invite: 'Everyone involved: engineers, on-call, anyone who was paged',
    agenda: [
      { part: 'Timeline walk', minutes: 15 },
      { part: 'Five whys', minutes: 15 },
      { part: 'Action items', minutes: 15 },
      { part: 'What went well', minutes: 5 },
    ],
    evidenceWindow: { hoursBefore: 6, hoursAfter: 1 },
    evidenceCommands: [
      'git log main --oneline --format="%h %ai %s" --since=… --until=…',
      'kubectl rollout history deployment/NAME -n NAMESPACE',
      'alerts of the window, exported from the pager',
      'grep "ERROR\\|CRITICAL" over the application logs',
    ],
    exitCriteria: [
      'The document is complete and reviewed by all participants',
      'A new engineer would understand the root cause',
      'All contributing factors are listed',
      'Actions are specific, owned and time-boxed',
      'Actions are tracked in TODO.md',
      'The document is shared beyond the responders',
      'Affected runbooks are updated',
    ],
    tracking: 'TODO.md',
    review: 'Every sprint retrospective',
    rules: [
      { kind: 'blameless', text: 'The question is what made it possible, never who did it.' },
      {
        section: 'summary',
        kind: 'sentences',
        text: '2 or 3 sentences: what, why, impact, prevention.',
        least: 2,
        most: 3,
      },
      {
        section: 'root-cause',
        kind: 'precise',
        text: 'Names the code path, setting, change or gap; somebody new to the code base understands it.',
      },
      {
        kind: 'other',
        text: 'The five whys lead from what users saw to a gap that an action closes, as a checklist without database settings.',
      },
      { section: 'went-poorly', kind: 'other', text: 'Honest: this is how teams improve.' },
      {
        section: 'actions',
        kind: 'action-fields',
        text: 'An action is specific and has an owner, a priority and a due date.',
        fields: ['owner', 'priority', 'due'],
      },
    ],
    actionLimits: [],
    actionCategories: [],
    checkIns: [{ after: 'every sprint', verifies: 'outstanding actions, in the retrospective' }],
    timelineStepMinutes: 1,
    trackingLine: '- [ ] {action} _(ref: {document})_',
  },
  seed: {},
};
