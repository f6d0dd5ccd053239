import { z } from 'zod';

import { detection, factor, lesson, prevention, recurrence, rootCause, why } from './analysis.ts';
import { action, followUp, metricTarget } from './follow-through.ts';
import { impact } from './impact.ts';
import { momentKind } from './moment.ts';
import { documentControl, incident, meeting, roles, severity, signOff } from './standing.ts';
import { line, prose } from './text.ts';
import { writtenTime } from './written-time.ts';

/** One row of the curated timeline. */
const timelineRow = z.strictObject({
  at: writtenTime.nullable().describe('When; null where the row states no time'),
  day: line.optional().describe('Day that a heading gives the row, where the row states none'),
  text: prose.describe('What happened'),
  who: line.optional().describe('Person or system that did or saw it'),
  notes: prose.optional(),
  marker: line.optional().describe('Marker text of the row that names no known moment'),
  moments: z.array(momentKind).optional().describe('Moments that point to this row'),
  source: line.optional().describe('Reference into `evidence`, as `E2:117`'),
});

/** A moment with an instant of its own, where no timeline row stands for it. */
const explicitMoment = z.strictObject({ kind: momentKind, at: writtenTime });

/** A duration as the document states it; computed ones come from `core/metrics`. */
const statedDuration = z.strictObject({ written: line.optional(), note: line.optional() });

/** Evidence the record was drafted from. */
const evidenceItem = z.strictObject({
  id: line.describe('As `E1`'),
  file: line,
  format: line.optional(),
  sha256: line.optional(),
  events: line.optional().describe('How many events it gave'),
});

/** Related artefacts, each an entry of Markdown. */
const related = z.strictObject({
  documents: z.array(prose).optional(),
  incidents: z.array(prose).optional(),
  logsAndDashboards: z.array(prose).optional(),
  references: z.array(prose).optional(),
  runbooks: line.optional(),
  dashboards: line.optional(),
  alerts: line.optional(),
  chatThread: line.optional(),
  pager: line.optional(),
  chaosExperiments: line.optional(),
});

/** Text of a document that belongs to no field, kept verbatim with its place. */
const extra = z.strictObject({
  after: line.optional().describe('Id of the section it follows; absent at the start of the document'),
  markdown: prose,
});

/** Text that a template brings along: its comments, its prompts, its examples. */
const guidance = z.strictObject({
  after: line.optional().describe('Id of the section it stands in; absent at the start of the document'),
  kind: z
    .enum(['comment', 'prompt', 'example', 'boilerplate'])
    .describe('`boilerplate`: a fixed sentence of the template'),
  markdown: prose,
});

/** The whole schema of a post-mortem; see `docs/reference/templates.md` for where every template line lives. */
export const postmortemSchema = z.strictObject({
  dialect: line.optional().describe('Id of the dialect it was read from'),
  frontMatter: prose.optional().describe('YAML or TOML front matter with its fences, verbatim'),
  title: line.optional(),
  status: line.optional().describe('As written, `Draft`'),
  severity: severity.optional(),
  document: documentControl.optional(),
  incident: incident.optional(),
  roles: roles.optional(),
  meeting: meeting.optional(),
  statement: prose.optional().describe('Statement of blamelessness'),
  summary: z
    .strictObject({
      text: prose.optional(),
      oneLine: prose.optional(),
      whatHappened: prose.optional(),
      whyItHappened: prose.optional(),
      prevention: prose.optional(),
    })
    .optional(),
  impact: impact.optional(),
  timelineZone: line.optional().describe('Zone as the timeline states it, `UTC` or `CET`'),
  timeline: z.array(timelineRow),
  timelineDiagram: prose.optional().describe('A timeline diagram that is not derived from the rows, verbatim'),
  moments: z.array(explicitMoment).optional(),
  durations: z.record(line, statedDuration).optional().describe('By id of the definition, as `detection-lag` or `ttd`'),
  rootCause: rootCause.optional(),
  suspects: z
    .array(prose)
    .optional()
    .describe('Changes near the first symptom, as evidence ranks them; never called the cause'),
  whys: z.array(why).optional(),
  factors: z.array(factor).optional(),
  factorsRuledOut: z
    .array(z.strictObject({ category: line, text: prose.optional() }))
    .optional()
    .describe('Boxes of factors that were looked at and left open, with what was found'),
  questions: z
    .array(z.strictObject({ question: prose, answer: prose.optional() }))
    .optional()
    .describe("The team's own questions with their answers"),
  detection: detection.optional(),
  wentWell: z.array(lesson).optional(),
  wentPoorly: z.array(lesson).optional(),
  lucky: z.array(lesson).optional(),
  resolution: z.strictObject({ immediateFix: prose.optional(), verification: prose.optional() }).optional(),
  actions: z.array(action),
  closureTarget: line.optional().describe('Target for closed actions, as `> 80 %`'),
  prevention: prevention.optional(),
  recurrence: recurrence.optional(),
  lessons: z
    .strictObject({
      technical: prose.optional(),
      process: prose.optional(),
      culture: prose.optional(),
      special: z.array(prose).optional().describe('Lessons a policy asks for, as those on financial incidents'),
      takeaways: z.array(prose).optional(),
      improvements: z.array(prose).optional(),
    })
    .optional(),
  targets: z.array(metricTarget).optional(),
  followUp: followUp.optional(),
  related: related.optional(),
  publication: z.array(z.strictObject({ text: prose, done: z.boolean() })).optional(),
  exitCriteria: z
    .array(z.strictObject({ text: prose, done: z.boolean() }))
    .optional()
    .describe('Exit criteria that the document itself ticks'),
  signOffs: z.array(signOff).optional(),
  acknowledgedBy: line.optional(),
  evidence: z.array(evidenceItem).optional(),
  introductions: z
    .record(line, prose)
    .optional()
    .describe('Text before the structured part of a section, by section id'),
  headings: z
    .array(z.strictObject({ section: line, text: prose }))
    .optional()
    .describe('Wordings of headings, labels and table heads that a foreign document uses for known sections, in order'),
  remarks: z.record(line, prose).optional().describe('Text after the structured part of a section, by section id'),
  guidance: z
    .array(guidance)
    .optional()
    .describe('Comments, prompts and examples of the template that the document still carries'),
  unmapped: z.array(extra).optional().describe('Sections that no field stands for, verbatim, in place'),
  people: z
    .array(
      z.strictObject({ handle: line.optional(), name: line.optional(), email: line.optional(), roles: z.array(line) }),
    )
    .optional()
    .describe('Derived: everybody named in a role, once'),
});

/** A post-mortem as data: the superset of all dialects. Optional fields are absent rather than empty. */
export type Postmortem = z.infer<typeof postmortemSchema>;

/** One row of {@link Postmortem.timeline}. */
export type TimelineRow = Postmortem['timeline'][number];

/** A duration as a document states it. */
export type StatedDuration = z.infer<typeof statedDuration>;
