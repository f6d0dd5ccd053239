import { z } from 'zod';

import { ACTION_HORIZONS, MOMENT_KINDS } from '#core/record';

/** Every message says what is expected, behind the words "it takes". */
const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });
const texts = (expected: string) => z.array(text(expected), { error: `a list: ${expected}` });
const flag = z.boolean({ error: 'true or false' }).default(false);

const moment = z.enum(MOMENT_KINDS, { error: `a moment: ${MOMENT_KINDS.join(', ')}` });
const moments = z
  .union([moment, z.array(moment, { error: 'moments' }).min(1)], {
    error: `a moment, or a list: ${MOMENT_KINDS.join(', ')}`,
  })
  .describe('One moment, or several of which the first one known counts');

const duration = z.strictObject(
  {
    id: z
      .string({ error: 'a name as time-to-detect' })
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, { error: 'a name as time-to-detect' }),
    label: text('what people call it'),
    from: moments,
    to: moments,
    earliest: flag.describe('Of several moments, the one that happened first counts'),
    sumOverImpactPeriods: flag.describe('Several impact periods are added up'),
    note: text('a sentence').optional(),
  },
  { error: 'a duration with id, label, from and to' },
);

/** A field, or a column, by its path; with what a new document shows and other words for it. */
const field = z.union(
  [
    text('a path'),
    z.strictObject({
      path: text('a path'),
      prompt: text('what a new document shows').optional(),
      aliases: texts('another label').default([]),
    }),
  ],
  { error: 'a path as severity.label, or one with "path", "prompt" and "aliases"' },
);

const horizon = z.enum(ACTION_HORIZONS, { error: `one of ${ACTION_HORIZONS.join(', ')}` });

/** What a section can hold; one of text, fields, list, table, sentence and fixed. */
const blockShape = {
  text: text('a path').optional().describe('Path of a running text'),
  fields: z
    .record(z.string(), field, { error: 'labels with their paths' })
    .optional()
    .describe('Labelled values: label to path'),
  style: z
    .enum(['bold', 'paragraphs', 'list', 'quote', 'table'], { error: 'bold, paragraphs, list, quote or table' })
    .optional(),
  header: z
    .tuple([z.string(), z.string()], { error: 'two headings' })
    .optional()
    .describe('Headings of a table of labelled values'),
  list: text('a list').optional().describe('Path of a list, written as a list'),
  item: text('an item with placeholders')
    .optional()
    .describe('How an item is written: "{{actions.text}} ({{actions.owner}})"'),
  numbered: flag,
  label: text('a line').optional().describe('Line before the list'),
  table: text('a list').optional().describe('Path of a list, written as a table'),
  columns: z
    .record(z.string(), field, { error: 'headings with the keys of an item' })
    .optional()
    .describe('Columns: heading to key; "#" numbers the rows'),
  horizon: horizon.optional().describe('For a table of actions: the horizon of those that stand here'),
  sentence: text('a sentence with one placeholder').optional(),
  fixed: text('words of the template').optional().describe('Words that every document has'),
  prompt: text('what a new document shows').optional(),
};

const block = z.strictObject(blockShape, { error: 'text, fields, list, table, sentence or fixed' });

const extrasShape = {
  id: text('a name').optional().describe('Id of the section; by default what other templates call it'),
  aliases: texts('another heading').default([]).describe('Other headings for the same section'),
  optional: flag.describe('Absent from new documents as long as it is empty'),
};

const section = z.strictObject(
  {
    heading: text('a heading'),
    depth: z.int({ error: 'a number from 1 to 6' }).min(1).max(6).default(2),
    ruled: flag.describe('A rule stands before the heading'),
    guidance: text('a sentence').optional().describe('Comment of new documents'),
    ...extrasShape,
    holds: z
      .array(block, { error: 'a list of what it holds' })
      .optional()
      .describe('Several things; a single one stands in the section itself'),
    ...blockShape,
  },
  { error: 'a section with "heading" and what it holds' },
);

const headShape = {
  id: text('a name').optional().describe('Name of the template; by default that of the file'),
  label: text('a name for people').optional(),
  zone: text('a zone').default('UTC').describe('Zone of its timeline'),
  folder: text('a folder').default('docs/postmortems').describe("Folder of new documents, from the repository's root"),
  fileName: text('a file name').default('{date}-{title}.md').describe('With {date}, {title} and {id}'),
  incidentId: text('a rule')
    .default('INC-{date}-{n}')
    .describe('With {date}, {year} and {n}, or {n:4} for four digits'),
  severities: texts('a label').default([]).describe("Labels of the team's scale, the worst first"),
  durations: z.array(duration, { error: 'a list of durations' }).default([]),
};

/** A template as YAML, `nevertwice.dialect.yaml`. */
export const dialectFileSchema = z.strictObject(
  {
    ...headShape,
    sections: z.array(section, { error: 'a list of sections' }).min(1, { error: 'at least one section' }),
  },
  { error: 'a template with "sections"' },
);

/** The front matter of a template that is a Markdown document with placeholders. */
export const templateHeadSchema = z.strictObject(
  {
    ...headShape,
    sections: z
      .record(z.string(), z.strictObject({ ...extrasShape, horizon: horizon.optional() }), {
        error: 'headings with what is said of them',
      })
      .default({})
      .describe('What the document itself cannot say of its sections, by heading'),
  },
  { error: 'settings of the template, as "label: Shop report"' },
);

export type DialectFile = z.output<typeof dialectFileSchema>;
export type TemplateHead = z.output<typeof templateHeadSchema>;
