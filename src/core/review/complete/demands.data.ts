/** Something that a template or a team's policy asks for. */
export interface Demand {
  /** Field to fill in, and to link to. */
  readonly path: string;
  readonly label: string;
  /** Code of the finding where it is missing; a rule of the review has it. */
  readonly code: string;
  /** Any of these fields will do; the path alone if absent. */
  readonly any?: readonly string[];
  /** Published without it the document would not be one. */
  readonly required?: true;
  /** Dialects that ask for it; all if absent. */
  readonly dialects?: readonly string[];
  /** Why a policy asks for it, as a clause: `the severity SEV-1 is one of SEV-1, SEV-2`. */
  readonly because?: string;
  /** The team's own words about it; they take the place of the help of the rule. */
  readonly note?: string;
}

/** Our templates; documents of any other one are `foreign`. */
export const OURS: readonly string[] = ['operations', 'standard', 'sev', 'cycle', 'platform'];

const IMPACT = [
  'impact.statement',
  'impact.users',
  'impact.customer',
  'impact.tenant',
  'impact.internal',
  'impact.requests',
  'impact.systems',
  'impact.periods',
];

/** What the templates ask for, in the order of a document. Lists count as filled in with their first item. */
export const DEMANDS: readonly Demand[] = [
  { path: 'title', label: 'Title', code: 'missing-title', required: true },
  {
    path: 'severity',
    label: 'Severity',
    code: 'missing-severity',
    required: true,
    dialects: ['standard', 'sev', 'cycle', 'platform'],
  },
  // One of our templates has no line for it, and many teams have no scale at all.
  { path: 'severity', label: 'Severity', code: 'missing-severity', dialects: ['operations', 'foreign'] },
  {
    path: 'incident.date',
    label: 'Date of the incident',
    code: 'missing-date',
    required: true,
    dialects: ['operations', 'sev', 'cycle', 'platform'],
  },
  {
    path: 'incident.date',
    label: 'Date of the incident',
    code: 'missing-date',
    // Without a line for it the first event tells the day.
    any: ['incident.date', 'timeline.0.at.instant', 'moments.0.at.instant'],
    required: true,
    dialects: ['standard', 'foreign'],
  },
  {
    path: 'summary.text',
    label: 'Summary',
    code: 'missing-summary',
    any: ['summary.text', 'summary.oneLine', 'summary.whatHappened'],
    required: true,
    dialects: ['standard', 'cycle', 'platform', 'foreign'],
  },
  {
    path: 'summary.oneLine',
    label: 'One-line summary',
    code: 'missing-summary',
    any: ['summary.oneLine', 'summary.text', 'summary.whatHappened'],
    required: true,
    dialects: ['sev'],
  },
  {
    path: 'summary.whatHappened',
    label: 'What happened',
    code: 'missing-summary',
    any: ['summary.whatHappened', 'summary.text', 'summary.oneLine'],
    required: true,
    dialects: ['operations'],
  },
  { path: 'impact', label: 'Impact', code: 'missing-impact', any: IMPACT, required: true, dialects: OURS },
  // Many teams tell it in the summary, where no field shows it.
  { path: 'impact', label: 'Impact', code: 'missing-impact', any: IMPACT, dialects: ['foreign'] },
  { path: 'impact.systems', label: 'Systems affected', code: 'missing-systems', dialects: ['sev'] },
  { path: 'impact.dataIntegrity', label: 'Data integrity', code: 'missing-data-integrity', dialects: ['platform'] },
  {
    path: 'impact.financialRecords',
    label: 'Financial records affected',
    code: 'missing-financial-records',
    dialects: ['operations'],
  },
  { path: 'timeline', label: 'Timeline', code: 'missing-timeline', required: true },
  {
    path: 'rootCause.technical',
    label: 'What happened technically',
    code: 'missing-technical',
    dialects: ['operations', 'sev'],
  },
  {
    path: 'rootCause.systemic',
    label: 'Root cause',
    code: 'missing-root-cause',
    any: ['rootCause.systemic', 'rootCause.technical', 'rootCause.why', 'rootCause.trigger', 'whys'],
    required: true,
    dialects: OURS,
  },
  {
    path: 'rootCause.systemic',
    label: 'Root cause',
    code: 'missing-root-cause',
    // Many teams tell the cause among the factors or where they tell what happened.
    any: [
      'rootCause.systemic',
      'rootCause.technical',
      'rootCause.why',
      'rootCause.trigger',
      'rootCause.latentCondition',
      'whys',
      'factors',
      'summary.whyItHappened',
    ],
    required: true,
    dialects: ['foreign'],
  },
  { path: 'rootCause.trigger', label: 'Trigger', code: 'missing-trigger', dialects: ['standard', 'sev', 'platform'] },
  {
    path: 'rootCause.latentCondition',
    label: 'Latent condition',
    code: 'missing-latent-condition',
    dialects: ['platform'],
  },
  { path: 'whys', label: 'Five whys', code: 'missing-whys', dialects: ['operations', 'standard', 'sev', 'cycle'] },
  { path: 'factors', label: 'Contributing factors', code: 'missing-factors' },
  { path: 'detection.methods', label: 'How it was detected', code: 'missing-detection', dialects: ['sev'] },
  { path: 'wentWell', label: 'What went well', code: 'missing-went-well' },
  { path: 'wentPoorly', label: 'What went poorly', code: 'missing-went-poorly' },
  { path: 'resolution.immediateFix', label: 'Immediate fix', code: 'missing-fix', dialects: ['sev'] },
  { path: 'actions', label: 'Action items', code: 'missing-actions', required: true },
  {
    path: 'lessons.takeaways',
    label: 'Lessons',
    code: 'missing-lessons',
    any: ['lessons.takeaways', 'lessons.technical', 'lessons.process', 'lessons.culture', 'lessons.improvements'],
    dialects: ['operations', 'sev', 'platform'],
  },
];
