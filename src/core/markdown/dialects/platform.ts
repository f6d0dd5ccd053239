import { boxItem, fixed } from '../blocks/checks.ts';
import { eventColumn } from '../blocks/event-column.ts';
import { fields } from '../blocks/fields.ts';
import { list } from '../blocks/list.ts';
import { closingNote, prose } from '../blocks/prose.ts';
import { rows } from '../blocks/table.ts';
import { textAt, type SectionSpec, type View } from '../spec.ts';
import type { Dialect } from './dialect.ts';
import { suspectsSection, zoneOfHeader } from './parts.ts';

const blamelessness = closingNote('**A note on blamelessness.**', 'statement');

/** The note stands at the end of the document, whatever section that is. */
function withNote(spec: SectionSpec): SectionSpec {
  if (spec.blocks.includes(blamelessness)) return spec;
  return { ...spec, blocks: [...spec.blocks, { ...blamelessness, render: () => null }] };
}

/** A platform's runbooks: tenants and regions, error budgets, game days; published widely. */
export const platform: Dialect = {
  id: 'platform',
  label: 'Platform runbooks',
  zone: 'UTC',
  folder: 'docs/postmortems',
  fileName: '{date}-{title}.md',
  incidentId: { pattern: 'INC-{date}-{n}', digits: 3 },
  groups: [],
  titleForm: /^Postmortem — /u,
  marks: [
    'columns:id|description|owner|ticket|due|status',
    'metadata',
    'what went right',
    'what went wrong',
    'lessons',
    'related artefacts',
    'publication',
    'affected tenants',
    'affected regions',
    'latent condition',
  ],
  sections: [
    {
      id: 'title',
      depth: 1,
      title: (view: View) => `Postmortem — ${textAt(view, 'title') ?? '\\<INCIDENT-TITLE\\>'}`,
      guidance: 'Blameless. Names systems; asks which system made that choice the reasonable one.',
      blocks: [
        fixed({
          text: '> Blameless, with actions, and published widely, so that the same mistake does not happen twice.',
          opening: /^>\s*Blameless[.,]/iu,
          kinds: ['quote'],
        }),
      ],
    },
    {
      id: 'metadata',
      depth: 2,
      title: 'Metadata',
      blocks: [
        fields('bullet', [
          { label: 'Incident ID', path: 'incident.id', prompt: 'INC-YYYY-MM-DD-NNN' },
          {
            label: 'Date / Time (UTC)',
            path: 'incident.date',
            prompt: 'YYYY-MM-DD HH:MM',
            aliases: ['Date', 'Date / Time'],
          },
          { label: 'Duration', path: 'durations.duration.written', prompt: '\\<HH:MM start - HH:MM end\\>' },
          { label: 'Severity', path: 'severity.label', prompt: 'P0 | P1 | P2' },
          { label: 'Affected tenants', path: 'impact.affectedTenants', prompt: '\\<list\\>' },
          { label: 'Affected regions', path: 'impact.affectedRegions', prompt: '\\<list\\>' },
          { label: 'On-call primary', path: 'roles.onCallPrimary', prompt: '\\<name\\>' },
          { label: 'On-call secondary', path: 'roles.onCallSecondary', prompt: '\\<name\\>' },
          { label: 'Incident commander', path: 'roles.commander', prompt: '\\<name\\>' },
          { label: 'Recorder', path: 'roles.recorder', prompt: '\\<name\\>' },
        ]),
      ],
    },
    {
      id: 'summary',
      depth: 2,
      title: 'Summary (1 paragraph)',
      guidance: 'Two to four sentences, read in 30 seconds: what happened, to whom, why, and what we did.',
      blocks: [prose('summary.text', '\\<summary\\>', /^A 2-4 sentence executive summary\./u)],
    },
    {
      id: 'impact',
      depth: 2,
      title: 'Impact',
      blocks: [
        fields('bullet', [
          {
            label: 'Customer impact',
            path: 'impact.customer',
            type: 'prose',
            prompt: '\\<orders, revenue: concrete\\>.',
          },
          {
            label: 'Tenant impact',
            path: 'impact.tenant',
            type: 'prose',
            prompt: '\\<which tenants, and whether they were told\\>.',
          },
          {
            label: 'Internal impact',
            path: 'impact.internal',
            type: 'prose',
            prompt: '\\<teams paged, engineer-hours\\>.',
          },
          {
            label: 'Data integrity',
            path: 'impact.dataIntegrity',
            type: 'prose',
            prompt: '\\<lost, corrupted or whole\\>.',
          },
          { label: 'SLO impact', path: 'impact.slo', type: 'prose', prompt: '\\<error budget consumed\\>.' },
          { label: 'Status page', path: 'impact.statusPage', prompt: '\\<link\\>.' },
        ]),
      ],
    },
    {
      id: 'timeline',
      depth: 2,
      title: (view: View) => {
        const zone = textAt(view, 'timelineZone');
        return zone === undefined ? 'Timeline' : `Timeline (${zone})`;
      },
      aliases: ['Timeline'],
      readHeading: zoneOfHeader,
      blocks: [
        rows({
          path: 'timeline',
          required: 'text',
          style: 'aligned',
          overflow: 'notes',
          readHeader: zoneOfHeader,
          columns: [{ header: 'Time', key: 'at' }, eventColumn()],
          prompts: [
            ['HH:MM', '\\<thing observed\\>'],
            ['HH:MM', '\\<thing done\\>'],
            ['HH:MM', '\\<page sent, to whom\\>'],
            ['HH:MM', '\\<runbook opened, which\\>'],
            ['HH:MM', '\\<mitigation tried, outcome\\>'],
            ['HH:MM', '\\<root cause identified\\>'],
            ['HH:MM', '\\<customer-visible impact ended\\>'],
            ['HH:MM', '\\<all-clear declared\\>'],
          ],
        }),
      ],
    },
    {
      id: 'root-cause',
      depth: 2,
      title: 'Root cause',
      guidance: 'The system-level cause, technically and without blame.',
      blocks: [
        prose(
          'rootCause.technical',
          '\\<explanation\\>',
          /^A clear, technical, blameless explanation of what went wrong\./u,
        ),
        fields(
          'bullet',
          [
            { label: 'Trigger', path: 'rootCause.trigger', type: 'prose', prompt: '\\<what made it happen now\\>.' },
            {
              label: 'Latent condition',
              path: 'rootCause.latentCondition',
              type: 'prose',
              prompt: '\\<the gap that was already there\\>.',
            },
            {
              label: "Why didn't we catch this earlier?",
              path: 'rootCause.notCaught',
              type: 'prose',
              prompt: '\\<gap in monitoring, in testing, in game days\\>.',
            },
          ],
          {
            label: 'Contributing factor',
            path: 'factors',
            after: 2,
            prompts: ['\\<an alert that did not fire\\>.', '\\<a runbook step that was wrong\\>.'],
          },
        ),
      ],
    },
    suspectsSection,
    {
      id: 'went-well',
      depth: 2,
      title: 'What went right',
      blocks: [
        list({
          path: 'wentWell',
          prompts: ['\\<what worked\\>'],
          examples: { pattern: /^Specific things to celebrate\./u },
        }),
      ],
    },
    {
      id: 'went-poorly',
      depth: 2,
      title: 'What went wrong',
      blocks: [
        list({
          path: 'wentPoorly',
          prompts: ['\\<gap in a system\\>'],
          examples: { pattern: /^Specific gaps\. NOT people/u },
        }),
      ],
    },
    {
      id: 'actions',
      depth: 2,
      title: 'Action items',
      blocks: [
        fixed({
          text: 'Each has a deliverable, an owner, a ticket and a due date.',
          opening: /^Each (?:item: a clear deliverable|(?:item )?has a (?:clear )?deliverable)/iu,
        }),
        rows({
          path: 'actions',
          required: 'text',
          contents: ['text', 'owner', 'ticket', 'due'],
          style: 'aligned',
          overflow: 'details',
          examples:
            /^A\d (?:Add an alert for the missing monitoring gap|Update runbook X step 3|Add Chaos Mesh experiment for the scenario|Communicate the contract change to tenants)[a-z ]*(?: open)?$/u,
          columns: [
            { header: 'ID', key: 'id' },
            { header: 'Description', key: 'text', type: 'prose', aliases: ['Action'] },
            { header: 'Owner', key: 'owner' },
            { header: 'Ticket', key: 'ticket' },
            { header: 'Due', key: 'due' },
            { header: 'Status', key: 'status' },
          ],
          prompts: [['\\<A1\\>', '\\<deliverable\\>', '\\<name\\>', '\\<ticket-id\\>', 'YYYY-MM-DD', '\\<open\\>']],
        }),
        fields('spaced', [
          {
            label: 'Target',
            path: 'closureTarget',
            prompt: '[> 80 % of the actions closed by the next quarterly review]',
          },
        ]),
      ],
    },
    {
      id: 'lessons',
      depth: 2,
      title: 'Lessons',
      blocks: [
        fixed({
          text: 'What we learned, rather than what we must do:',
          opening: /^(?:A short list of takeaways|What we learned,)/iu,
        }),
        list({
          path: 'lessons.takeaways',
          plain: true,
          prompts: ['\\<what we learned\\>'],
          examples: {
            pattern:
              /^(?:The PDB held; the resilience|The runbook's diagnose tree is missing the case|We do not have a chaos experiment for the saga)/u,
          },
        }),
      ],
    },
    {
      id: 'related',
      depth: 2,
      title: 'Related artefacts',
      blocks: [
        fields('bullet', [
          { label: 'Runbooks used', path: 'related.runbooks', prompt: '\\<links\\>.' },
          { label: 'Dashboards consulted', path: 'related.dashboards', prompt: '\\<links\\>.' },
          { label: 'Alerts that fired', path: 'related.alerts', prompt: '\\<list\\>.' },
          { label: 'Slack thread', path: 'related.chatThread', prompt: '\\<link\\>.' },
          { label: 'PagerDuty incident', path: 'related.pager', prompt: '\\<link\\>.' },
          { label: 'Chaos experiments related', path: 'related.chaosExperiments', prompt: '\\<list\\>.' },
        ]),
      ],
    },
    {
      id: 'publication',
      depth: 2,
      title: 'Publication',
      blocks: [
        list({
          path: 'publication',
          codec: boxItem,
          prompts: [
            '[Posted in the status channel]',
            '[Linked in the wiki or docs/postmortems/]',
            '[Discussed in the next all-hands]',
            '[Action items added to the project board]',
          ],
        }),
      ],
    },
    {
      id: 'sign-off',
      depth: 2,
      title: 'Sign-off',
      blocks: [
        rows({
          path: 'signOffs',
          required: 'role',
          style: 'aligned',
          columns: [
            { header: 'Role', key: 'role' },
            { header: 'Name', key: 'name' },
            { header: 'Date', key: 'date' },
          ],
          prompts: [
            ['[Incident Commander]', '', ''],
            ['[Platform Lead]', '', ''],
            ['[(Optional) CTO]', '', ''],
          ],
        }),
        blamelessness,
      ],
    },
  ].map(withNote),
  process: {
    required: 'P0, P1',
    recommended: 'P2',
    meetingWithinBusinessDays: { any: 5 },
    meetingMinutes: { usual: 60, most: 60 },
    invite: 'On-call primary and secondary, incident commander, recorder',
    agenda: [],
    evidenceWindow: { hoursBefore: 6, hoursAfter: 1 },
    evidenceCommands: [],
    exitCriteria: [
      'Posted, linked and discussed as the publication checklist says',
      'Actions are on the project board',
    ],
    tracking: 'GitHub project board',
    review: 'Next quarterly review',
    closureTargetPercent: 80,
    rules: [
      {
        kind: 'blameless',
        text: 'Names systems. If a person’s action contributed, asks which system made it the rational choice.',
      },
      { section: 'summary', kind: 'sentences', text: 'One paragraph of 2 to 4 sentences.', least: 2, most: 4 },
      { section: 'summary', kind: 'reading-time', text: 'Read in 30 seconds.', most: 30 },
      { section: 'root-cause', kind: 'precise', text: 'The cause at the level of the system, technically.' },
      { section: 'went-poorly', kind: 'blameless', text: 'Gaps in systems, not people.' },
      {
        section: 'actions',
        kind: 'action-fields',
        text: 'A clear deliverable with an owner, a ticket and a due date.',
        fields: ['owner', 'ticket', 'due'],
      },
      { section: 'lessons', kind: 'learnings', text: 'What was learned, rather than what must be done.' },
    ],
    actionLimits: [],
    actionCategories: [],
    checkIns: [{ after: 'the quarter', verifies: 'more than 80 % of the actions are closed' }],
    timelineStepMinutes: 1,
  },
  seed: {
    closureTarget: '> 80 % of the actions closed by the next quarterly review',
    statement:
      'What people did made sense with what they knew at the time. We ask which system let it make sense, and the actions change that system.',
    publication: [
      { text: 'Posted in the status channel', done: false },
      { text: 'Linked in the wiki or `docs/postmortems/`', done: false },
      { text: 'Discussed in the next all-hands', done: false },
      { text: 'Action items added to the project board', done: false },
    ],
    signOffs: [{ role: 'Incident Commander' }, { role: 'Platform Lead' }, { role: '(Optional) CTO' }],
  },
};
