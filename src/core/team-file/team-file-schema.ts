import { z } from 'zod';

/** Every message says what is expected, behind the words "it takes". */
const text = (expected: string) => z.string({ error: expected }).trim().min(1, { error: expected });
const texts = (expected: string) => z.array(text(expected), { error: `a list: ${expected}` });

/** One text, or several of which one has to fit. */
const words = (expected: string) =>
  z.union(
    [
      text(expected),
      z.number({ error: expected }),
      z.array(z.union([text(expected), z.number()], { error: expected })),
    ],
    {
      error: `${expected}, or a list of them`,
    },
  );

const severity = z.enum(['error', 'warning', 'info', 'off'], { error: 'error, warning, info or off' });
const severities = z
  .record(z.string(), severity, { error: 'rules with their severities, as "blame-verb: warning"' })
  .describe('Severities of rules by their code');

const conditions = 'a list of conditions';

/** When something applies. Several keys in one condition must all hold; of several values, one. */
const condition = z
  .strictObject(
    {
      severity: words('a severity as SEV-1, or a comparison of ranks as "<= 2"')
        .optional()
        .describe('Labels as SEV-1, or comparisons of ranks as "<= 2"; rank 1 is the worst'),
      tag: words('a tag').optional().describe('Tags in the front matter'),
      service: words('a service').optional().describe('Affected services and systems'),
      type: words('a type of incident').optional(),
      template: words('a template').optional().describe('Id of the template it is written in'),
      get all() {
        return z.array(condition, { error: conditions }).optional().describe('All of these hold');
      },
      get any() {
        return z.array(condition, { error: conditions }).optional().describe('One of these holds');
      },
      get not() {
        return condition.optional().describe('This does not hold');
      },
    },
    { error: 'a condition, as "severity: SEV-1"' },
  )
  .describe('When it applies; to every post-mortem if absent')
  .meta({ id: 'condition' });

const policy = z.strictObject(
  {
    when: condition.optional(),
    require: texts('a field, as rootCause.trigger or Trigger')
      .default([])
      .describe('Fields that have to be filled in, by path or label'),
    signOffs: texts('a role').default([]).describe('Roles that have to sign'),
    note: text('a sentence').optional().describe('Why the team asks it'),
    rules: severities.default({}),
  },
  { error: 'a policy with "when" and what it asks' },
);

const question = z.strictObject(
  {
    ask: text('the question').describe('The question, as it stands in the document'),
    when: condition.optional(),
    mandatory: z.boolean({ error: 'true or false' }).default(false).describe('An answer has to be there'),
    help: text('a sentence').optional().describe('What a good answer says'),
    section: text('a section').optional().describe('Id of the section it belongs to'),
  },
  { error: 'a question with "ask"' },
);

/** The file `nevertwice.yaml` as it is written. */
export const teamFileSchema = z
  .strictObject(
    {
      template: text('the id of a template').optional().describe('Template of new documents'),
      dialects: texts('a path').default([]).describe("Files of the team's own templates"),
      languages: texts('a language, as en').default(['en']).describe('Languages of the review'),
      rules: severities.default({}),
      policies: z.array(policy, { error: 'a list of policies' }).default([]),
      questions: z.array(question, { error: 'a list of questions' }).default([]),
      ignore: texts('a glob, as "docs/archive/**"').default([]).describe('Files that check leaves out'),
    },
    { error: 'settings, as "template: sev"' },
  )
  .meta({ title: 'Settings of a team (nevertwice.yaml)' });

/** A condition as it is written. */
export type WrittenCondition = z.output<typeof condition>;
/** The file as it was read. */
export type TeamFile = z.output<typeof teamFileSchema>;
