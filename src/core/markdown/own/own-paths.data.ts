/** A list of the record that a team's template may show, and the key that makes a row or line an item of it. */
export interface OwnList {
  readonly path: string;
  readonly required: string;
  /** As what it may stand. */
  readonly as: readonly ('list' | 'table')[];
}

const both = ['list', 'table'] as const;

/** Lists of which the items can stand in a table or a list of any template. */
export const OWN_LISTS: readonly OwnList[] = [
  { path: 'timeline', required: 'text', as: both },
  { path: 'actions', required: 'text', as: both },
  { path: 'factors', required: 'text', as: both },
  { path: 'wentWell', required: 'text', as: both },
  { path: 'wentPoorly', required: 'text', as: both },
  { path: 'lucky', required: 'text', as: both },
  { path: 'whys', required: 'answer', as: both },
  { path: 'questions', required: 'question', as: both },
  { path: 'publication', required: 'text', as: ['list'] },
  { path: 'exitCriteria', required: 'text', as: ['list'] },
  { path: 'impact.systems', required: 'text', as: ['list'] },
  { path: 'suspects', required: 'text', as: ['list'] },
  { path: 'lessons.special', required: 'text', as: ['list'] },
  { path: 'lessons.takeaways', required: 'text', as: ['list'] },
  { path: 'lessons.improvements', required: 'text', as: ['list'] },
  { path: 'followUp.schedule', required: 'text', as: ['list'] },
  { path: 'related.documents', required: 'text', as: ['list'] },
  { path: 'related.incidents', required: 'text', as: ['list'] },
  { path: 'related.logsAndDashboards', required: 'text', as: ['list'] },
  { path: 'related.references', required: 'text', as: ['list'] },
  { path: 'document.history', required: 'version', as: ['table'] },
  { path: 'targets', required: 'metric', as: ['table'] },
  { path: 'followUp.checks', required: 'action', as: ['table'] },
  { path: 'signOffs', required: 'role', as: ['table'] },
  { path: 'evidence', required: 'id', as: ['table'] },
];

/** Keys of items whose values may run over several lines. */
export const PROSE_KEYS: ReadonlySet<string> = new Set([
  'text',
  'notes',
  'details',
  'criterion',
  'question',
  'answer',
  'action',
]);

/** What one item of a list is called in a new document. */
export const ITEM_NOUNS: Readonly<Record<string, string>> = {
  timeline: 'What happened',
  actions: 'Action',
  factors: 'Factor',
  wentWell: 'What worked, to be kept',
  wentPoorly: 'What made it slow or hard',
  lucky: 'What was luck',
  questions: 'Question',
  exitCriteria: 'Criterion',
  'impact.systems': 'System',
  'lessons.takeaways': 'Lesson',
};

/** What a new document shows in place of values with a form of their own. */
export const PROMPTS: Readonly<Record<string, string>> = {
  at: 'HH:MM',
  due: 'YYYY-MM-DD',
  date: 'YYYY-MM-DD',
  'incident.date': 'YYYY-MM-DD',
  'meeting.date': 'YYYY-MM-DD',
  'document.date': 'YYYY-MM-DD',
  'followUp.reviewDate': 'YYYY-MM-DD',
};

/** Ids of sections by what they hold, so that texts beside the fields find the same section in another template. */
export const SECTION_IDS: Readonly<Record<string, string>> = {
  'summary.text': 'summary',
  timeline: 'timeline',
  actions: 'actions',
  factors: 'factors',
  wentWell: 'went-well',
  wentPoorly: 'went-poorly',
  lucky: 'lucky',
  whys: 'whys',
  questions: 'questions',
  suspects: 'suspects',
  signOffs: 'sign-off',
  targets: 'targets',
  publication: 'publication',
  exitCriteria: 'exit-criteria',
  'rootCause.systemic': 'root-cause',
  'rootCause.technical': 'technical',
  'rootCause.trigger': 'trigger',
  'resolution.immediateFix': 'immediate-fix',
  'detection.gaps': 'detection-gaps',
  'impact.statement': 'impact',
  'impact.customer': 'impact',
  'impact.systems': 'systems',
  'document.history': 'document-history',
  'related.references': 'references',
  'related.incidents': 'related-incidents',
  'lessons.takeaways': 'takeaways',
  'lessons.improvements': 'improvements',
};
