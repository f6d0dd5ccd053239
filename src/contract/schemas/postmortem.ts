import { z } from 'zod';

import { momentKind, postmortemSchema, writtenTime } from '#core/record';

import { finding, instant, revisionNumber, rowId, uuid } from './basics.ts';

/** Statuses of a post-mortem, in their usual order. `approved` comes with sign-off. */
export const status = z.enum(['draft', 'in-review', 'approved', 'published', 'closed']);

/** Id of a template. */
export const dialectId = z.enum(['operations', 'standard', 'sev', 'cycle', 'platform', 'foreign']);

/** What identifies a row of a list, and what belongs to it besides the record. */
export const rowMeta = z.object({
  id: rowId,
  original: z
    .object({ at: writtenTime.nullable(), text: z.string() })
    .optional()
    .describe('As the evidence gave it, kept when the row is retimed or reworded'),
  sources: z.array(z.string()).optional().describe('References into the evidence, as `E2:117`'),
  attachments: z.array(z.string()).optional().describe('SHA-256 of images'),
  fold: z.string().optional().describe('Id of the row it is folded under'),
});

/** Rows of all lists, by path of the list, in the order of the record. */
export const rows = z.record(z.string(), z.array(rowMeta));

/** A post-mortem as lists show it. */
export const postmortemSummary = z.object({
  id: uuid,
  key: z.string().nullable().describe('The incident id as written, `INC-2026-02-23-001`'),
  title: z.string(),
  status,
  severity: z.object({ label: z.string(), rank: z.number().int().nullable() }).nullable(),
  private: z.boolean(),
  dialect: dialectId,
  services: z.array(z.string()),
  teams: z.array(z.string()),
  tags: z.array(z.string()),
  incidentAt: instant.nullable().describe('When the impact started, or the day of the incident'),
  impactSeconds: z.number().nullable().describe('Duration of all impact periods; null where unknown'),
  events: z.number().int(),
  actions: z.number().int(),
  openActions: z.number().int(),
  completeness: z.number().min(0).max(1).describe('Part of what its template asks for that is there'),
  summary: z.string().nullable().describe('First sentences of the summary, plain text'),
  revision: revisionNumber,
  createdAt: instant,
  updatedAt: instant,
  createdBy: z.string().nullable().describe('Name of the person'),
  updatedBy: z.string().nullable(),
});

/** A post-mortem with everything in it. */
export const postmortem = postmortemSummary.extend({
  record: postmortemSchema,
  rows,
  mayEdit: z.boolean(),
  mayAdminister: z.boolean().describe('May set status and access'),
  durations: z.array(z.object({ id: z.string(), label: z.string(), value: z.string(), definition: z.string() })),
});

/** Filters of lists and of the search; several values of one filter mean any of them. */
export const postmortemFilters = z.object({
  status: z.array(status).optional(),
  severity: z.array(z.coerce.number().int()).optional().describe('Ranks, 1 is worst'),
  service: z.array(z.string()).optional(),
  team: z.array(z.string()).optional(),
  tag: z.array(z.string()).optional(),
  from: z.iso.date().optional().describe('First day of the incident'),
  to: z.iso.date().optional().describe('Last day of the incident'),
  mine: z.stringbool().optional().describe('Only those I created or am named in'),
});

/** What a new post-mortem is made of. */
export const newPostmortem = z.object({
  title: z.string().trim().min(1).max(500),
  dialect: dialectId.exclude(['foreign']).optional().describe("The workspace's template if absent"),
  date: z.iso.date().optional(),
  severity: z.string().max(100).optional(),
  private: z.boolean().optional(),
  services: z.array(z.string()).optional(),
  teams: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  record: postmortemSchema.optional().describe('The whole content; title, date and severity complete it'),
});

/** What can be changed besides the record. */
export const postmortemChange = z.object({
  private: z.boolean().optional(),
  services: z.array(z.string()).optional(),
  teams: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
  dialect: dialectId.exclude(['foreign']).optional(),
});

/** A timeline event to add. A line as `12:05 rolled back api` is read like one of a document. */
export const newEvent = z.union([
  z.object({ line: z.string().min(1).max(10_000) }),
  z.object({
    at: z.string().nullable().describe('As written; resolved with the day and zone of the timeline'),
    text: z.string().min(1).max(10_000),
    who: z.string().optional(),
    notes: z.string().optional(),
    moments: z.array(momentKind).optional(),
    sources: z.array(z.string()).optional(),
  }),
]);

/** What can be changed of a timeline event. */
export const eventChange = z.object({
  at: z.string().nullable().optional(),
  text: z.string().min(1).max(10_000).optional(),
  who: z.string().nullable().optional(),
  notes: z.string().nullable().optional(),
  moments: z.array(momentKind).optional(),
});

const actionFields = postmortemSchema.shape.actions.element;

/** An action item to add. */
export const newAction = actionFields;

/** What can be changed of an action item; null takes a value away. */
export const actionChange = z.object({
  text: z.string().min(1).optional(),
  owner: z.string().nullable().optional(),
  due: z.string().nullable().optional(),
  status: z.string().nullable().optional(),
  priority: z.string().nullable().optional(),
  ticket: z.string().nullable().optional(),
  category: z.string().nullable().optional(),
  criterion: z.string().nullable().optional(),
});

/** An action item with the post-mortem it belongs to. */
export const actionSummary = z.object({
  rowId,
  postmortemId: uuid,
  postmortemTitle: z.string(),
  text: z.string(),
  owner: z.string().nullable(),
  due: z.string().nullable().describe('As written'),
  dueOn: z.iso.date().nullable(),
  state: z.enum(['open', 'in-progress', 'done', 'verified', 'effective', 'wont-do', 'unknown']),
  priority: z.string().nullable(),
});

/** A revision as the history lists it. */
export const revisionSummary = z.object({
  revision: revisionNumber,
  at: instant,
  by: z.array(z.string()).describe('Names of the people'),
  via: z.enum(['web', 'api', 'import', 'restore', 'draft']),
  note: z.string().nullable(),
  bytes: z.number().int(),
});

/** What `check` finds, at its places. */
export const findings = z.object({
  findings: z.array(
    finding.extend({ fix: z.object({ path: z.string(), value: z.string(), label: z.string() }).optional() }),
  ),
  completeness: z.object({
    part: z.number(),
    missing: z.array(z.object({ path: z.string(), label: z.string(), required: z.boolean() })),
  }),
});
