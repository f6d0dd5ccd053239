/** A field of the record that is one text. */
export interface RecordField {
  readonly path: string;
  /** What it is called where it stands outside its template. Unique. */
  readonly label: string;
  readonly type: 'line' | 'prose';
}

const line = (path: string, label: string): RecordField => ({ path, label, type: 'line' });
const prose = (path: string, label: string): RecordField => ({ path, label, type: 'prose' });

/** Every field of the record that is one text, in the order in which leftovers are listed. */
export const RECORD_FIELDS: readonly RecordField[] = [
  line('title', 'Title'),
  line('status', 'Status'),
  line('severity.label', 'Severity'),
  line('incident.id', 'Incident id'),
  line('incident.date', 'Incident date'),
  line('incident.report', 'Incident report'),
  line('incident.issue', 'Incident issue'),
  line('incident.type', 'Incident type'),
  line('document.project', 'Document project'),
  line('document.version', 'Document version'),
  line('document.date', 'Document date'),
  line('document.author', 'Document author'),
  line('document.status', 'Document status'),
  line('document.reviewers', 'Document reviewers'),
  prose('document.instructions', 'Instructions'),
  line('roles.authors', 'Authors'),
  line('roles.facilitator', 'Facilitator'),
  line('roles.commander', 'Incident commander'),
  line('roles.recorder', 'Recorder'),
  line('roles.onCallPrimary', 'On-call primary'),
  line('roles.onCallSecondary', 'On-call secondary'),
  line('roles.attendees', 'Attendees'),
  line('roles.reviewers', 'Reviewers'),
  line('meeting.date', 'Meeting date'),
  line('meeting.duration', 'Meeting duration'),
  line('meeting.presentedAt', 'Presented at'),
  line('meeting.recording', 'Meeting recording'),
  line('meeting.notes', 'Meeting notes'),
  prose('statement', 'Statement'),
  prose('summary.text', 'Summary'),
  prose('summary.oneLine', 'One-line summary'),
  prose('summary.whatHappened', 'What happened'),
  prose('summary.whyItHappened', 'Why it happened'),
  prose('summary.prevention', 'What prevents recurrence'),
  line('impact.statement', 'Impact'),
  line('impact.users', 'Users affected'),
  line('impact.requests', 'Requests affected'),
  line('impact.errorRatePeak', 'Error rate peak'),
  line('impact.tickets', 'Support tickets'),
  line('impact.revenue', 'Revenue impact'),
  line('impact.downtimeCost', 'Downtime cost'),
  line('impact.slaBreach', 'SLA breach'),
  line('impact.slaCredits', 'SLA credits'),
  line('impact.notifications', 'Customer notifications'),
  line('impact.financialRecords', 'Financial records affected'),
  line('impact.gdprNotification', 'GDPR breach notification required'),
  line('impact.affectedTenants', 'Affected tenants'),
  line('impact.affectedRegions', 'Affected regions'),
  prose('impact.customer', 'Customer impact'),
  prose('impact.tenant', 'Tenant impact'),
  prose('impact.internal', 'Internal impact'),
  prose('impact.dataIntegrity', 'Data integrity'),
  prose('impact.slo', 'SLO impact'),
  line('impact.statusPage', 'Status page'),
  line('timelineZone', 'Timeline zone'),
  prose('timelineDiagram', 'Timeline diagram'),
  prose('rootCause.technical', 'What happened technically'),
  prose('rootCause.why', 'Underlying causes'),
  prose('rootCause.systemic', 'Root cause'),
  prose('rootCause.trigger', 'Trigger'),
  prose('rootCause.latentCondition', 'Latent condition'),
  prose('rootCause.notCaught', 'Why it was not caught earlier'),
  prose('detection.gaps', 'Detection gaps'),
  prose('resolution.immediateFix', 'Immediate fix'),
  prose('resolution.verification', 'Verification of the fix'),
  line('closureTarget', 'Closure target'),
  prose('prevention.prevent', 'How recurrence is prevented'),
  prose('prevention.detect', 'How detection gets faster'),
  prose('prevention.recover', 'How recovery gets faster'),
  prose('recurrence.before', 'Before this incident'),
  prose('recurrence.after', 'After the actions'),
  line('recurrence.confidence', 'Confidence in prevention'),
  prose('recurrence.residualRisk', 'Residual risk'),
  prose('lessons.technical', 'Technical lessons'),
  prose('lessons.process', 'Process lessons'),
  prose('lessons.culture', 'Culture lessons'),
  line('followUp.reviewDate', 'Follow-up review date'),
  line('followUp.owner', 'Follow-up owner'),
  line('related.runbooks', 'Runbooks used'),
  line('related.dashboards', 'Dashboards consulted'),
  line('related.alerts', 'Alerts that fired'),
  line('related.chatThread', 'Chat thread'),
  line('related.pager', 'Pager incident'),
  line('related.chaosExperiments', 'Chaos experiments'),
  line('acknowledgedBy', 'Acknowledged by'),
];

/** A field of the record that is a list. */
export interface RecordList {
  readonly path: string;
  /** Unique; differs from every {@link RecordField.label}. */
  readonly label: string;
  /** Items are plain texts. */
  readonly plain?: boolean;
  /** Keys of an item, in the order of columns. */
  readonly keys: readonly string[];
}

/** Every field of the record that is a list, in the order in which leftovers are listed. */
export const RECORD_LISTS: readonly RecordList[] = [
  { path: 'document.history', label: 'Document history', keys: ['version', 'date', 'author', 'changes'] },
  { path: 'impact.systems', label: 'Systems', plain: true, keys: ['text'] },
  { path: 'impact.periods', label: 'Impact periods', keys: ['from', 'to'] },
  { path: 'timeline', label: 'Timeline', keys: ['at', 'text', 'who', 'notes', 'marker', 'moments', 'source'] },
  { path: 'moments', label: 'Moments', keys: ['kind', 'at'] },
  { path: 'whys', label: 'Whys', keys: ['parent', 'question', 'answer', 'evidence', 'actions'] },
  {
    path: 'factors',
    label: 'Factors',
    keys: ['text', 'category', 'severity', 'actionRequired', 'details', 'evidence', 'answeredBy'],
  },
  { path: 'questions', label: 'Questions', keys: ['question', 'answer'] },
  { path: 'detection.methods', label: 'Detection methods', keys: ['kind', 'text'] },
  { path: 'wentWell', label: 'Went well', keys: ['category', 'text'] },
  { path: 'wentPoorly', label: 'Went poorly', keys: ['category', 'text'] },
  { path: 'lucky', label: 'Luck', keys: ['category', 'text'] },
  {
    path: 'actions',
    label: 'Actions',
    keys: ['id', 'text', 'owner', 'due', 'status', 'priority', 'ticket', 'category', 'horizon', 'group', 'criterion', 'answers', 'details'],
  },
  { path: 'lessons.special', label: 'Special lessons', plain: true, keys: ['text'] },
  { path: 'lessons.takeaways', label: 'Takeaways', plain: true, keys: ['text'] },
  { path: 'lessons.improvements', label: 'Improvements', plain: true, keys: ['text'] },
  { path: 'targets', label: 'Metric targets', keys: ['metric', 'current', 'target', 'by'] },
  { path: 'followUp.schedule', label: 'Follow-up schedule', plain: true, keys: ['text'] },
  { path: 'followUp.checks', label: 'Follow-up checks', keys: ['action', 'expected', 'verified', 'effective'] },
  { path: 'related.documents', label: 'Related documents', plain: true, keys: ['text'] },
  { path: 'related.incidents', label: 'Related incidents', plain: true, keys: ['text'] },
  { path: 'related.logsAndDashboards', label: 'Logs and dashboards', plain: true, keys: ['text'] },
  { path: 'related.references', label: 'References', plain: true, keys: ['text'] },
  { path: 'publication', label: 'Publication checklist', keys: ['text', 'done'] },
  { path: 'signOffs', label: 'Sign-offs', keys: ['role', 'name', 'date', 'signature'] },
  { path: 'evidence', label: 'Evidence', keys: ['id', 'file', 'format', 'sha256', 'events'] },
  { path: 'guidance', label: 'Template guidance', keys: ['after', 'kind', 'markdown'] },
  { path: 'unmapped', label: 'Unmapped sections', keys: ['after', 'markdown'] },
];
