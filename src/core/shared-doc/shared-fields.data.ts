import type { CellType, RowCell, RowCells } from './cell-type.ts';

// Where each field of the record lives in the shared document. A test holds these tables equal to the schema of the
// record; they stand on their own so that the editor in a browser does not have to bring the schema library along.

const prose: RowCell = { type: 'prose' };
const line: RowCell = { type: 'line' };
const time: RowCell = { type: 'time' };

const must = (cell: RowCell): RowCell => ({ ...cell, required: true });
const orNull = (cell: RowCell): RowCell => ({ ...cell, required: true, nullable: true });

const MOMENTS = [
  'introduced',
  'merged',
  'deployed',
  'triggered',
  'impact-started',
  'alert-fired',
  'reported',
  'acknowledged',
  'declared',
  'investigating',
  'root-cause-identified',
  'mitigated',
  'restored',
  'resolved',
  'closed',
] as const;

const detectionKind = must({ type: 'choice', of: ['monitoring', 'customer', 'internal', 'scheduled', 'other'] });
const lesson = { category: line, text: must(prose) } as const;
const entry = { text: must(prose) } as const;

/**
 * What needs a right of its own. None of it is in the shared document, where everybody who may edit could write
 * anything: it stays with the stored record and is changed by its own requests.
 */
export const STANDING_FIELDS = [
  'status',
  'document.status',
  'signOffs',
  'acknowledgedBy',
  'publication',
  'exitCriteria',
] as const;

/** What is computed from other fields, and therefore not in the shared document either. */
export const DERIVED_FIELDS = ['people'] as const;

/** Markdown fields: one shared text each, under the name of its path. */
export const TEXT_PATHS = [
  'frontMatter',
  'document.instructions',
  'statement',
  'summary.text',
  'summary.oneLine',
  'summary.whatHappened',
  'summary.whyItHappened',
  'summary.prevention',
  'impact.customer',
  'impact.tenant',
  'impact.internal',
  'impact.dataIntegrity',
  'impact.slo',
  'timelineDiagram',
  'rootCause.technical',
  'rootCause.why',
  'rootCause.systemic',
  'rootCause.trigger',
  'rootCause.latentCondition',
  'rootCause.notCaught',
  'detection.gaps',
  'resolution.immediateFix',
  'resolution.verification',
  'prevention.prevent',
  'prevention.detect',
  'prevention.recover',
  'recurrence.before',
  'recurrence.after',
  'recurrence.residualRisk',
  'lessons.technical',
  'lessons.process',
  'lessons.culture',
] as const;

/** Open sets of Markdown fields, as `introductions.timeline`: one shared text for each key. */
export const TEXT_MAPS = ['introductions', 'remarks'] as const;

/** Fields with a single value. */
export const VALUES: Readonly<Record<string, CellType>> = {
  dialect: line,
  title: line,
  severity: { type: 'severity' },
  'document.project': line,
  'document.version': line,
  'document.date': line,
  'document.author': line,
  'document.reviewers': line,
  'incident.id': line,
  'incident.date': time,
  'incident.report': line,
  'incident.issue': line,
  'incident.type': line,
  'roles.authors': line,
  'roles.facilitator': line,
  'roles.commander': line,
  'roles.recorder': line,
  'roles.onCallPrimary': line,
  'roles.onCallSecondary': line,
  'roles.attendees': line,
  'roles.reviewers': line,
  'meeting.date': line,
  'meeting.duration': line,
  'meeting.presentedAt': line,
  'meeting.recording': line,
  'meeting.notes': line,
  'impact.statement': line,
  'impact.users': line,
  'impact.requests': line,
  'impact.errorRatePeak': line,
  'impact.tickets': line,
  'impact.revenue': line,
  'impact.downtimeCost': line,
  'impact.slaBreach': line,
  'impact.slaCredits': line,
  'impact.notifications': line,
  'impact.financialRecords': line,
  'impact.gdprNotification': line,
  'impact.affectedTenants': line,
  'impact.affectedRegions': line,
  'impact.statusPage': line,
  timelineZone: line,
  closureTarget: line,
  'recurrence.confidence': line,
  'followUp.reviewDate': line,
  'followUp.owner': line,
  'related.runbooks': line,
  'related.dashboards': line,
  'related.alerts': line,
  'related.chatThread': line,
  'related.pager': line,
  'related.chaosExperiments': line,
};

/** Open sets of single values, as `durations.ttd`. */
export const VALUE_MAPS: Readonly<Record<string, CellType>> = { durations: { type: 'duration' } };

/** Lists of objects, by path, with the cells of a row. */
export const ROW_LISTS: Readonly<Record<string, RowCells>> = {
  'document.history': { version: line, date: line, author: line, changes: line },
  'impact.periods': { from: must(time), to: orNull(time) },
  timeline: {
    at: orNull(time),
    day: line,
    text: must(prose),
    who: line,
    notes: prose,
    marker: line,
    moments: { type: 'choices', of: MOMENTS },
    source: line,
  },
  moments: { kind: must({ type: 'choice', of: MOMENTS }), at: must(time) },
  whys: { question: prose, answer: prose, parent: orNull({ type: 'parent' }), evidence: line, actions: line },
  factors: {
    text: must(prose),
    category: line,
    severity: line,
    actionRequired: line,
    details: prose,
    evidence: line,
    answeredBy: line,
  },
  factorsRuledOut: { category: must(line), text: prose },
  questions: { question: must(prose), answer: prose },
  'detection.methods': { kind: detectionKind, text: line },
  'detection.ruledOut': { kind: detectionKind, text: line },
  wentWell: lesson,
  wentPoorly: lesson,
  lucky: lesson,
  actions: {
    text: must(prose),
    id: line,
    owner: line,
    due: line,
    status: line,
    priority: line,
    ticket: line,
    category: line,
    horizon: { type: 'choice', of: ['week', 'two-weeks', 'sprint', 'month', 'quarter', 'backlog', 'process'] },
    group: line,
    criterion: prose,
    answers: line,
    details: prose,
  },
  targets: { metric: must(line), current: line, target: line, by: line },
  'followUp.checks': { action: must(prose), expected: line, verified: line, effective: line },
  evidence: { id: must(line), file: must(line), format: line, sha256: line, events: line },
  headings: { section: must(line), text: must(prose) },
  guidance: {
    after: line,
    kind: must({ type: 'choice', of: ['comment', 'prompt', 'example', 'boilerplate'] }),
    markdown: must(prose),
  },
  unmapped: { after: line, markdown: must(prose) },
};

/** Lists of Markdown entries, by path. In the shared document each entry is a row with the one cell `text`. */
export const ENTRY_LISTS = [
  'impact.systems',
  'suspects',
  'lessons.special',
  'lessons.takeaways',
  'lessons.improvements',
  'followUp.schedule',
  'related.documents',
  'related.incidents',
  'related.logsAndDashboards',
  'related.references',
] as const;

/** Every list, entries included, with the cells of a row. */
export const LISTS: Readonly<Record<string, RowCells>> = {
  ...ROW_LISTS,
  ...Object.fromEntries(ENTRY_LISTS.map((path) => [path, entry])),
};

/** Lists that a record always has. */
export const REQUIRED_LISTS = ['timeline', 'actions'] as const;
